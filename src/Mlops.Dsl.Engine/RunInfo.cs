using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>A run as it starts.</summary>
/// <param name="RunId">The run's id; empty for a run in memory.</param>
/// <param name="Definition">The pipeline.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="ResumeOf">The run that it goes on from, if any.</param>
public sealed record RunInfo(string RunId, PipelineDefinition Definition, DateTimeOffset StartedAt, string? ResumeOf);
