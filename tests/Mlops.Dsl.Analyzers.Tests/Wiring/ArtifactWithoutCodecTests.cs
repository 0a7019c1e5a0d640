using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class ArtifactWithoutCodecTests
{
    [Theory]
    [InlineData("Stream")]
    [InlineData("Func<int>")]
    [InlineData("object")]
    [InlineData("(int A, Stream B)")]
    [InlineData("List<Task>")]
    public async Task A_type_that_cannot_be_stored_is_reported(string type) =>
        await RuleTest.VerifyMembersAsync($"[Stage] public {type} {{|MLP1022:Make|}}() => default!;");

    [Theory]
    [InlineData("{|CS0246:Missing|}")]
    [InlineData("List<{|CS0246:Missing|}>")]
    [InlineData("(int A, {|CS0246:Missing|} B)")]
    public async Task A_type_that_does_not_exist_is_left_to_the_compiler(string type) =>
        await RuleTest.VerifyMembersAsync($"[Stage] public {type} Make() => default!;");

    [Fact]
    public async Task The_message_names_the_member_and_the_reason()
    {
        var messages = await RuleTest.VerifyAsync(
            RuleTest.Pipeline("[Stage] public Model {|MLP1022:Fit|}() => null!;"),
            "public sealed record Model(double Bias, IReadOnlyList<Layer> Layers); public sealed record Layer(double[] Weights, "
                + "Func<double, double> Activation);"
        );
        var message = Assert.Single(messages);
        Assert.Contains("Activation", message, StringComparison.Ordinal);
        Assert.Contains("[ArtifactCodec]", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int")]
    [InlineData("Dictionary<string, double[]>")]
    [InlineData("(int? Count, string? Text)")]
    [InlineData("List<(int, DayOfWeek)>")]
    [InlineData("FileArtifact")]
    public async Task A_type_that_can_be_stored_is_not_reported(string type) =>
        await RuleTest.VerifyMembersAsync($"[Stage] public {type} Make() => default!;");
}
