using System.Buffers;

namespace Mlops.Dsl.Engine;

/// <summary>What is known of the texts that are looked for in encodings: most digits mean no text at all, and show it by this.</summary>
internal sealed class SoughtTexts
{
    private readonly SearchValues<char> _characters;

    /// <summary>Knows some texts.</summary>
    public SoughtTexts(IReadOnlyCollection<string> texts)
    {
        Shortest = texts.Select(static text => text.Length).DefaultIfEmpty(int.MaxValue).Min();

        // Encodings inside are written in printable characters, in lines.
        var printable = Enumerable.Range(' ', '~' - ' ' + 1).Select(static value => (char)value);
        _characters = SearchValues.Create([.. texts.SelectMany(static text => text).Concat(printable).Concat("\t\r\n").Distinct()]);
    }

    /// <summary>How many characters each of them has at least.</summary>
    public int Shortest { get; }

    /// <summary>Whether one of them can hold these characters, itself or in another encoding.</summary>
    public bool MayHold(ReadOnlySpan<char> characters) => !characters.ContainsAnyExcept(_characters);
}
