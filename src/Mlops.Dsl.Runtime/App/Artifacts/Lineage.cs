using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>
/// An artifact and everything that it comes from, as a graph: each artifact of an execution is in it once, however many ways lead to it.
/// </summary>
internal sealed class Lineage
{
    private readonly IRunStore _runs;
    private readonly List<LineageNode> _nodes = [];
    private readonly Dictionary<(ContentHash, long?), int> _places = [];
    private readonly Dictionary<ContentHash, IReadOnlyList<ExecutionRecord>> _makers = [];

    private Lineage(IRunStore runs) => _runs = runs;

    /// <summary>The artifacts; the first is the one that was asked for, and those nearer to it come before those farther away.</summary>
    public IReadOnlyList<LineageNode> Nodes => _nodes;

    /// <summary>Follows an artifact back to its sources.</summary>
    public static async Task<Lineage> TraceAsync(IRunStore runs, LocatedArtifact artifact, CancellationToken cancellationToken)
    {
        var lineage = new Lineage(runs);
        lineage.Place(artifact.Reference.Hash, artifact.Execution);
        for (var i = 0; i < lineage._nodes.Count; i++)
        {
            await lineage.FollowAsync(lineage._nodes[i], cancellationToken);
        }

        return lineage;
    }

    private async Task FollowAsync(LineageNode node, CancellationToken cancellationToken)
    {
        if (node.Execution is not { } execution)
        {
            return;
        }

        foreach (var (name, content) in execution.Parts.Inputs)
        {
            if (!_makers.TryGetValue(content, out var makers))
            {
                _makers.Add(content, makers = await _runs.GetExecutionsAsync(new ExecutionFilter { Output = content }, cancellationToken));
            }

            // Several executions may have returned the same bytes: the one that this execution can have seen is the newest before it.
            var maker =
                makers.FirstOrDefault(candidate =>
                    candidate.Execution < execution.Execution && candidate.PipelineType == execution.PipelineType
                ) ?? makers.FirstOrDefault(candidate => candidate.PipelineType == execution.PipelineType);
            node.Inputs.Add(new LineageInput(name, Place(content, maker)));
        }
    }

    private int Place(ContentHash artifact, ExecutionRecord? execution)
    {
        var key = (artifact, execution?.Execution);
        if (!_places.TryGetValue(key, out var place))
        {
            _places.Add(key, place = _nodes.Count);
            _nodes.Add(new LineageNode(artifact, execution));
        }

        return place;
    }
}
