using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mlops.Dsl.Data.Tests.Csv;

/// <summary>Rows of files that have no column for a key.</summary>
public sealed class RowNumberTests
{
    private const string People =
        "age,hours,sex,work-class,work,over-50k,name\n39,40,Male,,Office,true,Ann\n\n50,,Female,,Field,false,Bob\n";

    private static readonly CsvOptions Numbered = new() { RowNumberAs = nameof(Person.Id) };

    [Fact]
    public void A_row_has_the_number_of_its_line_beyond_that_of_its_file()
    {
        using var folder = new CsvFolder();
        var digits = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("a.csv")))[..8];
        var start = (long)(uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> 1) << 32;

        var rows = folder.Add("a.csv", People).ReadCsv<Person>(Numbered);

        Assert.Equal([start + 2, start + 4], rows.Select(static row => row.Id));
        Assert.Equal(["Ann", "Bob"], rows.Select(static row => row.Name));
    }

    [Fact]
    public void Numbers_are_unique_over_all_files_and_stay_when_one_is_added()
    {
        using var folder = new CsvFolder();
        var before = folder.Add("b.csv", People).ReadCsv<Person>(Numbered).Select(static row => row.Id).ToList();

        var after = folder.Add("a.csv", People).ReadCsv<Person>(Numbered).Select(static row => row.Id).ToList();

        Assert.Equal(4, after.Distinct().Count());
        Assert.Equal(before, after[2..]);
        Assert.All(after, static id => Assert.True(id > 0));
    }

    [Fact]
    public void A_column_that_is_there_is_read()
    {
        using var folder = new CsvFolder();
        var rows = folder
            .Add(
                "a.csv",
                "id," + People.Replace("39,", "7,39,", StringComparison.Ordinal).Replace("50,,", "8,50,,", StringComparison.Ordinal)
            )
            .ReadCsv<Person>(Numbered);
        Assert.Equal([7L, 8], rows.Select(static row => row.Id));
    }

    [Fact]
    public void Without_a_header_the_column_has_no_field()
    {
        using var folder = new CsvFolder();
        var rows = folder
            .Add("a.csv", "39,40,Male,,Office,true,\"An\nn\"\n50,,Female,,Field,false,Bob\n")
            .ReadCsv<Person>(Numbered with { HasHeader = false });
        Assert.Equal([(39, "An\nn", 1L), (50, "Bob", 3L)], rows.Select(static row => (row.Age, row.Name, row.Id & 0xFFFFFFFF)));
    }

    [Fact]
    public void The_first_line_of_a_file_without_a_header_is_line_1()
    {
        using var folder = new CsvFolder();
        var files = folder.Add("a.csv", "old,40,Male,,Office,true,Ann\n");
        var exception = Assert.Throws<DataFormatException>(() => files.ReadCsv<Person>(Numbered with { HasHeader = false }));
        Assert.Contains("a.csv, line 1, column 'Age'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_columns_are_still_missed()
    {
        using var folder = new CsvFolder();
        var files = folder.Add("a.csv", "hours,sex\n40,Male\n");
        Assert.Contains(
            "no column for Age",
            Assert.Throws<DataFormatException>(() => files.ReadCsv<Person>(Numbered)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Nobody", "no column of Person")]
    [InlineData("Age", "no long")]
    public void A_column_that_can_have_no_number_is_refused(string column, string problem)
    {
        using var folder = new CsvFolder();
        var files = folder.Add("a.csv", People);
        var exception = Assert.Throws<ArgumentException>(() => files.ReadCsv<Person>(new CsvOptions { RowNumberAs = column }));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }
}
