using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Parameters;

public class ParameterTypeTests
{
    [Theory]
    [InlineData("object")]
    [InlineData("Func<int>")]
    [InlineData("Dictionary<string, int>")]
    [InlineData("Stream")]
    public async Task A_type_without_a_text_is_reported(string type) =>
        await RuleTest.VerifyMembersAsync($"[Parameter] public {type}? {{|MLP1062:Value|}} {{ get; init; }}");

    [Theory]
    [InlineData("string")]
    [InlineData("double?")]
    [InlineData("decimal")]
    [InlineData("DayOfWeek?")]
    [InlineData("TimeSpan")]
    [InlineData("Uri")]
    [InlineData("int[]")]
    [InlineData("IReadOnlyList<string>")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("System.Net.IPAddress")]
    public async Task A_type_with_a_text_is_not_reported(string type) =>
        await RuleTest.VerifyMembersAsync($"[Parameter] public {type} Value {{ get; init; }} = default!;");
}
