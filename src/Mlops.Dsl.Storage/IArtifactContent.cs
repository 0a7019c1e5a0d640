using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage;

/// <summary>An artifact that is open for reading: the arguments of an <see cref="ArtifactReader"/>, itself being the files.</summary>
public interface IArtifactContent : IArtifactFiles, IDisposable
{
    /// <summary>The bytes, from the start; seekable.</summary>
    Stream Content { get; }

    /// <summary>How many bytes there are.</summary>
    long Length { get; }
}
