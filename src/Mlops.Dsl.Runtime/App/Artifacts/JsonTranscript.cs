using System.Globalization;
using System.Text.Json;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>Writes what an artifact consists of as JSON, and hands it on before it piles up.</summary>
/// <remarks>
/// NaN and infinities are texts, as everywhere in the program's JSON; bytes are base 64; an object of an abstract type has its case as
/// <c>$type</c>.
/// </remarks>
internal sealed class JsonTranscript(Utf8JsonWriter writer) : ArtifactTranscript
{
    private const int MostPending = 32 * 1024;
    private long _bytesLeft;

    public override void WriteNull() => writer.WriteNullValue();

    public override void WriteBoolean(bool value) => writer.WriteBooleanValue(value);

    public override void WriteNumber(double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }

        FlushIfMuch();
    }

    public override void WriteNumber(float value)
    {
        if (float.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }

        FlushIfMuch();
    }

    public override void WriteDigits(string digits)
    {
        writer.WriteRawValue(digits);
        FlushIfMuch();
    }

    public override void WriteText(string value)
    {
        writer.WriteStringValue(value);
        FlushIfMuch();
    }

    public override void BeginBytes(long count)
    {
        if (count == 0)
        {
            writer.WriteStringValue("");
        }

        _bytesLeft = count;
    }

    public override void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        _bytesLeft -= bytes.Length;
        writer.WriteBase64StringSegment(bytes, isFinalSegment: _bytesLeft == 0);
        FlushIfMuch();
    }

    public override void EndBytes()
    {
        // The last segment has ended the text.
    }

    public override void BeginList(int count) => writer.WriteStartArray();

    public override void EndList() => writer.WriteEndArray();

    public override void BeginMap(int count) => writer.WriteStartObject();

    public override void EndMap() => writer.WriteEndObject();

    public override void BeginObject(string? caseName = null)
    {
        writer.WriteStartObject();
        if (caseName is not null)
        {
            writer.WriteString("$type", caseName);
        }
    }

    public override void EndObject() => writer.WriteEndObject();

    public override void WriteName(string name) => writer.WritePropertyName(name);

    private void FlushIfMuch()
    {
        if (writer.BytesPending > MostPending)
        {
            writer.Flush();
        }
    }
}
