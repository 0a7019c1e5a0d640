using System.Text;
using System.Text.Json;

namespace Mlops.Dsl.Tests.Datasets.Rows;

public sealed class RowJsonTests
{
    private const string Good =
        """{"id":9007199254740993,"age":40,"income":1.5,"day":"Monday","workclass":"Private","name":"N","isOwner":true,"over50K":false}""";

    private const string HalfPair = "is a JSON string with half of a surrogate pair, which is no text";

    [Fact]
    public void A_row_is_read_from_its_members_in_camel_case_or_as_they_are_called()
    {
        var expected = new Applicant(9007199254740993, 40, 1.5, DayOfWeek.Monday, "Private", "N", true, false);
        Assert.Equal(expected, Read<Applicant>(Good));
        Assert.Equal(
            expected,
            Read<Applicant>(
                """{"Over50K":false,"IsOwner":true,"Name":"N","Workclass":"Private","Day":"Monday","Income":1.5,"Age":40,"Id":9007199254740993}"""
            )
        );
        Assert.Equal(
            expected,
            Read<Applicant>(
                """ { "\u0061ge" : 40, "id":9007199254740993, "over50K":false, "isOwner":true, "name":"\u004e", "workclass":"Private", "day":"Monday", "income":15e-1 } """
            )
        );
    }

    [Fact]
    public void What_may_be_null_may_be_missing() =>
        Assert.Equal(
            new Applicant(1, 40, null, null, null, "N", true, false),
            Read<Applicant>("""{"id":1,"age":40,"income":null,"name":"N","isOwner":true,"over50K":false}""")
        );

