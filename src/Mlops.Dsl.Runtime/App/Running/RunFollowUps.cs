using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime;

/// <summary>
/// What packages do when a run from the command line has ended and is kept: the delivery of what its stages asked for. They register before
/// <see cref="PipelineApp.RunAsync(string[])"/>.
/// </summary>
public static class RunFollowUps
{
    private static readonly Lock Gate = new();
    private static readonly List<Func<RunFollowUp, CancellationToken, Task>> Registered = [];

    /// <summary>What was registered, in order.</summary>
    internal static IReadOnlyList<Func<RunFollowUp, CancellationToken, Task>> All
    {
        get
        {
            lock (Gate)
            {
                return [.. Registered];
            }
        }
    }

    /// <summary>Adds something to do.</summary>
    /// <param name="followUp">Does it. It tells by <see cref="RunFollowUp.Say"/> what went wrong: the run's outcome stays what it
    /// is.</param>
    public static void Register(Func<RunFollowUp, CancellationToken, Task> followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        lock (Gate)
        {
            Registered.Add(followUp);
        }
    }
}

/// <summary>A run that has ended.</summary>
/// <param name="Report">What it did.</param>
/// <param name="Options">How it was run, with the store that keeps it.</param>
/// <param name="CommandName">How the program is started, for hints.</param>
/// <param name="Say">Prints a line for the person who ran it.</param>
public sealed record RunFollowUp(RunReport Report, RunOptions Options, string CommandName, Action<string> Say);
