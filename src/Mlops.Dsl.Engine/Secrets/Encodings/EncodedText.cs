using System.Text;

namespace Mlops.Dsl.Engine;

/// <summary>A text that another one holds in an encoding; of each of its characters it is known where the other one writes it.</summary>
internal sealed class EncodedText
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    /// <summary>What it says.</summary>
    public string Text => _text.ToString();

    /// <summary>How many characters it has.</summary>
    public int Length => _starts.Count;

    /// <summary>Adds what the other text writes in a range of its characters.</summary>
    public void Add(ReadOnlySpan<char> characters, int start, int end)
    {
        foreach (var character in characters)
        {
            _text.Append(character);
            _starts.Add(start);
            _ends.Add(end);
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _text.Clear();
        _starts.Clear();
        _ends.Clear();
    }

    /// <summary>Where the other text writes a range of this one's characters, which is not empty.</summary>
    public (int Start, int End) Locate(int start, int end) => (_starts[start], _ends[end - 1]);
}