    [Theory]
    [InlineData("age", "\"40\"", "must be a whole number from -2147483648 to 2147483647, but is the text '40'")]
    [InlineData("age", "40.5", "must be a whole number from -2147483648 to 2147483647, but is the number 40.5")]
    [InlineData("age", "99999999999", "must be a whole number from -2147483648 to 2147483647, but is the number 99999999999")]
    [InlineData("age", "null", "must be a whole number from -2147483648 to 2147483647, but is null")]
    [InlineData("age", "true", "must be a whole number from -2147483648 to 2147483647, but is true")]
    [InlineData("age", "[1]", "must be a whole number from -2147483648 to 2147483647, but is an array")]
    [InlineData("age", "{\"age\":{\"age\":1}}", "must be a whole number from -2147483648 to 2147483647, but is an object")]
    [InlineData(
        "income",
        "1e999",
        "must be a number such as 0.8, with '.' before the fraction, or null, but is the number 1e999, which no double can hold"
    )]
    [InlineData("income", "\"NaN\"", "must be a number such as 0.8, with '.' before the fraction, or null, but is the text 'NaN'")]
    [InlineData("isOwner", "1", "must be true or false, but is the number 1")]
    [InlineData("isOwner", "\"true\"", "must be true or false, but is the text 'true'")]
    [InlineData("day", "1", "must be one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, or null, but is the number 1")]
    [InlineData(
        "day",
        "\"Monday,Tuesday\"",
        "must be one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, or null, but is the text 'Monday,Tuesday'"
    )]
    [InlineData(
        "day",
        "\"\"",
        "must be one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, or null, but is the text ''"
    )]
    [InlineData("workclass", "5", "must be a text, or null, but is the number 5")]
    [InlineData("workclass", "\"\\ud800\"", $"must be a text, or null, but {HalfPair}")]
    [InlineData("name", "\"\\udc00\"", $"must be a text, but {HalfPair}")]
    [InlineData("age", "\"\\ud800\"", $"must be a whole number from -2147483648 to 2147483647, but {HalfPair}")]
    [InlineData("name", "5", "must be a text, but is a number")]
    [InlineData("name", "null", "must be a text, but is null")]
    [InlineData("age", "1", "must be between 17 and 120, but is '1'")]
    public void A_wrong_value_is_told_with_what_was_expected(string member, string value, string message)
    {
        using var good = JsonDocument.Parse(Good);
        var members = good
            .RootElement.EnumerateObject()
            .Select(known => $"\"{known.Name}\":{(known.Name == member ? value : known.Value.GetRawText())}");
        var problem = Assert.Single(Problems<Applicant>($"{{{string.Join(',', members)}}}"));
        Assert.Equal(message, problem.Message);
        Assert.Equal(member, problem.Column);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(
            [
                "age must be a whole number from -2147483648 to 2147483647, but is the text 'x'",
                "age must be given once, but is given again",
                "months must be left out, because the row computes it from other columns",
                "agee is an unknown column of Applicant, which has id, age, income, day, workclass, name, isOwner, over50K, months",
                "id is missing: it must be a whole number from -9223372036854775808 to 9223372036854775807",
                "name is missing: it must be a text",
                "over50K is missing: it must be true or false",
            ],
            Problems<Applicant>("""{"age":"x","Age":40,"months":480,"agee":{"deep":[1,2]},"isOwner":false}""")
                .Select(static problem => $"{problem.Column} {problem.Message}")
        );

    [Theory]
    [InlineData("[]", "The row must be a JSON object with a member for each column, but is an array.")]
    [InlineData("null", "The row must be a JSON object with a member for each column, but is null.")]
    [InlineData("\"age\"", "The row must be a JSON object with a member for each column, but is a text.")]
    [InlineData("", "The row must be one JSON object, but the text breaks off or is malformed at line 1, byte 1.")]
    [InlineData("{\"age\":40", "The row must be one JSON object, but the text breaks off or is malformed at line 1, byte 10.")]
    [InlineData("{\"age\":40,}", "The row must be one JSON object, but the text breaks off or is malformed at line 1, byte 11.")]
    [InlineData("{\"age\":NaN}", "The row must be one JSON object, but the text breaks off or is malformed at line 1, byte 8.")]
    [InlineData(
        "{\"age\":40,\"income\":1} {}",
        "The row must be one JSON object, but the text breaks off or is malformed at line 1, byte 23."
    )]
    [InlineData(
        "{\"age\":40,\"\\ud800\":1}",
        "The name of a member must be text, but has half of a surrogate pair or bytes that are not UTF-8."
    )]
    public void What_is_no_row_at_all_is_told_for_the_row(string json, string message)
    {
        var problem = Assert.Single(Problems<Application>(json));
        Assert.Equal(message, problem.Message);
        Assert.Equal("", problem.Column);
    }

    [Fact]
    public void What_is_too_deep_is_told_and_not_read_to_its_end()
    {
        const string TooDeep = "The row must be one JSON object, but is nested too deeply: at most 8 levels are read.";
        const string WrongAge = "must be a whole number from -2147483648 to 2147483647, but is an array";
        Assert.Equal([WrongAge, TooDeep], Messages($$"""{"age":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}"""));
        Assert.Equal([WrongAge, TooDeep], Messages($$"""{"age":{{new string('[', 8)}}and no more JSON"""));
        Assert.Equal([WrongAge], Messages($$"""{"age":{{new string('[', 7)}}1{{new string(']', 7)}},"income":1}"""));
        Assert.Contains(TooDeep, Messages($"{string.Concat(Enumerable.Repeat("""{"age":""", 5000))}1{new string('}', 5000)}"));
        Assert.Equal(
            ["The row must be a JSON object with a member for each column, but is an array."],
            Messages($"{new string('[', 5000)}{new string(']', 5000)}")
        );

        static IEnumerable<string> Messages(string json) => Problems<Application>(json).Select(static problem => problem.Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_problem_and_no_exception()
    {
        byte[] name = [.. "{\"age\":40,\""u8, 0xFF, .. "\":1}"u8];
        Assert.NotEmpty(Problems(RowJson.For<Application>(), name));
        byte[] value = [.. "{\"id\":1,\"age\":40,\"workclass\":\""u8, 0xFF, .. "\",\"name\":\"N\",\"isOwner\":true,\"over50K\":true}"u8];
        var problem = Assert.Single(Problems(RowJson.For<Applicant>(), value));
        Assert.Equal("workclass", problem.Column);
        Assert.Equal("must be a text, or null, but is a JSON string with bytes that are not UTF-8", problem.Message);
    }

    [Fact]
    public void A_view_s_request_that_has_the_label_is_told_so()
    {
        var json = RowJson.ForView<Applicant, Application>();
        Assert.Equal(
            [
                "over50K must be left out: it is the label of Applicant, which the model is asked for; it is told afterwards, as feedback",
                "Id must be left out: it is the key of Applicant, which is not sent",
                "name must be left out: it is a column of Applicant that is not sent",
                "other is an unknown column of Application, which has age, income",
            ],
            Problems(json, """{"age":40,"over50K":true,"Id":1,"name":"N","other":1}"""u8)
                .Select(static problem => $"{problem.Column} {problem.Message}")
        );
        Assert.True(json.TryRead("""{"age":40}"""u8, [], out var row));
        Assert.Equal(new Application(40, null), row);
    }

    [Fact]
    public void Long_names_and_values_are_shortened_in_messages()
    {
        var problem = Assert.Single(Problems<Application>($$"""{"age":40,"{{new string('x', 5000)}}":1}"""));
        Assert.Equal(new string('x', 40) + "…", problem.Column);
        Assert.InRange(Assert.Single(Problems<Application>($$"""{"age":"{{new string('x', 5000)}}"}""")).Message.Length, 1, 200);
    }

    [Fact]
    public void A_written_row_is_read_back()
    {
        var row = new Applicant(long.MaxValue, 40, 0.1, DayOfWeek.Friday, "\"ü\n", "N", true, true);
        var written = Write(row);
        Assert.Equal(
            """{"id":9223372036854775807,"age":40,"income":0.1,"day":"Friday","workclass":"\u0022\u00FC\n","name":"N","isOwner":true,"over50K":true,"months":480}""",
            written
        );
        Assert.Equal(row, Read<Applicant>(written.Replace(",\"months\":480", "", StringComparison.Ordinal)));
        Assert.Equal("""{"age":1,"income":null}""", Write(new Application(1, double.NaN)));
        Assert.Equal("""{"age":1,"income":null}""", Write(new Application(1, double.NegativeInfinity)));
    }

    [Fact]
    public void Columns_that_would_be_called_the_same_are_called_as_they_are()
    {
        Assert.Equal("""{"Age":1,"age":2,"other":3}""", Write(new Alike(1, 2, 3)));
        Assert.Equal(new Alike(1, 2, 3), Read<Alike>("""{"other":3,"age":2,"Age":1}"""));
        Assert.Equal(
            ["Age is missing: it must be a whole number from -2147483648 to 2147483647"],
            Problems<Alike>("""{"Other":3,"age":2}""").Select(static problem => $"{problem.Column} {problem.Message}")
        );
    }

    [Fact]
    public void At_most_a_hundred_problems_are_told_and_the_reader_goes_on_to_the_row_s_end()
    {
        var row = $"{{{string.Join(',', Enumerable.Range(0, 1000).Select(static i => $"\"c{i}\":[{i}]"))}}}";
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{row},7]"));
        List<RowProblem> problems = [];
        Assert.True(reader.Read() && reader.Read());
        Assert.False(RowJson.For<Application>().TryRead(ref reader, RowValues.For(Application.Schema), problems, out _));
        Assert.Equal(100, problems.Count);
        Assert.True(reader.Read());
        Assert.Equal(7, reader.GetInt32());
    }

    [Fact]
    public void A_member_without_a_name_is_the_row_s_problem()
    {
        var problem = Assert.Single(Problems<Application>("""{"age":40,"":1}"""));
        Assert.Equal(("", "A member of the row has an empty name, which is no column of Application."), (problem.Column, problem.Message));
    }

    [Fact]
    public void A_row_may_be_made_that_breaks_its_schema()
    {
        List<RowProblem> problems = [];
        Assert.True(RowJson.For<Application>().TryMake("""{"age":5}"""u8, problems, out var row));
        Assert.Equal(new Application(5, null), row);
        Assert.Empty(problems);
    }

    [Fact]
    public void Where_computed_columns_are_skipped_what_is_written_is_read_back()
    {
        var json = new RowJson<Applicant> { SkipsComputed = true };
        var row = new Applicant(1, 40, null, null, null, "N", true, true);
        List<RowProblem> problems = [];
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            json.Write(writer, row);
        }

        Assert.DoesNotContain("months", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        Assert.True(json.TryRead(stream.ToArray(), problems, out var read));
        Assert.True(json.TryRead(Encoding.UTF8.GetBytes(Write(row)), problems, out var written));
        Assert.Equal((row, row), (read, written));
    }

    [Fact]
    public void A_reader_reads_row_after_row_into_the_same_places()
    {
        var json = RowJson.For<Application>();
        var values = RowValues.For(Application.Schema);
        var reader = new Utf8JsonReader("""[{"age":20,"income":3},{"age":true},{"age":30}]"""u8);
        Assert.True(reader.Read());
        List<Application?> rows = [];
        List<RowProblem> problems = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            rows.Add(json.TryRead(ref reader, values, problems, out var row) ? row : null);
        }

        Assert.Equal([new Application(20, 3), null, new Application(30, null)], rows);
        Assert.Equal("age", Assert.Single(problems).Column);
    }

    [Fact]
    public void A_value_that_breaks_no_member_but_the_schema_leaves_the_row()
    {
        List<RowProblem> problems = [];
        Assert.False(RowJson.For<Application>().TryRead("""{"age":5}"""u8, problems, out var row));
        Assert.Equal(new Application(5, null), row);
        Assert.Equal("must be between 17 and 120, but is '5'", Assert.Single(problems).Message);
    }

    private static TRow Read<TRow>(string json)
        where TRow : IRow<TRow>
    {
        List<RowProblem> problems = [];
        Assert.True(RowJson.For<TRow>().TryRead(Encoding.UTF8.GetBytes(json), problems, out var row), string.Join('\n', problems));
        Assert.Empty(problems);
        return row!;
    }

    private static List<RowProblem> Problems<TRow>(string json)
        where TRow : IRow<TRow> => Problems(RowJson.For<TRow>(), Encoding.UTF8.GetBytes(json));

    private static List<RowProblem> Problems<TRow>(RowJson<TRow> rows, ReadOnlySpan<byte> json)
        where TRow : IRow<TRow>
    {
        List<RowProblem> problems = [];
        Assert.False(rows.TryRead(json, problems, out _));
        return problems;
    }

    private static string Write<TRow>(TRow row)
        where TRow : IRow<TRow>
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            RowJson.For<TRow>().Write(writer, row);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
