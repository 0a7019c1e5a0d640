namespace Mlops.Dsl.Serialization;

/// <summary>
/// What a codec needs of the store for artifacts that are files: their bytes are kept as objects of their own, and the artifact names them
/// by hash.
/// </summary>
public interface IArtifactFiles
{
    /// <summary>Hashes a file that stays where it is. Sizes and times of known files spare reading them again.</summary>
    ContentHash HashInPlace(string path);

    /// <summary>Copies a file into the store and tells its hash; the artifact being written then refers to it.</summary>
    ContentHash Store(string path);

    /// <summary>The path of a stored file, for reading only.</summary>
    string GetPath(ContentHash content);
}
