using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Sources;

public class SourceInputTests
{
    [Theory]
    [InlineData("[Source] public int Read(int {|MLP1058:count|}) => count;")]
    [InlineData("[Source(\"a.csv\")] public partial FileArtifact Read(int {|MLP1058:count|});")]
    [InlineData("[Source(\"a.csv\")] public partial FileArtifact Read(CancellationToken {|MLP1058:token|});")]
    public async Task An_input_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Fact]
    public async Task What_is_injected_is_not_reported() =>
        await RuleTest.VerifyMembersAsync(
            "[Source] public int Read(StageContext context, CancellationToken token, [FromServices] IFormatProvider provider) => 1;"
        );
}
