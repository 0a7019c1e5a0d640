using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>'explain' reads sources as a run does: under their timeouts, and with the same words where they fail.</summary>
public sealed class ExplainSourceTests
{
    private const string Unreadable = "unreadable with key s3cr3t";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_that_does_not_answer_is_given_up_at_its_timeout(bool hasToken)
    {
        using var program = Define(
            static async call =>
            {
                await Task.Delay(Timeout.Infinite, call.CancellationToken);
                return "";
            },
            hasToken,
            TimeSpan.FromMilliseconds(20)
        );

        // Only a run makes a store.
        Assert.Equal(1, (await program.RunAsync("run")).ExitCode);
        var run = await program.RunAsync("explain");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("'Table' took longer than its timeout of 0:00:00.02", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_the_sources_and_said_in_a_sentence()
    {
        using var program = Define(
            static _ => throw new UnauthorizedAccessException("Access to the path '/data/a.csv' is denied."),
            hasToken: false
        );

        var run = await program.RunAsync("run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "Table failed: A file of the source can't be read: Access to the path '/data/a.csv' is denied. Change its permissions, or name "
                + "other files.",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_version_token_that_is_missing_is_a_failure()
    {
        using var program = Define(static _ => ValueTask.FromResult<string>(null!), hasToken: true);

        // Only a run makes a store.
        Assert.Equal(1, (await program.RunAsync("run")).ExitCode);
        var run = await program.RunAsync("explain");

        Assert.Contains("The version token of 'Table' is null", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_secret_in_what_a_source_throws_is_not_shown(bool hasToken)
    {
        using var program = Define(static _ => throw new IOException(Unreadable), hasToken);
        program.Variables["MLOPS_SECRET_API_KEY"] = "s3cr3t";

        // Only a run makes a store.
        Assert.Equal(1, (await program.RunAsync("run")).ExitCode);
        var run = await program.RunAsync("explain");

        Assert.Contains("IOException: unreadable with key", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", run.Out + run.Error, StringComparison.Ordinal);
    }

    private static TestProgram Define(Func<StageCall, ValueTask<string>> answer, bool hasToken, TimeSpan? timeout = null) =>
        new(
            new PipelineDefinition<TestPipeline>
            {
                Name = "sourced",
                Version = "1.0.0",
                Create = static values => new TestPipeline { ApiKey = values.Get<string?>("ApiKey", null) },
                Parameters =
                [
                    new ParameterDefinition<TestPipeline, string?>
                    {
                        Name = "ApiKey",
                        TypeName = "string",
                        IsSecret = true,
                        Get = static pipeline => pipeline.ApiKey,
                        Text = ParameterFormats.String!,
                    },
                ],
                Stages =
                [
                    new TestStage(async call => call.SetOutput(0, await answer(call)))
                    {
                        Index = 0,
                        Name = "Table",
                        Kind = StageKind.Source,
                        Outputs = [new OutputDefinition<string>("Table", "string", Codecs.String)],
                        VersionToken = hasToken ? answer : null,
                        Policy = new StagePolicy { Timeout = timeout },
                    },
                ],
            }
        );
}
