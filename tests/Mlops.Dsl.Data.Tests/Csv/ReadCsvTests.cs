using System.Text;

namespace Mlops.Dsl.Data.Tests.Csv;

public sealed class ReadCsvTests
{
    private const string Census =
        "id, age, hours, sex, work-class, work, over_50k, fnlwgt, name\n"
        + "1, 39, 40, Male, State-gov, office, <=50K, 77516, Ann\n2, 50, , Female, ?, Field, >50K, 83311, \n";

    private static readonly CsvOptions CensusOptions = new()
    {
        Missing = ["?"],
        TrueTexts = [">50K"],
        FalseTexts = ["<=50K"],
    };

    [Fact]
    public void Rows_of_all_types_are_read_by_header()
    {
        using var folder = new CsvFolder();
        var rows = folder.Add("census.csv", Census).ReadCsv<Person>(CensusOptions);
        Assert.Equal(
            [
                new Person(1, 39, 40, "Male", "State-gov", Work.Office, false, "Ann"),
                new Person(2, 50, null, "Female", null, Work.Field, true, null),
            ],
            rows
        );
    }

    [Fact]
    public void Files_are_read_in_their_order_each_by_its_own_header_and_separator()
    {
        using var folder = new CsvFolder();
        folder.Add("2.csv", "Number;Text\n3;c,c\n");
        var rows = folder.Add("1.csv", "text\tnumber\r\na\t1\r\nb;b\t2").ReadCsv<Entry>();
        Assert.Equal([new Entry("a", 1), new Entry("b;b", 2), new Entry("c,c", 3)], rows);
    }

    [Theory]
    [InlineData("Text,Number\r\na,1\r\nb,2\r\n")]
    [InlineData("Text,Number\na,1\n\nb,2\n\n  \n")]
    [InlineData("Text,Number\ra,1\rb,2")]
    [InlineData("\uFEFFText,Number\na,1\nb,2")]
    [InlineData("\"Text\",\"Number\"\n\"a\",\"1\"\n \"b\" ,\t2")]
    [InlineData("\n\nNumber,other,TEXT\n1,x,a\n2,\"y,\ny\",b\n")]
    public void Line_ends_marks_quotes_and_blanks_do_not_matter(string text) =>
        Assert.Equal([new Entry("a", 1), new Entry("b", 2)], CsvFolder.Read(text));

    [Fact]
    public void Quoted_fields_keep_separators_line_ends_quotes_and_blanks()
    {
        var rows = CsvFolder.Read("Text,Number\n\" a,\"\"b\"\"\r\nc \",1\n\"\"\"\",2\n\"\",3\n");
        Assert.Equal([" a,\"b\"\r\nc ", "\"", ""], rows.Select(static row => row.Text));
    }

    [Fact]
    public void Text_of_another_encoding_is_read_by_its_byte_order_mark()
    {
        using var folder = new CsvFolder();
        var rows = folder
            .Add("a.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Text,Number\nä,1\n")])
            .ReadCsv<Entry>();
        Assert.Equal([new Entry("ä", 1)], rows);
    }

    [Fact]
    public void Without_a_header_fields_belong_to_columns_by_position() =>
        Assert.Equal([new Entry("Text", 1)], CsvFolder.Read("Text,1", new() { HasHeader = false }));

    [Fact]
    public void Comments_are_skipped_and_blanks_stay_where_they_are_wanted()
    {
        var rows = CsvFolder.Read("|1x3 Cross validator\nText,Number\n| a,b,c\n a ,1\n", new() { Comment = '|', Trim = false });
        Assert.Equal([new Entry(" a ", 1)], rows);
    }

    [Fact]
    public void A_column_is_found_under_the_header_that_the_options_name() =>
        Assert.Equal(
            [new Entry("a", 1)],
            CsvFolder.Read("what,Text,Number\na,b,1", new() { Columns = new Dictionary<string, string> { ["Text"] = "what" } })
        );

    [Fact]
    public void An_exact_name_wins_over_a_similar_one() =>
        Assert.Equal([new Entry("b", 1)], CsvFolder.Read("text,Text,te-xt,Number\na,b,c,1"));

    [Fact]
    public void A_missing_text_is_null_where_the_text_must_be_there_and_the_validator_rejects_it()
    {
        var rows = CsvFolder.Read("Text,Number\n?,1\n,2", new() { Missing = ["?"] });
        Assert.Equal([null, ""], rows.Select(static row => (string?)row.Text));
    }

    [Fact]
    public void Equal_short_texts_are_one_object()
    {
        var rows = CsvFolder.Read("Text,Number\nabc,1\nabc,2");
        Assert.Same(rows[0].Text, rows[1].Text);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var folder = new CsvFolder();
        var text = new StringBuilder("Text,Number\n");
        for (var i = 0; i < 5000; i++)
        {
            text.Append("a,1\n");
        }

        using var source = new CancellationTokenSource();
        source.Cancel();
        var files = folder.Add("a.csv", text.ToString());
        Assert.Throws<OperationCanceledException>(() => files.ReadCsv<Entry>(cancellation: source.Token));
        Assert.Equal(5000, files.ReadCsv<Entry>().Count);
        Assert.Equal(5000, files[0].ReadCsv<Entry>().Count);
    }
}
