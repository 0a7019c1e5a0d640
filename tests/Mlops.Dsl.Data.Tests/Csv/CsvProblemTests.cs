using System.Text;

namespace Mlops.Dsl.Data.Tests.Csv;

public sealed class CsvProblemTests
{
    [Fact]
    public void Cells_that_do_not_parse_are_named_with_file_line_column_and_text()
    {
        using var folder = new CsvFolder();
        var files = folder.Add(
            "p.csv",
            "id,age,hours,sex,workclass,work,over50k,name\n1,x1,2,m,a,Office,true,n\n2,3,abc,m,a,Home,1,n\n3,,1,m,a,None,true,n\n"
        );
        var error = Assert.Throws<DataFormatException>(() => files.ReadCsv<Person>());
        Assert.Equal(
            """
            3 of 3 lines are not in the format of Person:
              p.csv, line 2, column 'age': expected a whole number from -2147483648 to 2147483647, found 'x1'
              p.csv, line 3, column 'hours': expected a number such as 0.8, with '.' before the fraction, or empty for none, found 'abc'
              p.csv, line 3, column 'work': expected one of None, Office, Field, found 'Home'
              p.csv, line 3, column 'over50k': expected true or false, found '1'
              p.csv, line 4, column 'age': expected a whole number from -2147483648 to 2147483647, found nothing
            """,
            error.Message
        );
        Assert.Equal((3, "work", "'Home'"), (error.Problems[2].Line, error.Problems[2].Column, error.Problems[2].Found));
    }

    [Fact]
    public void Personal_data_is_in_no_message()
    {
        var message = CsvFolder.Refusal("Text,Number\na,secret\n");
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.Contains("line 2, column 'Number': expected a whole number", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_stops_at_the_most_problems()
    {
        var text = "Text,Number\n" + string.Concat(Enumerable.Repeat("a,b\n", 100));
        Assert.StartsWith(
            "The data is not in the format of Entry; after 20 problems no more were looked for:\n",
            CsvFolder.Refusal(text),
            StringComparison.Ordinal
        );
        Assert.Equal(4, CsvFolder.Refusal(text, new() { MaxProblems = 3 }).Split('\n').Length);
    }

    [Fact]
    public void Lines_up_to_a_share_are_left_out_and_told()
    {
        var told = new List<CsvProblem>();
        var options = new CsvOptions { MaxRejectedShare = 0.25, Rejected = told.Add };
        Assert.Equal([1, 2, 3], CsvFolder.Read("Text,Number\na,1\na,2\na,x\na,3\n", options).Select(static row => row.Number));
        Assert.Equal(4, Assert.Single(told).Line);
        Assert.StartsWith(
            "2 of 5 lines are not in the format of Entry; at most 25% may:\n",
            CsvFolder.Refusal("Text,Number\na,1\na,2\na,x\na,3\nb", options),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "'a.csv' is empty: a line that names the columns is expected.")]
    [InlineData(" \n\n", "'a.csv' has blank lines only: a line that names the columns is expected.")]
    [InlineData("Text,Number\n", "'a.csv' has no row: at least one Entry is expected.")]
    [InlineData("Text,Number\na,1\nb\n", "a.csv, line 3: expected 2 fields, found 1 field")]
    [InlineData("Text,Number\na,1,2\n", "a.csv, line 2: expected 2 fields, found 3 fields")]
    [InlineData("Text,Number\na\0,1\n", "a.csv, line 2: expected text, found a NUL byte at character 2 of the record")]
    [InlineData("Text,Number\n\"a,1\nb,2\n", "a.csv, line 2: expected text, found a quotation mark that is never closed")]
    [InlineData(
        "Text,Number\n\"a\"b\"\",1\n",
        "a.csv, line 2, column 'Text': expected a field of RFC 4180, found text after the closing quotation mark"
    )]
    [InlineData(
        "Text,Number\na\"\"b,1\n",
        "a.csv, line 2, column 'Text': expected a field of RFC 4180, found a quotation mark inside a field"
    )]
    [InlineData("Text,Number\n\"a\nb\",1\nc,x\n", "a.csv, line 4, column 'Number'")]
    [InlineData(
        "Text,Numbers\na,1\n",
        "'a.csv' has no column for Number. Its header has 'Text', 'Numbers'. "
            + "The nearest name is 'Numbers': if it is meant, set Columns = { [\"Number\"] = \"Numbers\" }."
    )]
    [InlineData("Text,num.ber,num_ber\na,1,2\n", "'a.csv': the columns 2 ('num.ber') and 3 ('num_ber') both fit Number.")]
    [InlineData("Text,Number,Text\na,1,2\n", "'a.csv': the columns 1 ('Text') and 3 ('Text') both fit Text.")]
    public void What_is_no_csv_of_the_rows_is_one_clear_message(string text, string message) =>
        Assert.Contains(message, CsvFolder.Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Text,Rows\na,1\n", "'a.csv' has no column for Number. Its header has 'Text', 'Rows'.")]
    [InlineData("a,1\nb,2\n", "'a.csv' has no column for Text. Its header has 'a', '1'. If the file has no header, set HasHeader = false.")]
    public void Nothing_is_suggested_that_is_not_near(string text, string message) => Assert.Equal(message, CsvFolder.Refusal(text));

    [Fact]
    public void Bytes_that_are_no_text_are_found_by_line()
    {
        var message = CsvFolder.Refusal([.. Encoding.UTF8.GetBytes("Text,Number\nä,1\n"), 0xE4, .. ",2\n"u8]);
        Assert.Equal(
            "a.csv, line 3: expected text in UTF-8, found other bytes. "
                + "Convert the file, for example with 'iconv -f WINDOWS-1252 -t UTF-8'.",
            message
        );
    }

    [Fact]
    public void A_field_may_be_long_and_not_too_long()
    {
        Assert.Equal(1 << 20, CsvFolder.Read($"Text,Number\n{new string('a', 1 << 20)},1\n")[0].Text.Length);
        Assert.Contains(
            "line 2, column 'Text': expected at most 1048576 characters, found 1048577",
            CsvFolder.Refusal($"Text,Number\n{new string('a', (1 << 20) + 1)},1\n"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "a record is longer than 16,000,000 characters",
            CsvFolder.Refusal($"Text,Number\n{new string('a', 40_000_000)},1\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Settings_that_can_not_be_meant_are_refused()
    {
        Refused(new() { Separator = '"' });
        Refused(new() { Separator = 'x' });
        Refused(new() { Separator = '\n' });
        Refused(new() { MaxProblems = 0 });
        Refused(new() { MaxRejectedShare = double.NaN });
        Refused(new() { MaxFieldLength = int.MaxValue });
        Refused(new() { TrueTexts = ["1"], FalseTexts = ["0", "1"] });
        Refused(new() { Columns = new Dictionary<string, string> { ["Txt"] = "Text" } });
        Refused(
            new()
            {
                HasHeader = false,
                Columns = new Dictionary<string, string> { ["Text"] = "Text" },
            }
        );
    }

    [Fact]
    public void Two_columns_never_share_a_header() =>
        Assert.Contains(
            "both Text and Number would be read from the column 'Number'",
            CsvFolder.Refusal("Number\n1\n", new() { Columns = new Dictionary<string, string> { ["Text"] = "Number" } }),
            StringComparison.Ordinal
        );

    private static void Refused(CsvOptions options)
    {
        using var folder = new CsvFolder();
        var files = folder.Add("a.csv", "Text,Number\na,1\n");
        Assert.ThrowsAny<ArgumentException>(() => files.ReadCsv<Entry>(options));
    }
}
