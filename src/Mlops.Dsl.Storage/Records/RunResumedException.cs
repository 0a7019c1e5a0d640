namespace Mlops.Dsl.Storage;

/// <summary>A run was to be resumed by one other alone, and another resumes it already: somebody else was faster.</summary>
public sealed class RunResumedException : Exception
{
    /// <summary>Says so.</summary>
    /// <param name="runId">The run that is resumed.</param>
    /// <param name="resumedBy">The run that resumes it.</param>
    public RunResumedException(string runId, string resumedBy)
        : base($"Run {runId} is resumed by run {resumedBy} already.") { }
}
