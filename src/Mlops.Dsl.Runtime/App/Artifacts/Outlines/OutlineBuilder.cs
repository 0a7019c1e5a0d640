using System.Globalization;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.App.Artifacts.Outlines;

/// <summary>Keeps of an artifact what a person wants to see first: the beginning of every list, and of texts that are very long.</summary>
internal sealed class OutlineBuilder : ArtifactTranscript
{
    private const int MostItems = 20;
    private const int MostInnerItems = 8;
    private const int OuterLevels = 2;
    private const int DeepestLevel = 30;
    private const int MostNodes = 4000;
    private const int LongestText = 4000;
    private const int MostBytes = 32;

    // A null stands for a value that is not shown, in which others may lie.
    private readonly Stack<OutlineNode?> _open = [];
    private readonly List<byte> _bytes = [];
    private string? _name;
    private int _nodes;
    private long _byteCount;

    /// <summary>The artifact's value.</summary>
    public OutlineNode Root { get; private set; } = new(OutlineKind.Text);

    /// <summary>Whether the artifact has more than the outline.</summary>
    public bool IsShortened { get; private set; }

    private bool IsShown =>
        _open.Count == 0
        || (_open.Peek() is { } parent && parent.Items.Count < Limit(parent) && _nodes < MostNodes && _open.Count <= DeepestLevel);

    public override void WriteNull() => Add(OutlineKind.Text, "(null)");

    public override void WriteBoolean(bool value) => Add(OutlineKind.Text, value ? "true" : "false");

    public override void WriteNumber(double value) => Add(OutlineKind.Number, IsShown ? value.ToString(CultureInfo.InvariantCulture) : "");

    public override void WriteNumber(float value) => Add(OutlineKind.Number, IsShown ? value.ToString(CultureInfo.InvariantCulture) : "");

    public override void WriteDigits(string digits) => Add(OutlineKind.Number, digits);

    public override void WriteText(string value)
    {
        // The whole artifact is shown whole if it is a text: that is what texts are for.
        var isCut = value.Length > LongestText && _open.Count > 0;
        IsShortened |= isCut;
        Add(OutlineKind.Text, isCut ? $"{value[..LongestText]}…" : value);
    }

    public override void BeginBytes(long count)
    {
        _byteCount = count;
        _bytes.Clear();
        IsShortened |= count > MostBytes;
    }

    public override void WriteBytes(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes[..Math.Min(bytes.Length, MostBytes - _bytes.Count)]);

    public override void EndBytes() =>
        Add(
            OutlineKind.Text,
            $"{Number.Of(_byteCount, "byte")}{(_byteCount == 0 ? "" : ": ")}{Convert.ToHexStringLower([.. _bytes])}"
                + (_byteCount > MostBytes ? "…" : "")
        );

    public override void BeginList(int count) => Open(OutlineKind.List, "", count);

    public override void EndList() => _open.Pop();

    public override void BeginMap(int count) => Open(OutlineKind.Map, "", count);

    public override void EndMap() => _open.Pop();

    public override void BeginObject(string? caseName = null) => Open(OutlineKind.Object, caseName ?? "", count: 0);

    public override void EndObject() => _open.Pop();

    public override void WriteName(string name) => _name = name;

    // Members of an object are few, and written by hand.
    private int Limit(OutlineNode parent) =>
        parent.Kind == OutlineKind.Object ? int.MaxValue
        : _open.Count <= OuterLevels ? MostItems
        : MostInnerItems;

    private void Add(OutlineKind kind, string text) => Add(kind, text, count: 0);

    private OutlineNode? Add(OutlineKind kind, string text, int count)
    {
        if (!IsShown)
        {
            IsShortened = true;
            return null;
        }

        _nodes++;
        var node = new OutlineNode(kind)
        {
            Name = _name,
            Text = text,
            Count = count,
        };
        _name = null;
        if (_open.Count == 0)
        {
            Root = node;
        }
        else
        {
            _open.Peek()!.Items.Add(node);
        }

        return node;
    }

    private void Open(OutlineKind kind, string text, int count) => _open.Push(Add(kind, text, count));
}
