using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>An encoded value, from which each stage that takes it decodes a copy of its own.</summary>
/// <param name="Reference">The artifact as the store knows it; default in a run in memory, where nothing is hashed.</param>
internal abstract record KeptArtifact(ArtifactReference Reference);
