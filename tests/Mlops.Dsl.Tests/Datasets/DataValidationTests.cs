using Mlops.Dsl.Serialization;
using Mlops.Dsl.Tests.Serialization;

namespace Mlops.Dsl.Tests.Datasets;

public sealed class DataValidationTests
{
    private static readonly RowSchema<string> Schema = new([
        new RowColumn<string, string>(
            "Text",
            "string",
            ColumnRole.Feature,
            static row => row,
            new RegularExpressionConstraint("[a-z]+")!,
            new LengthConstraint<string>(1, 3)
        ),
        new RowColumn<string, int>("Length", "int", ColumnRole.None, static row => row.Length, new RangeConstraint<int>(0, 4)),
    ]);

    [Fact]
    public void Invalid_rows_are_kept_aside_with_what_is_wrong_with_them()
    {
        var validated = new Raw<string>(["ab", "ABCDE", "c", "1"]).Validate(Schema, maxInvalidShare: 0.5);
        Assert.Equal(["ab", "c"], validated);
        var report = validated.Report;
        Assert.Equal((4, 2, 2, 0.5), (report.RowsRead, report.RowsRejected, report.RowsAccepted, report.InvalidShare));
        Assert.Equal([(1, "ABCDE"), (3, "1")], report.Rejects.Select(static reject => (reject.Index, reject.Row)));
        Assert.Equal(["Text", "Text", "Length"], report.Rejects[0].Problems.Select(static problem => problem.Column));
        Assert.Equal(
            [("Text", "a text that matches [a-z]+", 2, 1), ("Length", "between 0 and 4", 1, 1), ("Text", "1 to 3 characters long", 1, 1)],
            report.BrokenConstraints.Select(static broken => (broken.Column, broken.Constraint, broken.RowCount, broken.FirstIndex))
        );
    }

    [Fact]
    public void Personal_data_is_in_no_message()
    {
        var schema = new RowSchema<string>([
            new RowColumn<string, string>("Name", "string", ColumnRole.None, static row => row, new LengthConstraint<string>(1, 3))
            {
                IsPersonal = true,
            },
        ]);
        var error = Assert.Throws<DataValidationException>(() => new Raw<string>(["Robert"]).Validate(schema));
        Assert.DoesNotContain("Robert", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Name: 1 row, first row 0: must be 1 to 3 characters long, but is not (personal data is not shown)",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Too_many_invalid_rows_are_an_error_that_says_what_is_wrong()
    {
        var error = Assert.Throws<DataValidationException>(() =>
            new Raw<string>(["ab", "C", "D", "toolong"]).Validate(Schema, maxInvalidShare: 0.7)
        );
        Assert.Equal(
            """
            3 of 4 rows (75%) break the schema of String; at most 70% may.
              Text: 2 rows, first row 1: must be a text that matches [a-z]+, but is 'C'
              Length: 1 row, first row 3: must be between 0 and 4, but is '7'
              Text: 1 row, first row 3: must be 1 to 3 characters long, but is 'toolong'
            """,
            error.Message
        );
        Assert.Equal((4, 3, 0.7), (error.RowsRead, error.RowsRejected, error.MaxInvalidShare));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void A_limit_that_is_no_share_is_refused(double limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Raw<string>(["a"]).Validate(Schema, limit));

    [Fact]
    public void A_share_equal_to_the_limit_passes_and_no_rows_are_no_error()
    {
        Assert.Equal(1, new Raw<string>(["a", "A", "A", "A"]).Validate(Schema, 0.75).Report.RowsAccepted);
        Assert.Empty(new Raw<string>([]).Validate(Schema));
    }

    [Fact]
    public void A_row_that_is_null_is_rejected()
    {
        var report = new Raw<string>(["a", null!]).Validate(Schema, 1).Report;
        Assert.Equal("must be there, but is null", Assert.Single(Assert.Single(report.Rejects).Problems).Message);
    }

    [Fact]
    public void All_rejects_are_counted_and_the_first_thousand_are_kept()
    {
        var report = new Raw<string>(Enumerable.Repeat("A", 5000)).Validate(Schema, 1).Report;
        Assert.Equal((5000, 1000, 5000), (report.RowsRejected, report.Rejects.Count, report.BrokenConstraints[0].RowCount));
    }

    [Fact]
    public void The_report_travels_with_the_rows()
    {
        var validated = new Raw<string>(["ab", "A", null!]).Validate(Schema, 1);
        var codec = Codecs.Validated(Codecs.String);
        var back = Encoded.RoundTrip(codec, validated);
        Assert.Equal(validated, back);
        Assert.Equal(validated.Report.ToString(), back.Report.ToString());
        Assert.Equal(validated.Report.BrokenConstraints, back.Report.BrokenConstraints);
        Assert.Equal(["A", null], back.Report.Rejects.Select(static reject => (string?)reject.Row));
        Assert.Equal(validated.Report.Rejects[0].Problems, back.Report.Rejects[0].Problems);
        Encoded.RefusesEveryTruncation(codec, validated);
    }

    [Fact]
    public void Every_provenance_has_a_schema_of_its_own()
    {
        string[] schemas =
        [
            Codecs.Raw(Codecs.String).Schema,
            Codecs.Validated(Codecs.String).Schema,
            Codecs.TrainSet(Codecs.String).Schema,
            Codecs.ValidationSet(Codecs.String).Schema,
            Codecs.TestSet(Codecs.String).Schema,
            Codecs.Fold(Codecs.String).Schema,
        ];
        Assert.Equal(schemas.Length, schemas.Distinct().Count());
        Assert.True(Codecs.Raw(Codecs.String).IsImmutable);
        Assert.False(Codecs.Raw(Codecs.Array(Codecs.Int32)).IsImmutable);
    }
}
