using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>An artifact that a user asked for, with what is known of where it comes from.</summary>
/// <param name="Reference">Its identity and size.</param>
/// <param name="Execution">The newest execution that made it; null where none is known any more.</param>
/// <param name="Output">The name of the execution's output that it is.</param>
/// <param name="Stage">The stage, as this program declares it; null where it does not (any more).</param>
internal sealed record LocatedArtifact(ArtifactReference Reference, ExecutionRecord? Execution, string? Output, StageDefinition? Stage)
{
    /// <summary>How this program declares the output; null where it does not (any more).</summary>
    public OutputDefinition? Definition => Stage?.Outputs.FirstOrDefault(definition => definition.Name == Output);

    /// <summary>Whether it is the list of what a fan-out returned for each element.</summary>
    public bool IsCollected => Stage is { IsForEach: true } && Execution is { Element: null };
}
