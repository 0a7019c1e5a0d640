using System.Diagnostics.CodeAnalysis;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>The bytes of an artifact are no longer those that were stored.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without the artifact there is nothing to say.")]
[SuppressMessage("Design", "MA0090", Justification = "Without the artifact there is nothing to say.")]
public sealed class CorruptArtifactException(ContentHash artifact, string message) : StoreException(StoreProblem.Corrupt, message)
{
    /// <summary>The artifact.</summary>
    public ContentHash Artifact { get; } = artifact;
}

/// <summary>The store has no such artifact (any more).</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without the artifact there is nothing to say.")]
public sealed class MissingArtifactException(ContentHash artifact, string message) : StoreException(StoreProblem.Missing, message)
{
    /// <summary>The artifact.</summary>
    public ContentHash Artifact { get; } = artifact;
}
