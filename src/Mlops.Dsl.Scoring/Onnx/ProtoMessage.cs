using System.Text;

namespace Mlops.Dsl.Onnx;

/// <summary>A field of a protocol buffer message: a number, or bytes.</summary>
internal readonly record struct ProtoField(int Number, int WireType, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    public const int Varint = 0;
    public const int Fixed64 = 1;
    public const int Delimited = 2;
    public const int Fixed32 = 5;

    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public static ProtoField Of(int number, ulong value) => new(number, Varint, value, default);

    public static ProtoField Of(int number, ReadOnlyMemory<byte> bytes) => new(number, Delimited, 0, bytes);

    public static ProtoField Of(int number, string text) => Of(number, Encoding.UTF8.GetBytes(text));
}

/// <summary>
/// The fields of a protocol buffer message, in order, by the wire format (protobuf.dev/programming-guides/encoding). Enough to look into
/// a graph and to leave parts of it
/// out, without a library that every scoring program would carry.
/// </summary>
internal sealed class ProtoMessage(IEnumerable<ProtoField> fields)
{
    public List<ProtoField> Fields { get; } = [.. fields];

    /// <summary>Reads a message.</summary>
    /// <exception cref="FormatException">The bytes are none.</exception>
    public static ProtoMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        var fields = new List<ProtoField>();
        var position = 0;
        while (position < bytes.Length)
        {
            var tag = ReadVarint(bytes.Span, ref position);
            var (number, wireType) = ((int)(tag >> 3), (int)(tag & 7));
            if (number is 0 || tag > uint.MaxValue)
            {
                throw new FormatException($"A field at byte {position} has no valid number.");
            }

            fields.Add(
                wireType switch
                {
                    ProtoField.Varint => new ProtoField(number, wireType, ReadVarint(bytes.Span, ref position), default),
                    ProtoField.Fixed64 => new ProtoField(number, wireType, 0, Take(bytes, 8, ref position)),
                    ProtoField.Delimited => new ProtoField(
                        number,
                        wireType,
                        0,
                        Take(bytes, ReadVarint(bytes.Span, ref position), ref position)
                    ),
                    ProtoField.Fixed32 => new ProtoField(number, wireType, 0, Take(bytes, 4, ref position)),
                    _ => throw new FormatException($"A field at byte {position} has the unknown wire type {wireType}."),
                }
            );
        }

        return new ProtoMessage(fields);
    }

    public IEnumerable<ReadOnlyMemory<byte>> All(int number) =>
        Fields.Where(field => field.Number == number && field.WireType == ProtoField.Delimited).Select(static field => field.Bytes);

    public IEnumerable<ProtoMessage> Messages(int number) => All(number).Select(Parse);

    public IEnumerable<string> Texts(int number) => All(number).Select(static bytes => Encoding.UTF8.GetString(bytes.Span));

    /// <summary>The last value of a number, as the wire format has it; 0 where there is none.</summary>
    public long Number(int number) =>
        (long)Fields.LastOrDefault(field => field.Number == number && field.WireType == ProtoField.Varint).Value;

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        foreach (var field in Fields)
        {
            WriteVarint(stream, ((ulong)field.Number << 3) | (uint)field.WireType);
            if (field.WireType == ProtoField.Varint)
            {
                WriteVarint(stream, field.Value);
                continue;
            }

            if (field.WireType == ProtoField.Delimited)
            {
                WriteVarint(stream, (ulong)field.Bytes.Length);
            }

            stream.Write(field.Bytes.Span);
        }

        return stream.ToArray();
    }

    private static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, ulong length, ref int position)
    {
        if (length > (ulong)(bytes.Length - position))
        {
            throw new FormatException($"A field at byte {position} is longer than what is left.");
        }

        position += (int)length;
        return bytes.Slice(position - (int)length, (int)length);
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int position)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && position < bytes.Length; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException($"A number at byte {position} does not end.");
    }

    private static void WriteVarint(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }
}
