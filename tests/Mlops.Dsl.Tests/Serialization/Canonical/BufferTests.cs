using System.Text;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

/// <summary>Nothing changes where a value crosses the end of the writer's or the reader's buffer, or comes in small pieces.</summary>
public sealed class BufferTests
{
    private const int Buffer = 64 * 1024;

    public static TheoryData<int> Paddings => [0, 1, 15, 16, 17, .. Enumerable.Range(Buffer - 20, 22), (2 * Buffer) - 1, 2 * Buffer];

    [Theory]
    [MemberData(nameof(Paddings))]
    public void Values_after_any_padding_have_their_bytes_and_are_read_back(int padding)
    {
        using var expected = new MemoryStream();
        using var written = new MemoryStream();
        var pad = new byte[padding];
        new Random(padding).NextBytes(pad);
        using (var writer = new ArtifactWriter(written, new FolderFiles("nowhere")))
        {
            writer.WriteBytes(pad);
            expected.Write(pad);
            writer.WriteUnmanaged(0x0123456789ABCDEFL);
            expected.Write(BitConverter.GetBytes(0x0123456789ABCDEFL));
            writer.WriteByte(7);
            writer.WriteBoolean(true);
            expected.Write([7, 1]);
            writer.WriteVarUInt64(ulong.MaxValue);
            expected.Write([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]);
            writer.WriteString("aß");
            expected.Write([6, .. "aß"u8]);
            writer.WriteHash(ContentHash.Of(pad));
            expected.Write(ContentHash.Of(pad).AsSpan());
            writer.WriteSpan<short>([1, 2, 3]);
            expected.Write([1, 0, 2, 0, 3, 0]);
        }

        Assert.Equal(expected.ToArray(), written.ToArray());
        using var source = new SlowStream([.. expected.ToArray(), 99]);
        using var reader = new ArtifactReader(source, expected.Length, new FolderFiles("nowhere"));
        var back = new byte[padding];
        reader.ReadBytes(back);
        Assert.Equal(pad, back);
        Assert.Equal(expected.Length - padding, reader.Remaining);
        Assert.Equal(0x0123456789ABCDEFL, reader.ReadUnmanaged<long>());
        Assert.Equal(7, reader.ReadByte());
        Assert.True(reader.ReadBoolean());
        Assert.Equal(ulong.MaxValue, reader.ReadVarUInt64());
        Assert.Equal("aß", reader.ReadString());
        Assert.Equal(ContentHash.Of(pad), reader.ReadHash());
        var shorts = new short[3];
        reader.ReadSpan<short>(shorts);
        Assert.Equal([1, 2, 3], shorts);
        reader.EnsureEnd();
        Assert.Equal(expected.Length, source.Position);
    }

    [Fact]
    public void A_reader_takes_nothing_that_comes_after_the_artifact()
    {
        const int Length = (2 * Buffer) + 100;
        using var source = new MemoryStream(new byte[Length + Buffer]);
        using var reader = new ArtifactReader(source, Length, new FolderFiles("nowhere"));
        while (reader.Remaining >= 7)
        {
            reader.ReadBytes(new byte[7]);
            Assert.InRange(source.Position, 0, Length);
        }

        reader.ReadBytes(new byte[reader.Remaining]);
        reader.EnsureEnd();
        Assert.Equal(Length, source.Position);
    }

    /// <summary>
    /// Texts around the sizes at which the writer and the reader take another way, at the start of a buffer and near its end.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(Buffer - 10)]
    public void Texts_of_any_length_have_their_bytes_and_are_read_back(int padding)
    {
        foreach (
            var length in (int[])
                [
                    0,
                    1,
                    63,
                    64,
                    1000,
                    Buffer - 200,
                    Buffer - 101,
                    Buffer - 4,
                    Buffer - 3,
                    Buffer - 2,
                    Buffer - 1,
                    Buffer,
                    Buffer + 1,
                    (2 * Buffer) + 3,
                ]
        )
        {
            foreach (var letter in (string[])["x", "ß", "\ud800"])
            {
                var text = new StringBuilder().Insert(0, letter, length).ToString();
                var bytes = Encoded.Write(new PaddedText(padding), text);
                byte[] content =
                    letter == "\ud800" && length > 0
                        ? Encoding.Unicode.GetBytes(text.Replace("\ud800", "\0", StringComparison.Ordinal))
                        : Encoding.UTF8.GetBytes(text);
                Assert.Equal(
                    content.Length,
                    bytes.Length
                        - padding
                        - Header(letter == "\ud800" && length > 0 ? (ulong)(content.Length * 2) | 1 : (ulong)content.Length * 2).Length
                );
                Assert.Equal(text, Encoded.Read(new PaddedText(padding), bytes));
            }
        }
    }

