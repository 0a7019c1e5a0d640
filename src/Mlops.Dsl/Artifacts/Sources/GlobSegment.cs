using System.Text;

namespace Mlops.Dsl;

/// <summary>What one name of a path has to look like.</summary>
internal sealed class GlobSegment
{
    // Characters that no file name holds stand for the wildcards, so that literal '*' and '?' need no escape.
    private const char AnyRun = '\0';
    private const char AnyOne = '\u0001';

    private readonly string _pattern;

    private GlobSegment(string pattern)
    {
        _pattern = pattern;
        IsLiteral = !pattern.AsSpan().ContainsAny(AnyRun, AnyOne);
        IsAnyFolders = pattern is [AnyRun, AnyRun];
    }

    /// <summary>Whether the segment is a name, without wildcards.</summary>
    public bool IsLiteral { get; }

    /// <summary>Whether the segment is <c>**</c>.</summary>
    public bool IsAnyFolders { get; }

    /// <summary>The name, where <see cref="IsLiteral"/>.</summary>
    public string Name => _pattern;

    /// <summary>Takes a pattern apart at its slashes.</summary>
    /// <exception cref="SourceException">The pattern holds a character that no path can hold.</exception>
    public static List<GlobSegment> Split(SourcePattern pattern)
    {
        var text = pattern.ToString();
        if (text.AsSpan().ContainsAny(AnyRun, AnyOne))
        {
            throw new SourceException("The location of a source holds a control character that no path can hold.");
        }

        var segments = new List<GlobSegment>();
        var segment = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '/' || text[i] == Path.DirectorySeparatorChar)
            {
                segments.Add(new GlobSegment(segment.ToString()));
                segment.Clear();
            }
            else
            {
                segment.Append(
                    pattern.IsLiteral(i)
                        ? text[i]
                        : text[i] switch
                        {
                            '*' => AnyRun,
                            '?' => AnyOne,
                            var other => other,
                        }
                );
            }
        }

        segments.Add(new GlobSegment(segment.ToString()));
        return segments;
    }

    /// <summary>
    /// Whether a file's or folder's name fits. As in a shell, a name that starts with a dot is hidden from wildcards in its first place.
    /// </summary>
    public bool Matches(ReadOnlySpan<char> name)
    {
        if (name is ['.', ..] && _pattern is [AnyRun or AnyOne, ..])
        {
            return false;
        }

        // Greedy with one point of return: linear for all but contrived names, and never exponential.
        int i = 0,
            p = 0,
            retryName = -1,
            retryPattern = -1;
        while (i < name.Length)
        {
            if (p < _pattern.Length && _pattern[p] == AnyRun)
            {
                retryPattern = ++p;
                retryName = i;
            }
            else if (p < _pattern.Length && (_pattern[p] == AnyOne || _pattern[p] == name[i]))
            {
                p++;
                i++;
            }
            else if (retryPattern >= 0)
            {
                p = retryPattern;
                i = ++retryName;
            }
            else
            {
                return false;
            }
        }

        return _pattern.AsSpan(p).Trim(AnyRun).IsEmpty;
    }
}
