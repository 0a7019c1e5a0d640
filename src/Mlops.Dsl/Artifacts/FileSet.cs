using System.Collections;

namespace Mlops.Dsl;

/// <summary>Files as one artifact, ordered by path. Its identity is the paths and contents of its files.</summary>
public sealed class FileSet : IReadOnlyList<FileArtifact>
{
    private readonly FileArtifact[] _files;

    /// <summary>Creates a set of files.</summary>
    /// <exception cref="ArgumentException">Two files have the same path.</exception>
    public FileSet(IEnumerable<FileArtifact> files)
    {
        _files = [.. files];
        Array.Sort(_files, static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        for (var i = 1; i < _files.Length; i++)
        {
            if (_files[i].Path == _files[i - 1].Path)
            {
                throw new ArgumentException($"Two files have the path '{_files[i].Path}'.", nameof(files));
            }
        }
    }

    /// <inheritdoc />
    public int Count => _files.Length;

    /// <inheritdoc />
    public FileArtifact this[int index] => _files[index];

    /// <summary>The file with a path, or null.</summary>
    public FileArtifact? Find(string path) => Array.Find(_files, file => file.Path == path);

    /// <inheritdoc />
    public IEnumerator<FileArtifact> GetEnumerator() => ((IEnumerable<FileArtifact>)_files).GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
