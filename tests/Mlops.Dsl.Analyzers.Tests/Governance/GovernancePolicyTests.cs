using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Governance;

public class GovernancePolicyTests
{
    [Theory]
    [InlineData(
        "require_owner",
        "{|MLP5009:Pipeline(\"p\")|}",
        "Publish(\"x\")",
        "Source(\"*.csv\")",
        "Policy demands an owner of what is published, but pipeline 'P' declares none; set Owner"
    )]
    [InlineData("require_owner", "Pipeline(\"p\", Owner = {|MLP5009:\"\"|})", "Publish(\"x\")", "Source(\"*.csv\")", null)]
    [InlineData("require_owner", "Pipeline(\"p\", Owner = \"Us\")", "Publish(\"x\")", "Source(\"*.csv\")", "")]
    [InlineData("require_owner", "Pipeline(\"p\")", "Stage", "Source(\"*.csv\")", "")]
    [InlineData(
        "require_purpose",
        "Pipeline(\"p\")",
        "{|MLP5010:Publish(\"x\")|}",
        "Source(\"*.csv\")",
        "Policy demands a purpose of what is published, but 'x' declares none; set Purpose"
    )]
    [InlineData("require_purpose", "Pipeline(\"p\")", "Publish(\"x\", Purpose = \"Maps\")", "Source(\"*.csv\")", "")]
    [InlineData(
        "require_licence",
        "Pipeline(\"p\")",
        "Publish(\"x\")",
        "{|MLP5011:Source(\"*.csv\")|}",
        "Policy demands the licence of the data behind what is published, but source 'Files', which 'Release' is made of, declares none; "
            + "set Licence"
    )]
    [InlineData("require_licence", "Pipeline(\"p\")", "Publish(\"x\")", "Source(\"*.csv\", Licence = \"MIT\")", "")]
    [InlineData("require_licence", "Pipeline(\"p\")", "Stage", "Source(\"*.csv\")", "")]
    [InlineData("require_something", "Pipeline(\"p\")", "Publish(\"x\")", "Source(\"*.csv\")", "")]
    public async Task What_policy_demands_has_to_be_declared(string policy, string pipeline, string publish, string source, string? message)
    {
        var messages = await RuleGroupTest.VerifyAsync(Project(policy, pipeline, publish, source));
        Assert.Equal(
            message is null ? messages
                : message.Length == 0 ? []
                : [message],
            messages
        );
    }

    [Theory]
    [InlineData("require_owner", "Pipeline(\"p\", Owner = \"the team that answers for it\")", "Publish(\"x\")", "Source(\"*.csv\")")]
    [InlineData("require_purpose", "Pipeline(\"p\")", "Publish(\"x\", Purpose = \"what it may be used for\")", "Source(\"*.csv\")")]
    [InlineData("require_licence", "Pipeline(\"p\")", "Publish(\"x\")", "Source(\"*.csv\", Licence = \"the licence of the data\")")]
    public async Task The_fix_declares_it(string policy, string pipeline, string publish, string source) =>
        await CodeFixVerifier.VerifyAsync(
            Project(policy, "Pipeline(\"p\")", "Publish(\"x\")", "Source(\"*.csv\")"),
            new DeclareFix(),
            Text(pipeline, publish, source),
            null,
            TestContext.Current.CancellationToken
        );

    private static TestProject Project(string policy, string pipeline, string publish, string source) =>
        GovernanceTest.Group.Project(Text(pipeline, publish, source)) with
        {
            EditorConfig = $"[*.cs]\nmlops_dsl.{policy} = true\n",
        };

    private static string Text(string pipeline, string publish, string source) =>
        $$"""
            [{{pipeline}}]
            public sealed partial class P
            {
                [{{source}}] public partial FileSet Files();
                [{{publish}}] public int Release(FileSet files) => files.Count;
            }
            """;
}
