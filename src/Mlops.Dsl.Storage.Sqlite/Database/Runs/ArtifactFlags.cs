namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>What is kept of an <see cref="ArtifactReference"/> beside its hash and length.</summary>
[Flags]
internal enum ArtifactFlags
{
    /// <summary>A file of its own, naming no other.</summary>
    None = 0,

    /// <summary><see cref="ArtifactReference.IsInline"/>.</summary>
    Inline = 1,

    /// <summary><see cref="ArtifactReference.HasFiles"/>.</summary>
    HasFiles = 2,
}
