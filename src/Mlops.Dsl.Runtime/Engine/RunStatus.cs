namespace Mlops.Dsl.Runtime;

/// <summary>What became of a run.</summary>
public enum RunStatus
{
    /// <summary>It goes on.</summary>
    Running = 0,

    /// <summary>Every stage was executed, reused or skipped by its conditions, and no gate refused.</summary>
    Succeeded = 1,

    /// <summary>A stage failed.</summary>
    Failed = 2,

    /// <summary>No stage failed, but a gate refused.</summary>
    Refused = 3,

    /// <summary>It was cancelled before its end.</summary>
    Cancelled = 4,

    /// <summary>Its process ended before it did.</summary>
    Interrupted = 5,
}
