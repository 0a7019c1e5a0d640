using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>An artifact and what made it.</summary>
/// <param name="Artifact">The artifact's hash.</param>
/// <param name="Execution">The execution that made it; null where the store does not know any more.</param>
internal sealed record LineageNode(ContentHash Artifact, ExecutionRecord? Execution)
{
    /// <summary>The execution's output that it is.</summary>
    public string? Output { get; } =
        Execution
            ?.Outputs.Where(candidate => candidate.Artifact.Hash == Artifact)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();

    /// <summary>What the execution took.</summary>
    public List<LineageInput> Inputs { get; } = [];
}

/// <summary>An artifact that an execution took.</summary>
/// <param name="Name">The input for which it took it.</param>
/// <param name="Node">The artifact's place in <see cref="Lineage.Nodes"/>.</param>
internal sealed record LineageInput(string Name, int Node);
