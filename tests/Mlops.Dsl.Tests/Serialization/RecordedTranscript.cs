using System.Globalization;
using System.Text;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization;

/// <summary>Writes down what a codec passes on, and fails where it does not keep to the order of calls.</summary>
internal sealed class RecordedTranscript : ArtifactTranscript
{
    private readonly StringBuilder _text = new();
    private readonly Stack<(char End, int Left)> _open = [];
    private bool _isNamed;
    private long _bytesLeft;
    private bool _isInBytes;

    /// <summary>The value, in few characters.</summary>
    public override string ToString()
    {
        Assert.Empty(_open);
        Assert.False(_isInBytes);
        return _text.ToString();
    }

    public override void WriteNull() => Add("null");

    public override void WriteBoolean(bool value) => Add(value ? "true" : "false");

    public override void WriteNumber(double value) => Add(value.ToString(CultureInfo.InvariantCulture));

    public override void WriteNumber(float value) => Add($"{value.ToString(CultureInfo.InvariantCulture)}f");

    public override void WriteDigits(string digits) => Add(digits);

    public override void WriteText(string value) => Add($"'{value}'");

    public override void BeginBytes(long count)
    {
        Add("x");
        _bytesLeft = count;
        _isInBytes = true;
    }

    public override void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        Assert.True(bytes.Length % 3 == 0 || bytes.Length == _bytesLeft);
        _bytesLeft -= bytes.Length;
        _text.Append(Convert.ToHexStringLower(bytes));
    }

    public override void EndBytes()
    {
        Assert.Equal(0, _bytesLeft);
        _isInBytes = false;
    }

    public override void BeginList(int count) => Open("[", ']', count);

    public override void EndList() => Close(']');

    public override void BeginMap(int count) => Open("{", '}', count);

    public override void EndMap() => Close('}');

    public override void BeginObject(string? caseName = null) => Open($"{caseName}(", ')', count: -1);

    public override void EndObject() => Close(')');

    public override void WriteName(string name)
    {
        Assert.False(_isNamed);
        Assert.NotEqual(']', _open.Peek().End);
        Separate();
        _text.Append(name).Append(':');
        _isNamed = true;
    }

    private void Open(string start, char end, int count)
    {
        Add(start);
        _open.Push((end, count));
    }

    private void Close(char end)
    {
        Assert.False(_isNamed);
        var (opened, left) = _open.Pop();
        Assert.Equal(end, opened);
        Assert.True(left <= 0, $"{left} announced items are missing");
        _text.Append(end);
    }

    private void Add(string value)
    {
        if (_open.TryPop(out var parent))
        {
            Assert.True(_isNamed || parent.End == ']', "a value without a name");
            Assert.NotEqual(0, parent.Left);
            _open.Push((parent.End, parent.Left - 1));
        }

        if (!_isNamed)
        {
            Separate();
        }

        _isNamed = false;
        _text.Append(value);
    }

    private void Separate()
    {
        if (_text.Length > 0 && _text[^1] is not ('[' or '{' or '('))
        {
            _text.Append(',');
        }
    }
}
