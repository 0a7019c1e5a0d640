using ApiDocs.Features;

namespace ApiDocs.Tests.Features;

public sealed class TfIdfTests
{
    private static readonly string[] _texts = ["gets the stream", "gets the socket", "gets the the key", "sets a key"];

    [Fact]
    public void Every_row_has_length_one()
    {
        var rows = TfIdf.Fit(_texts, bits: 12).Transform(_texts);

        Assert.Equal(_texts.Length, rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            var squares = 0.0;
            foreach (var value in rows[row].Values)
            {
                squares += value * (double)value;
            }

            Assert.Equal(1.0, squares, 1e-5);
        }
    }

    [Fact]
    public void A_rare_word_weighs_more_than_a_frequent_one()
    {
        var features = TfIdf.Fit(["common rare", "common", "common"], bits: 12);
        var weights = features.InverseDocumentFrequencies;

        // ln((1 + 3) / (1 + 1)) + 1 for a word of one text in three, ln(4 / 4) + 1 for a word of all of them.
        Assert.Equal(MathF.Log(2f) + 1f, weights.Max(), 1e-6f);
        Assert.Equal(1f, weights.Where(static weight => weight > 0f).Min(), 1e-6f);
    }

    [Fact]
    public void What_no_training_text_has_is_no_feature()
    {
        var rows = TfIdf.Fit(_texts, bits: 12).Transform(["unheard words", "the stream"]);

        Assert.Equal(0, rows[0].Columns.Length);
        Assert.NotEqual(0, rows[1].Columns.Length);
    }

    [Fact]
    public void Columns_ascend_within_a_row()
    {
        var rows = TfIdf.Fit(_texts, bits: 12).Transform(_texts);

        for (var row = 0; row < rows.Count; row++)
        {
            var columns = rows[row].Columns.ToArray();
            Assert.Equal(columns.Distinct().Order(), columns);
        }
    }
}
