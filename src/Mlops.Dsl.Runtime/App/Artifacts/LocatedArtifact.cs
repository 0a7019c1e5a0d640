using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>An artifact that a user asked for, with what is known of where it comes from.</summary>
/// <param name="Reference">Its identity and size.</param>
/// <param name="Execution">The newest execution that made it; null where none is known any more.</param>
/// <param name="Output">The name of the execution's output that it is.</param>
/// <param name="Stage">The stage, as this program declares it; null where it does not (any more).</param>
internal sealed record LocatedArtifact(ArtifactReference Reference, ExecutionRecord? Execution, string? Output, StageDefinition? Stage)
{
    /// <summary>
    /// How this program declares the output; null where it does not (any more), or declares a type that is stored otherwise.
    /// </summary>
    public OutputDefinition? Definition =>
        Stage?.Outputs.FirstOrDefault(definition => definition.Name == Output && (Schema is null || definition.Schema == Schema));

    /// <summary>The codec schema of the artifact's bytes; null where no execution is known that made it.</summary>
    public string? Schema =>
        Execution?.Parts.Codecs.Where(codec => codec.Name == Output).Select(static codec => codec.Value).FirstOrDefault();

    /// <summary>Why <see cref="Definition"/> is null.</summary>
    public string WhyUnknown =>
        Schema is { } schema && Stage is { } stage && stage.Outputs.Any(definition => definition.Name == Output)
            ? $"'{stage.Name}' returned another type when this was made, stored as {schema}"
            : "no stage of this program is known to have made it, so that its type is not known";

    /// <summary>Whether it is the list of what a fan-out returned for each element.</summary>
    public bool IsCollected => Stage is { IsForEach: true } && Execution is { Element: null };
}
