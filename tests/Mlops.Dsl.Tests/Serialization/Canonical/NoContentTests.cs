using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Canonical;

/// <summary>What has no bytes of its own has one in a sequence, so that a count can't promise more than there is.</summary>
public sealed class NoContentTests
{
    private static readonly Codec<IReadOnlyList<int>> Nothings = Codecs.ReadOnlyList(new NothingCodec());

    [Fact]
    public void An_item_without_content_is_a_zero()
    {
        Assert.Equal("03000000", Convert.ToHexString(Encoded.Write(Nothings, [7, 7, 7])));
        Assert.Equal([7, 7, 7], Encoded.Read(Nothings, Convert.FromHexString("03000000")));
        Assert.Contains("7", Encoded.TranscribeBytes(Nothings, Convert.FromHexString("0100")), StringComparison.Ordinal);
    }

    [Fact]
    public void Anything_else_in_its_place_is_refused()
    {
        foreach (
            var decode in (Action<byte[]>[])[bytes => Encoded.Read(Nothings, bytes), bytes => Encoded.TranscribeBytes(Nothings, bytes)]
        )
        {
            Assert.Contains(
                "no content is followed by some",
                Assert.Throws<ArtifactFormatException>(() => decode(Convert.FromHexString("020001"))).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Types_that_may_be_read_back_as_something_else_are_noted_once()
    {
        using var writer = new ArtifactWriter(Stream.Null, new FolderFiles("nowhere"));
        Assert.Empty(writer.Doubted);
        writer.Doubt("Box");
        writer.Doubt("Box");
        Assert.Equal(["Box"], writer.Doubted);
    }

    [Theory]
    [InlineData(0L, true)]
    [InlineData(3155378975999999999L, true)]
    [InlineData(-1L, false)]
    [InlineData(3155378976000000000L, false)]
    [InlineData(long.MinValue, false)]
    public void Moments_are_those_that_there_are(long ticks, bool exists)
    {
        using var reader = new ArtifactReader(new MemoryStream(BitConverter.GetBytes(ticks)), sizeof(long), new FolderFiles("nowhere"));
        if (exists)
        {
            Assert.Equal(new DateTimeOffset(ticks, TimeSpan.Zero), UtcMoment.Read(reader));
        }
        else
        {
            Assert.Throws<ArtifactFormatException>(() => UtcMoment.Read(reader));
        }
    }

    [Fact]
    public void The_text_of_what_has_none_is_empty() => Assert.Equal("", ValueTranscript.TextOf(new Silent()));

    private sealed class Silent
    {
        public override string? ToString() => null;
    }

    private sealed class NothingCodec : Codec<int>
    {
        public override string Schema => "nothing";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, int value)
        {
            // All values are one.
        }

        public override int Read(ArtifactReader reader) => 7;
    }
}
