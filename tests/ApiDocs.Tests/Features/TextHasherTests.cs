using ApiDocs.Features;

namespace ApiDocs.Tests.Features;

public sealed class TextHasherTests
{
    [Fact]
    public void Words_pairs_and_the_parts_of_compound_names_are_counted()
    {
        // "the", "xmlreader", their pair, the pair of nothing and "the", and the parts "xml" and "reader".
        Assert.Equal(6, Count("The XmlReader").Values.Sum());
        Assert.Equal(2, Count("word").Values.Sum());
    }

    [Theory]
    [InlineData("Reads XML.", "reads xml")]
    [InlineData("Int32 value", "Int64 value")]
    public void Case_digits_and_punctuation_do_not_matter(string one, string other) => Assert.Equal(Count(one), Count(other));

    [Theory]
    [InlineData("a b", "b a")]
    [InlineData("XmlReader", "Xmlreader")]
    [InlineData("xml reader", "xmlreader")]
    public void Order_and_composition_do(string one, string other) => Assert.NotEqual(Count(one), Count(other));

    [Theory]
    [InlineData("")]
    [InlineData("., -- !")]
    public void A_text_without_words_has_no_features(string text) => Assert.Empty(Count(text));

    [Fact]
    public void A_repeated_word_is_counted_again() => Assert.Contains(3, Count("no no no").Values);

    [Fact]
    public void Buckets_stay_the_same_for_ever_because_released_models_depend_on_them() =>
        Assert.Equal([29843, 115795], Count("stream").Keys);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(22)]
    public void Buckets_stay_in_their_range(int bits)
    {
        var counts = new SortedDictionary<int, int>();
        TextHasher.Count("Initializes a new instance of the XmlReaderSettings class, größer als αβγ 漢字.", bits, counts);

        Assert.All(counts.Keys, bucket => Assert.InRange(bucket, 0, (1 << bits) - 1));
    }

    private static SortedDictionary<int, int> Count(string text)
    {
        var counts = new SortedDictionary<int, int>();
        TextHasher.Count(text, bits: 17, counts);
        return counts;
    }
}
