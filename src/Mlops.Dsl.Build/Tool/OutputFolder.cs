using System.Buffers;
using System.Security.Cryptography;

namespace Mlops.Dsl.Build.Tool;

/// <summary>The folder that the tool's files, and nothing else, are in.</summary>
internal sealed class OutputFolder(string path)
{
    private static readonly SearchValues<char> InvalidCharacters = SearchValues.Create([
        .. Path.GetInvalidFileNameChars(),
        .. "\\/:*?\"<>|",
    ]);

    private readonly HashSet<string> _current = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes a file whole, and only if its content changed, so that nothing downstream is copied without need.</summary>
    /// <returns>The content's SHA-256.</returns>
    /// <exception cref="ToolException">The name can't be that of a file.</exception>
    public string Write(string name, Action<Stream> write)
    {
        // A backslash is a letter of a name on one system and a folder on another.
        if (name.AsSpan().IndexOfAny(InvalidCharacters) >= 0)
        {
            throw new ToolException(
                $"The pipeline's files would be called '{name}', which is no valid file name everywhere. Give the pipeline a name of "
                    + $"letters, digits, '-', '_' and '.'."
            );
        }

        using var content = new MemoryStream();
        write(content);
        content.WriteByte((byte)'\n');
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        var target = Path.Combine(path, name);
        _current.Add(name);
        if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(content.GetBuffer().AsSpan(0, (int)content.Length)))
        {
            return hash;
        }

        Directory.CreateDirectory(path);
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, content.ToArray());
        File.Move(temporary, target, overwrite: true);
        return hash;
    }

    /// <summary>Writes a file of lines, or removes it where there are none.</summary>
    public void WriteLines(string name, IReadOnlyList<string> lines)
    {
        var target = Path.Combine(path, name);
        if (lines.Count > 0)
        {
            File.WriteAllLines(target, lines);
        }
        else if (File.Exists(target))
        {
            File.Delete(target);
        }
    }

    /// <summary>Removes the files of pipelines that are gone.</summary>
    public void RemoveStale()
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(path, "*.json").Where(file => !_current.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }
}
