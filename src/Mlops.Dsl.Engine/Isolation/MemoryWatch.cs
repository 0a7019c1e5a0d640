using System.Globalization;

namespace Mlops.Dsl.Engine;

/// <summary>Looks at the memory of a group of processes until it ends or has more than it may.</summary>
/// <param name="group">The processes.</param>
/// <param name="limit">What they may have resident together, in MiB; null for no limit, and then nobody looks.</param>
internal sealed class MemoryWatch(ProcessGroup group, long? limit)
{
    private const long Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _peak;

    /// <summary>Looks until the child has ended.</summary>
    /// <returns>How the limit was exceeded, in words that follow the stage's name; null where it was not.</returns>
    public async Task<string?> WatchAsync(Task exit)
    {
        if (limit is not { } most)
        {
            await exit;
            return null;
        }

        while (!exit.IsCompleted)
        {
            var (bytes, processes) = group.Measure();
            _peak = Math.Max(_peak, bytes);
            if (bytes > most * Mebibyte)
            {
                var where = processes == 1 ? "its process" : string.Create(CultureInfo.InvariantCulture, $"its {processes} processes");
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"had {bytes / Mebibyte} MiB of memory in use in {where} and was ended: {Allowed(most)}"
                );
            }

            await Task.WhenAny(exit, Task.Delay(Pause, CancellationToken.None));
        }

        return null;
    }

    /// <summary>Adds what was measured to an outcome, and says of a stage that ran out of managed memory what its limit was.</summary>
    public InvocationOutcome Explain(InvocationOutcome outcome)
    {
        outcome = Math.Max(_peak, outcome.PeakMemory ?? 0) is var peak and > 0 ? outcome with { PeakMemory = peak } : outcome;
        return
            limit is { } most
            && outcome.Failure is { Kind: FailureKind.Stage, Message: var message } failure
            && message.StartsWith(nameof(OutOfMemoryException), StringComparison.Ordinal)
            ? outcome with
            {
                Failure = failure with { Kind = FailureKind.OutOfMemory, Message = $"{message.TrimEnd('.')}: {Allowed(most)}" },
            }
            : outcome;
    }

    private static string Allowed(long most) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"[Resources(MemoryMiB = {most})] allows {most} MiB, of which .NET itself takes some 60. Raise it, or use less."
        );
}
