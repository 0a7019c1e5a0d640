namespace Mlops.Dsl;

/// <summary>Finds the files that a pattern's segments describe, from the folder that its first, literal segments name.</summary>
internal sealed class FileFinder
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly List<GlobSegment> _segments;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<FileArtifact> _found = [];
    private readonly int _first;

    public FileFinder(SourcePattern pattern)
    {
        _segments = GlobSegment.Split(pattern);
        while (_first < _segments.Count - 1 && _segments[_first].IsLiteral)
        {
            _first++;
        }

        // "/x" has an empty first segment, which stands for the root.
        var folder = string.Join('/', _segments.Take(_first).Select(static segment => segment.Name));
        Folder = Path.GetFullPath(
            _first > 0 && folder.Length == 0 ? "/"
            : folder.Length == 0 ? "."
            : folder
        );
    }

    /// <summary>The folder that paths are relative to.</summary>
    public string Folder { get; }

    /// <summary>The files, each once, in no particular order.</summary>
    public IReadOnlyList<FileArtifact> Find()
    {
        Visit(Folder, "", _first);
        return _found;
    }

    private void Visit(string folder, string prefix, int index)
    {
        var segment = _segments[index];
        var isLast = index == _segments.Count - 1;
        if (segment.IsLiteral)
        {
            VisitName(Path.Combine(folder, segment.Name), prefix + segment.Name, index, isLast);
            return;
        }

        if (segment.IsAnyFolders && !isLast)
        {
            Visit(folder, prefix, index + 1);
        }

        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
        {
            if (entry is DirectoryInfo)
            {
                VisitFolder(entry, prefix, index, isLast);
            }
            else if (isLast && (segment.IsAnyFolders ? entry.Name[0] != '.' : segment.Matches(entry.Name)))
            {
                Add(entry.FullName, prefix + entry.Name);
            }
        }
    }

    private void VisitName(string location, string path, int index, bool isLast)
    {
        if (isLast && File.Exists(location))
        {
            Add(location, path);
        }
        else if (!isLast && Directory.Exists(location))
        {
            Visit(location, path + "/", index + 1);
        }
    }

    private void VisitFolder(FileSystemInfo entry, string prefix, int index, bool isLast)
    {
        var path = $"{prefix}{entry.Name}/";
        if (_segments[index].IsAnyFolders)
        {
            // Links to folders may lead in circles: only a segment that names or matches one goes through it.
            if (entry.Name[0] != '.' && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                Visit(entry.FullName, path, index);
            }
        }
        else if (!isLast && _segments[index].Matches(entry.Name))
        {
            Visit(entry.FullName, path, index + 1);
        }
    }

    private void Add(string location, string path)
    {
        // "**/**/x" reaches a file on several ways.
        if (_seen.Add(path))
        {
            _found.Add(new FileArtifact(path, location, isStored: false));
        }
    }
}
