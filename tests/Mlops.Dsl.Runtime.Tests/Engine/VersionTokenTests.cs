using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>The call that asks a user's source for its version token obeys the source's policies, as the call that reads it does.</summary>
public sealed class VersionTokenTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_token_that_can_t_be_read_is_asked_for_again()
    {
        var asked = 0;
        var run = RunAsync(
            _ => ++asked < 3 ? throw new IOException("no answer") : ValueTask.FromResult("v1"),
            new StagePolicy
            {
                Attempts = 3,
                RetryDelay = TimeSpan.FromSeconds(2),
                RetryBackoff = 1,
            }
        );
        foreach (var wait in new[] { 2, 2 })
        {
            await _clock.WhenTimerIsSetAsync(TimeSpan.FromSeconds(wait));
            _clock.Advance(TimeSpan.FromSeconds(wait));
        }

        await using var report = await run;

        Assert.Equal((StageOutcome.Executed, 3), (report.Stages[0].Outcome, report.Stages[0].Attempts));
        Assert.Equal(5, report.GetOutput<long>(0, 0));
    }

    [Fact]
    public async Task An_exception_says_that_it_is_the_token_s()
    {
        await using var report = await RunAsync(static _ => throw new IOException("no answer"), StagePolicy.Default);

        Assert.Equal("The version token of 'Table' can't be read: IOException: no answer", report.Stages[0].Error!.Message);
    }

    [Fact]
    public async Task A_missing_token_is_an_error()
    {
        await using var report = await RunAsync(static _ => ValueTask.FromResult<string>(null!), StagePolicy.Default);

        Assert.StartsWith("The version token of 'Table' is null.", report.Stages[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_does_not_come_is_given_up_at_the_timeout()
    {
        var run = RunAsync(
            static async call =>
            {
                await Task.Delay(Timeout.Infinite, call.CancellationToken);
                return "";
            },
            new StagePolicy { Timeout = TimeSpan.FromMinutes(10) }
        );
        await _clock.WhenTimerIsSetAsync(TimeSpan.FromMinutes(10));
        _clock.Advance(TimeSpan.FromMinutes(10));

        await using var report = await run;

        Assert.StartsWith(
            "The version token was not there in time: 'Table' took longer than its timeout of 0:10:00",
            report.Stages[0].Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Cancellation_reaches_the_token()
    {
        using var cancel = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        var run = RunAsync(
            async call =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, call.CancellationToken);
                return "";
            },
            StagePolicy.Default,
            cancel.Token
        );
        await asked.Task;
        await cancel.CancelAsync();

        await using var report = await run;

        Assert.Equal((RunStatus.Cancelled, StageOutcome.Cancelled), (report.Status, report.Stages[0].Outcome));
    }

    private Task<RunReport> RunAsync(
        Func<StageCall, ValueTask<string>> token,
        StagePolicy policy,
        CancellationToken cancellationToken = default
    )
    {
        var graph = new Graph();
        graph.Add(
            "Table",
            [],
            static _ => 5,
            stage => new LambdaStage(stage)
            {
                Kind = StageKind.Source,
                VersionToken = token,
                Policy = policy,
            }
        );
        return _store.RunAsync(graph, options => options with { TimeProvider = _clock }, cancellationToken: cancellationToken);
    }
}
