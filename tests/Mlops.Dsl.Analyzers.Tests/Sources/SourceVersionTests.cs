using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;

namespace Mlops.Dsl.Analyzers.Tests.Sources;

public class SourceVersionTests
{
    [Theory]
    [InlineData("[Source(Version = {|MLP1057:\"Missing\"|})] public int Read() => 1;")]
    [InlineData("[Source(Version = {|MLP1057:nameof(Stamp)|})] public int Read() => 1; private int Stamp => 1;")]
    [InlineData("[Source(Version = {|MLP1057:nameof(Stamp)|})] public int Read() => 1; private string Stamp(int x) => \"\" + x;")]
    [InlineData("[Source(Version = {|MLP1057:nameof(Stamp)|})] public int Read() => 1; private string Stamp<T>() => \"\";")]
    public async Task An_unusable_member_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("private string Stamp => \"1\";")]
    [InlineData("private string Stamp() => \"1\";")]
    [InlineData("private Task<string> Stamp() => Task.FromResult(\"1\");")]
    [InlineData("private ValueTask<string> Stamp(CancellationToken token) => new(\"1\");")]
    [InlineData("private static string Stamp() => \"1\";")]
    public async Task A_version_member_is_not_reported(string member) =>
        await RuleTest.VerifyMembersAsync("[Source(Version = nameof(Stamp))] public int Read() => 1; " + member);

    [Fact]
    public async Task The_fix_names_the_nearest_member() =>
        await RuleTest.VerifyMembersFixAsync<UseNearestNameFix>(
            "[Source(Version = \"Stmap\")] public int Read() => 1; private string Stamp => \"1\";",
            "[Source(Version = nameof(Stamp))] public int Read() => 1; private string Stamp => \"1\";"
        );
}