    [Fact]
    public void Numbers_of_variable_length_have_one_form()
    {
        foreach (
            var value in (ulong[])
                [0, 1, 127, 128, 129, 16383, 16384, uint.MaxValue, (1UL << 56) - 1, 1UL << 56, (1UL << 63) - 1, 1UL << 63, ulong.MaxValue]
        )
        {
            var bytes = Encoded.Write(new VarCodec(), value);
            Assert.Equal(Header(value), bytes);
            Assert.Equal(value, Encoded.Read(new VarCodec(), bytes));
        }

        byte[][] others =
        [
            [0x80, 0x00],
            [0xFF, 0x00],
            [0x80, 0x80, 0x00],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02],
            [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0x01],
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        ];
        Assert.All(others, static bytes => Assert.Throws<ArtifactFormatException>(() => Encoded.Read(new VarCodec(), bytes)));
    }

    [Theory]
    [InlineData(int.MaxValue, 0, 0, true)]
    [InlineData(int.MaxValue + 1L, 0, 0, false)]
    [InlineData(2, 4, 8, true)]
    [InlineData(2, 4, 9, true)]
    [InlineData(2, 4, 7, false)]
    [InlineData(3, 4, 8, false)]
    [InlineData(0, 4, 0, true)]
    [InlineData(1, 1, 1, true)]
    [InlineData(1, 1, 0, false)]
    public void A_length_is_one_that_can_be_there(long length, int itemSize, int left, bool isRead)
    {
        var bytes = Encoded.Write(new VarCodec(), (ulong)length).Concat(new byte[left]).ToArray();
        using var reader = new ArtifactReader(new MemoryStream(bytes), bytes.Length, new FolderFiles("nowhere"));
        if (isRead)
        {
            Assert.Equal(length, reader.ReadLength(itemSize));
            Assert.Equal(left, reader.Remaining);
        }
        else
        {
            Assert.Throws<ArtifactFormatException>(() => reader.ReadLength(itemSize));
        }
    }

    [Fact]
    public void A_file_that_ends_before_its_content_is_damaged_whatever_is_read()
    {
        Action<ArtifactReader>[] reads =
        [
            static r => r.ReadByte(),
            static r => r.ReadUnmanaged<int>(),
            static r => r.ReadBytes(new byte[5]),
            static r => r.ReadHash(),
            static r => r.ReadString(),
        ];
        foreach (var read in reads)
        {
            using var reader = new ArtifactReader(new MemoryStream(), 100, new FolderFiles("nowhere"));
            Assert.Contains(
                "ends before its content does",
                Assert.Throws<ArtifactFormatException>(() => read(reader)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("08616263")]
    [InlineData("0261FF")]
    [InlineData("04C3")]
    [InlineData("02C3")]
    [InlineData("0500")]
    [InlineData("FFFFFFFF1F")]
    [InlineData("FFFFFFFFFFFFFFFFFF01")]
    public void A_text_that_is_none_is_refused(string bytes) =>
        Assert.Throws<ArtifactFormatException>(() => Encoded.Read(Codecs.String, Convert.FromHexString(bytes)));

    [Fact]
    public void A_negative_length_and_a_missing_text_are_the_programs_fault()
    {
        using var writer = new ArtifactWriter(Stream.Null, new FolderFiles("nowhere"));

        Assert.Throws<ArgumentOutOfRangeException>(() => writer.WriteLength(-1));
        Assert.Throws<ArgumentNullException>(() => writer.WriteString(null!));
    }

    /// <summary>Many small values, so that the reader's buffer is filled again and again behind what is left in it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Many_small_values_are_read_back_from_a_source_of_any_speed(bool isSlow)
    {
        using var written = new MemoryStream();
        using (var writer = new ArtifactWriter(written, new FolderFiles("nowhere")))
        {
            for (var i = 0; i < 30_000; i++)
            {
                writer.WriteByte((byte)i);
                writer.WriteUnmanaged(i);
                writer.WriteSingle(i);
                writer.WriteUnmanaged((short)i);
            }
        }

        using var source = isSlow ? new SlowStream(written.ToArray()) : new MemoryStream(written.ToArray());
        using var reader = new ArtifactReader(source, written.Length, new FolderFiles("nowhere"));
        for (var i = 0; i < 30_000; i++)
        {
            Assert.Equal(
                ((byte)i, i, (float)i, (short)i),
                (reader.ReadByte(), reader.ReadUnmanaged<int>(), reader.ReadSingle(), reader.ReadUnmanaged<short>())
            );
        }

        reader.EnsureEnd();
    }

    /// <summary>A buffer that is given back twice would be two owners' at once.</summary>
    [Fact]
    public void Disposing_twice_gives_the_buffer_back_once()
    {
        var writer = new ArtifactWriter(Stream.Null, new FolderFiles("nowhere"));
        writer.Dispose();
        writer.Dispose();
        var reader = new ArtifactReader(Stream.Null, Buffer, new FolderFiles("nowhere"));
        reader.Dispose();
        reader.Dispose();
        var buffers = Enumerable.Range(0, 4).Select(static _ => System.Buffers.ArrayPool<byte>.Shared.Rent(Buffer)).ToList();

        Assert.Equal(buffers.Count, buffers.Distinct().Count());
        buffers.ForEach(static buffer => System.Buffers.ArrayPool<byte>.Shared.Return(buffer));
    }

    private static byte[] Header(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 127; value /= 128)
        {
            bytes.Add((byte)((value % 128) + 128));
        }

        return [.. bytes, (byte)value];
    }

    private sealed class VarCodec : Codec<ulong>
    {
        public override string Schema => "var";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, ulong value) => writer.WriteVarUInt64(value);

        public override ulong Read(ArtifactReader reader) => reader.ReadVarUInt64();
    }

    private sealed class PaddedText(int padding) : Codec<string>
    {
        public override string Schema => "padded";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, string value)
        {
            writer.WriteBytes(new byte[padding]);
            writer.WriteString(value);
        }

        public override string Read(ArtifactReader reader)
        {
            reader.ReadBytes(new byte[padding]);
            return reader.ReadString();
        }
    }
}
