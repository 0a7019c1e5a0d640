using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Serving;

/// <summary>Stands for the files of an artifact where there are none: a row refers to no file.</summary>
internal sealed class NoFiles : IArtifactFiles
{
    public static NoFiles Instance { get; } = new();

    public ContentHash HashInPlace(string path) => throw Refuse();

    public ContentHash Store(string path) => throw Refuse();

    public string GetPath(ContentHash content) => throw Refuse();

    private static NotSupportedException Refuse() => new("A row that is served can't have a file as a column: send what is in it.");
}
