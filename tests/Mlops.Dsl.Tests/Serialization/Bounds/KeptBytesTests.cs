using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Bounds;

/// <summary>Items to come have a byte each kept for them, so that no item before them can ask for memory on their behalf.</summary>
public sealed class KeptBytesTests
{
    // Three items, of which the first says that it has four; of the four bytes that are left, the two others need one each.
    private static Codec<IReadOnlyList<string>> Texts => Codecs.ReadOnlyList(Codecs.String);

    [Fact]
    public void Items_of_lists() => Refused(Codecs.ReadOnlyList(Texts), "0304" + "00000000");

    [Fact]
    public void Items_of_sets() => Refused(Codecs.HashSet(Texts), "0304" + "00000000");

    [Fact]
    public void Values_of_dictionaries() => Refused(Codecs.Dictionary(Codecs.Byte, Texts), "030104" + "00000000");

    [Fact]
    public void Keys_that_are_no_names() => Refused(Codecs.Dictionary(Texts, Codecs.Byte), "0304" + "00000000");

    [Fact]
    public void As_many_as_fit_are_read()
    {
        var bytes = Convert.FromHexString("03020000" + "0000");
        Assert.Equal([2, 0, 0], Encoded.Read(Codecs.ReadOnlyList(Texts), bytes).Select(static item => item.Count));
        Assert.NotEqual("", Encoded.TranscribeBytes(Codecs.ReadOnlyList(Texts), bytes));
    }

    private static void Refused<T>(Codec<T> codec, string hex)
    {
        var bytes = Convert.FromHexString(hex);
        foreach (var decode in (Action[])[() => Encoded.Read(codec, bytes), () => Encoded.TranscribeBytes(codec, bytes)])
        {
            Assert.Contains(
                "4 items do not fit into the 2 bytes that are left for them",
                Assert.Throws<ArtifactFormatException>(decode).Message,
                StringComparison.Ordinal
            );
        }
    }
}
