using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Sources;

public class SourceReturnTypeTests
{
    [Theory]
    [InlineData("[Source(\"data/*.csv\")] public partial string {|MLP1052:Docs|}();")]
    [InlineData("[Source(\"data/*.csv\")] public partial FileArtifact {|MLP1052:Docs|}();")]
    [InlineData("[Source(\"data/*.csv\")] public partial Task<string[]> {|MLP1052:Docs|}();")]
    [InlineData("[Source] public void {|MLP1052:Read|}() { }")]
    [InlineData("[Source] public Task {|MLP1052:Read|}() => Task.CompletedTask;")]
    public async Task Anything_but_files_is_reported(string members) => await RuleTest.VerifyMembersAsync(members);

    [Theory]
    [InlineData("[Source(\"data/*.csv\")] public partial FileSet Docs();")]
    [InlineData("[Source(\"data/one.csv\")] public partial FileArtifact Docs();")]
    [InlineData("[Source(\"data/*.csv\")] public partial Task<FileSet> Docs();")]
    public async Task Files_are_not_reported(string members) => await RuleTest.VerifyMembersAsync(members);
}
