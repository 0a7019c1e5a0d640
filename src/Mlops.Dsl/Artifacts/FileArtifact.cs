using System.Text;

namespace Mlops.Dsl;

/// <summary>
/// A file as an artifact: what a source found, or what a stage wrote through <see cref="StageContext.CreateFile(string)"/>. Its identity is
/// its path and its content; where it lies on this machine is neither.
/// </summary>
public sealed class FileArtifact
{
    private readonly FileStamp _stamp;

    internal FileArtifact(string path, string location, bool isStored)
    {
        Path = path;
        Location = System.IO.Path.GetFullPath(location);
        IsStored = isStored;
        var status = FileStatus.Find(Location);
        if (status is { Kind: FileKind.Link } && new FileInfo(Location).ResolveLinkTarget(returnFinalTarget: true) is { } target)
        {
            // A link's own size and time tell nothing of the content that it leads to.
            Location = target.FullName;
            status = FileStatus.Find(Location);
        }

        if (status is not { Kind: not FileKind.Folder } found)
        {
            var end = status is null && Location != System.IO.Path.GetFullPath(location) ? $": it is a link to '{Location}'" : "";
            throw new FileNotFoundException($"The file '{location}' does not exist{end}.", location);
        }

        if (found.Kind != FileKind.File)
        {
            throw new SourceException(
                $"'{location}' is {found.Kind.Describe()}, not a file: reading it could wait or go on for ever. "
                    + "Name a file, or use a pattern that it does not match."
            );
        }

        Length = found.Stamp.Length;
        _stamp = found.Stamp;
    }

    /// <summary>The path relative to the source's folder, or the file's name; with <c>/</c> on every system.</summary>
    public string Path { get; }

    /// <summary>The size in bytes.</summary>
    public long Length { get; }

    /// <summary>
    /// The absolute path on this machine, for libraries that open files themselves. It must not reach an output: it is in no cache key.
    /// What lies beside the file is no part of the artifact.
    /// </summary>
    public string Location { get; }

    /// <summary>Whether the file is an object of the store already, so that its content can't change.</summary>
    internal bool IsStored { get; }

    /// <summary>Takes a file that lies outside the store.</summary>
    /// <param name="location">The file's path; its name becomes <see cref="Path"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="SourceException">It is a pipe, a device or a socket.</exception>
    public static FileArtifact FromPath(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var full = System.IO.Path.GetFullPath(location);
        return new FileArtifact(System.IO.Path.GetFileName(full), full, isStored: false);
    }

    /// <summary>Opens the content for reading.</summary>
    public FileStream OpenRead() =>
        new(
            Location,
            new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.Read,
                Options = FileOptions.SequentialScan,
            }
        );

    /// <summary>The content as text: UTF-8 unless a byte order mark says otherwise.</summary>
    public string ReadAllText() => File.ReadAllText(Location, Encoding.UTF8);

    /// <summary>The content as bytes.</summary>
    public byte[] ReadAllBytes() => File.ReadAllBytes(Location);

    /// <summary>The content's lines, read as they are enumerated.</summary>
    public IEnumerable<string> ReadLines() => File.ReadLines(Location, Encoding.UTF8);

    /// <inheritdoc />
    public override string ToString() => Path;

    /// <summary>
    /// Tells a file that was changed, or replaced, since it was found: a stage may have read other bytes than those in its cache key.
    /// Another file of the same size
    /// and time is noticed by what no program can set, where the system tells it.
    /// </summary>
    internal bool HasChanged() => !IsStored && FileStamp.Find(Location) != _stamp;
}
