using System.Collections.Concurrent;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime;

namespace Mlops.Dsl.Seams.Tests;

/// <summary>
/// Runs stages as an executor of another machine would: everything goes there and back as text, but for the secrets' values, which take a
/// way of their own.
/// </summary>
internal sealed class JsonExecutor(bool streams) : IStageExecutor
{
    /// <summary>Changes what is sent; null for nothing.</summary>
    public Func<StageInvocation, StageInvocation>? Change { get; init; }

    /// <summary>What went there.</summary>
    public ConcurrentQueue<string> Sent { get; } = new();

    public async ValueTask<InvocationOutcome> ExecuteAsync(IStageAttempt attempt, CancellationToken cancellationToken)
    {
        var invocation = await attempt.DescribeAsync();
        var request = (Change?.Invoke(invocation) ?? invocation).ToJson();
        Sent.Enqueue(request);
        var answer = await RunThereAsync(request, attempt.Secrets, attempt.CreateFolder(), streams ? attempt : null, cancellationToken);
        return InvocationOutcome.Parse(answer);
    }

    /// <summary>The other end. It has the program, the store and the folder, and nothing else of the run.</summary>
    private static async Task<string> RunThereAsync(
        string request,
        IReadOnlyDictionary<string, string> secrets,
        string folder,
        IInvocationEvents? events,
        CancellationToken cancellationToken
    )
    {
        var outcome = await StageInvoker.RunAsync(
            StageInvocation.Parse(request),
            secrets,
            folder,
            new StageInvokerOptions { Events = events },
            cancellationToken
        );
        return outcome.ToJson();
    }
}
