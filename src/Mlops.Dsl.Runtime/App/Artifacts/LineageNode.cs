using Mlops.Dsl.Runtime.Storage;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>An artifact and what made it.</summary>
/// <param name="Artifact">The artifact's hash.</param>
/// <param name="Input">The name of the input for which the stage above took it; null at the top.</param>
/// <param name="Execution">The execution that made it; null where the store does not know any more.</param>
/// <param name="Output">The execution's output that it is.</param>
/// <param name="Inputs">What the execution took; empty where it is shown elsewhere in the tree.</param>
/// <param name="IsRepeated">Whether the execution is shown with its inputs elsewhere in the tree.</param>
internal sealed record LineageNode(
    ContentHash Artifact, string? Input, ExecutionRecord? Execution, string? Output, IReadOnlyList<LineageNode> Inputs, bool IsRepeated)
{
    /// <summary>Follows an artifact back to its sources. Each execution is followed once.</summary>
    public static async Task<LineageNode> TraceAsync(IRunStore runs, LocatedArtifact artifact, CancellationToken cancellationToken) =>
        await TraceAsync(runs, artifact.Reference.Hash, input: null, artifact.Execution, [], cancellationToken);

    private static async Task<LineageNode> TraceAsync(
        IRunStore runs, ContentHash artifact, string? input, ExecutionRecord? execution, HashSet<long> seen, CancellationToken cancellationToken)
    {
        var output = execution?.Outputs.Where(candidate => candidate.Artifact.Hash == artifact).Select(static candidate => candidate.Name).FirstOrDefault();
        if (execution is null || !seen.Add(execution.Execution))
        {
            return new LineageNode(artifact, input, execution, output, [], IsRepeated: execution?.Parts.Inputs.Count > 0);
        }

        var inputs = new List<LineageNode>();
        foreach (var (name, content) in execution.Parts.Inputs)
        {
            var makers = await runs.GetExecutionsAsync(new ExecutionFilter { Output = content }, cancellationToken);

            // Several executions may have returned the same bytes: the one that this execution can have seen is the newest before it.
            var maker = makers.FirstOrDefault(candidate => candidate.Execution < execution.Execution && candidate.PipelineType == execution.PipelineType)
                ?? makers.FirstOrDefault(candidate => candidate.PipelineType == execution.PipelineType);
            inputs.Add(await TraceAsync(runs, content, name, maker, seen, cancellationToken));
        }

        return new LineageNode(artifact, input, execution, output, inputs, IsRepeated: false);
    }
}
