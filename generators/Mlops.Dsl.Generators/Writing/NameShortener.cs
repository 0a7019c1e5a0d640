using System.Text;

namespace Mlops.Dsl.Generators.Writing;

/// <summary>Replaces full names in generated code by simple ones, and tells which namespaces must be imported for it.</summary>
/// <param name="shortNames">The full names of the types that have a simple one, in ordinal order.</param>
internal sealed class NameShortener(IReadOnlyList<string> shortNames)
{
    private const string Start = "global::";
    private static readonly char[] TextOrComment = ['"', '/'];

    // A pipeline of many stages writes few names many times. Each has its place by its hash, and the last one that was there is remembered.
    private readonly (string Name, string Shortened)[] _known = new (string, string)[256];

    /// <summary>The namespaces of the names that were shortened.</summary>
    public SortedSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Appends a line of code with its names shortened; comments and texts in quotes stay as they are.</summary>
    public void Append(StringBuilder target, string line)
    {
        var copied = 0;
        var position = 0;
        var name = IndexOfName(line, 0);
        while (name >= 0)
        {
            var special = line.IndexOfAny(TextOrComment, position, name - position);
            if (special < 0)
            {
                target.Append(line, copied, name - copied);
                copied = position = AppendName(target, line, name);
                name = IndexOfName(line, position);
            }
            else if (line[special] == '"')
            {
                position = EndOfText(line, special);
                name = position > name ? IndexOfName(line, position) : name;
            }
            else if (line[special + 1] == '/')
            {
                break;
            }
            else
            {
                position = special + 1;
            }
        }

        target.Append(line, copied, line.Length - copied);
    }

    private static int IndexOfName(string line, int from) => line.IndexOf(Start, from, StringComparison.Ordinal);

    /// <summary>
    /// Where a literal ends: raw ones with as many quotes as they start with, others at the next quote that is not escaped.
    /// </summary>
    private static int EndOfText(string line, int start)
    {
        if (start > 0 && line[start - 1] == '\'')
        {
            // The character '"'.
            return start + 1;
        }

        var quotes = 0;
        while (start + quotes < line.Length && line[start + quotes] == '"')
        {
            quotes++;
        }

        if (quotes >= 3)
        {
            return line.IndexOf(new string('"', quotes), start + quotes, StringComparison.Ordinal) + quotes;
        }

        var end = start + 1;
        while (line[end] != '"')
        {
            end += line[end] == '\\' ? 2 : 1;
        }

        return end + 1;
    }

    private int AppendName(StringBuilder target, string line, int start)
    {
        var end = start + Start.Length;
        var hash = 0;
        while (end < line.Length && (IsWord(line[end]) || line[end] == '.'))
        {
            hash = unchecked((hash * 31) + line[end]);
            end++;
        }

        var length = end - start;
        ref var known = ref _known[hash & 255];
        if (known.Name?.Length != length || string.CompareOrdinal(line, start, known.Name, 0, length) != 0)
        {
            var name = line.Substring(start, length);
            known = (name, Shorten(name));
        }

        target.Append(known.Shortened);
        return end;
    }

    /// <summary>
    /// The name from the first of its segments on that is a type with a short name: what follows may be nested in it or be its member.
    /// </summary>
    private string Shorten(string name)
    {
        for (var end = name.IndexOf('.', Start.Length); ; end = name.IndexOf('.', end + 1))
        {
            var length = (end < 0 ? name.Length : end) - Start.Length;
            var type = name.Substring(Start.Length, length);
            if (IsShort(type))
            {
                var space = type.Substring(0, type.LastIndexOf('.'));
                Namespaces.Add(space);
                return name.Substring(Start.Length + space.Length + 1);
            }

            if (end < 0)
            {
                return name;
            }
        }
    }

    private bool IsShort(string type)
    {
        var (low, high) = (0, shortNames.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(shortNames[middle], type);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '@';
}
