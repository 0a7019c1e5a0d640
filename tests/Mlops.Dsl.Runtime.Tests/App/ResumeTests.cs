using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class ResumeTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    /// <summary>What it does for its effect would be done twice.</summary>
    [Fact]
    public async Task A_run_that_is_still_going_on_is_not_resumed()
    {
        await _program.RunAsync("run");
        await using (var store = SqliteStore.Open(_program.StorePath))
        {
            await using var running = await store.Runs.BeginRunAsync(
                new RunStart
                {
                    Id = "20991231-235959-live",
                    Pipeline = "api-docs",
                    PipelineType = typeof(TestPipeline).FullName!,
                    PipelineVersion = "1.2.0",
                    Started = DateTimeOffset.UnixEpoch.AddYears(130),
                }
            );

            var refused = await _program.RunAsync("resume");

            Assert.Equal((2, "run 20991231-235959-live is still going on"), (refused.ExitCode, Assert.Single(refused.Errors)));
        }

        var resumed = await _program.RunAsync("resume");

        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
    }

    [Fact]
    public async Task A_run_that_another_goes_on_from_is_not_resumed_beside_it()
    {
        await _program.RunAsync("run");
        await using var store = SqliteStore.Open(_program.StorePath);
        var first = Assert.Single(await store.Runs.GetRunsAsync(new RunFilter()));
        await using (await store.Runs.BeginRunAsync(first.Start with { Id = "20991231-235959-live", Parent = first.Id, Parameters = [] }))
        {
            var refused = await _program.RunAsync("resume", first.Id);

            Assert.Equal(
                (2, $"run {first.Id} is resumed by run 20991231-235959-live, which is still going on"),
                (refused.ExitCode, Assert.Single(refused.Errors))
            );
        }

        Assert.Equal(0, (await _program.RunAsync("resume", first.Id)).ExitCode);
    }
}
