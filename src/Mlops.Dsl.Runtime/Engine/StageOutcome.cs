namespace Mlops.Dsl.Runtime;

/// <summary>What became of a stage in a run.</summary>
public enum StageOutcome
{
    /// <summary>It was not reached yet.</summary>
    Pending = 0,

    /// <summary>It is being run.</summary>
    Running = 1,

    /// <summary>It ran and its outputs are kept.</summary>
    Executed = 2,

    /// <summary>Its outputs were known from an earlier execution.</summary>
    Reused = 3,

    /// <summary>A condition did not hold, or something that it depends on was not there.</summary>
    Skipped = 4,

    /// <summary>It failed, after as many attempts as its policy allows.</summary>
    Failed = 5,

    /// <summary>The run was cancelled before or while it ran.</summary>
    Cancelled = 6,
}
