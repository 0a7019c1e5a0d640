using Mlops.Dsl.Runtime.App.Artifacts;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Models;

/// <summary>A stage that a version comes of.</summary>
/// <param name="PipelineType">The metadata name of the pipeline's class.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Fingerprint">The fingerprint of the code that it executed, the validator of its rows and its features included; null where
/// it was not known.</param>
internal sealed record ModelCode(string PipelineType, string Stage, ContentHash? Fingerprint)
{
    /// <summary>All the code that a version comes of, from its sources on, as the store recorded it when it ran.</summary>
    public static async Task<IReadOnlyList<ModelCode>> TraceAsync(IRunStore runs, PublishedEntry entry, CancellationToken cancellationToken)
    {
        var executions = await runs.GetExecutionsAsync(new ExecutionFilter { Execution = entry.Execution }, cancellationToken);
        var made = new LocatedArtifact(entry.Artifact, executions is [var execution, ..] ? execution : null, Output: null, Stage: null);
        var lineage = await Lineage.TraceAsync(runs, made, cancellationToken);
        return
        [
            .. lineage
                .Nodes.Select(static node => node.Execution)
                .OfType<ExecutionRecord>()
                .OrderBy(static maker => maker.Execution)
                .Select(static maker => new ModelCode(maker.PipelineType, maker.Stage, maker.Parts.Fingerprint))
                .Distinct(),
        ];
    }
}
