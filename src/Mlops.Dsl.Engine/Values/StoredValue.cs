using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>A value that this run has put into the store, to be committed.</summary>
internal sealed record StoredValue(StoredArtifact Artifact) : KeptArtifact(Artifact.Reference);

/// <summary>A value that an earlier run has committed.</summary>
internal sealed record CommittedValue(ArtifactReference Reference) : KeptArtifact(Reference);
