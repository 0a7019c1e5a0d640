using System.Net;
using System.Net.Sockets;
using System.Text;
using Mlops.Dsl.Serving.Tests.Support;

namespace Mlops.Dsl.Serving.Tests;

public class ProblemTests
{
    private const string Score = "/income/score";

    [Theory]
    [InlineData("""{"id": 1, "age": "40", "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "must be a whole number")]
    [InlineData("""{"id": 1, "age": 40.5, "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "must be a whole number")]
    [InlineData("""{"id": 1, "age": 1e99, "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "must be a whole number")]
    [InlineData("""{"id": 1, "age": null, "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "but is null")]
    [InlineData("""{"id": 1, "age": [40], "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "but is an array")]
    [InlineData("""{"id": 1, "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "is missing")]
    [InlineData("""{"id": 1, "age": 40, "age": 41, "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "given once")]
    [InlineData("""{"id": 1, "age": 40, "Age": 41, "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "age", "given once")]
    [InlineData("""{"Id": 1, "Age": 40, "HoursPerWeek": 40, "Country": "DE", "Sex": "f", "age": 40}""", "age", "given once")]
    [InlineData("""{"id": 1, "AGE": 40, "age": 40, "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "AGE", "is an unknown column")]
    [InlineData(
        """{"id": 1, "age": 40, "hoursPerWeek": 40, "country": "DE", "sex": "f", "Over50K": true}""",
        "Over50K",
        "must be left out: it is the label of Applicant"
    )]
    [InlineData("""{"id": 1, "age": 40, "hoursPerWeek": 40, "country": "DE", "sex": 5}""", "sex", "but is a number")]
    [InlineData("""{"id": 1, "age": 40, "hoursPerWeek": "NaN", "country": "DE", "sex": "f"}""", "hoursPerWeek", "must be")]
    [InlineData("""{"id": 1, "age": 40, "hoursPerWeek": 40, "country": 5, "sex": "f"}""", "country", "must be")]
    [InlineData("""{"id": 1, "age": 40, "hoursPerWeek": 40, "country": "\ud800", "sex": "f"}""", "country", "must be")]
    [InlineData("""{"id": 1, "age": 40, "workclass": "Own", "hoursPerWeek": 40, "country": "DE", "sex": "f"}""", "workclass", "Private")]
    [InlineData(
        """{"id": 1, "age": 40, "workclass": "Private,Government", "hoursPerWeek": 40, "country": "DE", "sex": "f"}""",
        "workclass",
        "must be one of"
    )]
    [InlineData(
        """{"id": 1, "age": 40, "hoursPerWeek": 40, "country": "DE", "sex": "f", "colour": {"a": [1]}}""",
        "colour",
        "is an unknown column of Application, which has id, age, workclass"
    )]
    [InlineData(
        """{"id": 1, "age": 40, "hoursPerWeek": 40, "country": "DE", "sex": "f", "over50K": true}""",
        "over50K",
        "must be left out: it is the label of Applicant"
    )]
    public async Task A_wrong_column_is_named(string row, string column, string message)
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync(Score, row);

        Assert.Equal((400, "invalid-row"), (problem.Status, problem.Type));
        var error = Assert.Single(problem.Errors);
        Assert.Equal(column, error.Column);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(await service.Store.ReadLogAsync());
    }

    [Theory]
    [InlineData("\"age\": 40", "\"age\": 16", "age", "between 17 and 120")]
    [InlineData("\"country\": \"DE\"", "\"country\": \"Germany\"", "country", "matches [A-Z]{2}")]
    [InlineData("\"sex\": \"f\"", "\"sex\": \"x\"", "sex", "personal data is not shown")]
    public async Task A_broken_constraint_is_told_with_its_column(string good, string bad, string column, string message)
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync(Score, RunningService.Row.Replace(good, bad, StringComparison.Ordinal));

        Assert.Equal((422, "broken-constraint"), (problem.Status, problem.Type));
        Assert.Contains(problem.Errors, error => error.Column == column && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{\"id\": 1,}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"\": 1}")]
    [InlineData("{\"id\": 1, \"age\": 40, \"hoursPerWeek\": NaN, \"country\": \"DE\", \"sex\": \"f\"}")]
    public async Task What_is_no_object_is_told(string body)
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync(Score, body);

        Assert.Equal((400, "invalid-json"), (problem.Status, problem.Type));
    }

    [Fact]
    public async Task A_body_of_nothing_but_wrong_members_is_answered_with_a_hundred_of_them()
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync(
            Score,
            $"{{{string.Join(',', Enumerable.Range(0, 10_000).Select(static i => $"\"c{i}\":1"))}}}"
        );

        Assert.Equal((400, 100), (problem.Status, problem.Errors.Count));
    }

    [Theory]
    [InlineData("sex")]
    [InlineData("unknown")]
    public async Task What_is_nested_too_deeply_is_told_so_and_not_called_malformed(string member)
    {
        await using var service = await RunningService.StartAsync();

        var deep = new string('[', 100_000) + new string(']', 100_000);
        var problem = await service.FailAsync(Score, $$"""{"id":1,"age":40,"{{member}}":{{deep}}}""");

        Assert.Equal((400, "invalid-json"), (problem.Status, problem.Type));
        Assert.Equal("The row must be one JSON object, but is nested too deeply: at most 8 levels are read.", problem.Detail);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_told_as_what_it_is()
    {
        await using var service = await RunningService.StartAsync();

        var problem = await service.FailAsync(Score, RunningService.Row.Replace("\"f\"", "\"\\ud800\"", StringComparison.Ordinal));

        Assert.Equal("sex must be a text, but is a JSON string with half of a surrogate pair, which is no text.", problem.Detail);
    }

    [Fact]
    public async Task What_follows_the_object_is_told()
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal("invalid-json", (await service.FailAsync(Score, RunningService.Row + RunningService.Row)).Type);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal(415, (await service.FailAsync(Score, RunningService.Row, type)).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_told_with_what_is()
    {
        await using var service = await RunningService.StartAsync();

        var missing = await service.FailAsync("/income/scores", RunningService.Row);
        var method = await Problem.ReadAsync(
            await service.Http.GetAsync(new Uri(Score, UriKind.Relative), TestContext.Current.CancellationToken)
        );

        Assert.Equal(404, missing.Status);
        Assert.Contains("POST /income/score", missing.Detail, StringComparison.Ordinal);
        Assert.Equal(405, method.Status);
        Assert.Equal(["POST"], method.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_without_being_read()
    {
        const long Announced = 100 * 1024 * 1024;
        await using var service = await RunningService.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, service.Server.Addresses[0].Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {Score} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {Announced}\r\n\r\n{{"
            ),
            TestContext.Current.CancellationToken
        );

        var answer = new byte[4096];
        var read = await stream.ReadAsync(answer, TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 413", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_refused_at_the_limit()
    {
        await using var service = await RunningService.StartAsync(maxBody: 1000);
        using var content = new StreamContent(new MemoryStream(new byte[100_000]));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Score) { Content = content };
        request.Headers.TransferEncodingChunked = true;

        var problem = await Problem.ReadAsync(await service.Http.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(413, problem.Status);
        Assert.Contains("1000 bytes", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("a/b")]
    public async Task A_request_id_that_is_none_is_refused(string id)
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal("invalid-request-id", (await service.FailAsync(Score, RunningService.Row, id: id)).Type);
    }

    [Fact]
    public async Task A_request_id_is_taken_once()
    {
        await using var service = await RunningService.StartAsync();
        var first = await service.PostAsync(Score, RunningService.Row, id: "order:7");

        var second = await service.FailAsync(Score, RunningService.Row, id: "order:7");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal((409, "duplicate-request"), (second.Status, second.Type));
        Assert.Single(await service.Store.ReadLogAsync());
    }

    [Fact]
    public async Task A_problem_reaches_the_typed_client_with_its_columns()
    {
        await using var service = await RunningService.StartAsync();

        var exception = await Assert.ThrowsAsync<ServiceProblemException>(() =>
            service.Client.ScoreAsync(RunningService.Applicant with { Age = 5, Country = "D" })
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, exception.Status);
        Assert.Equal(["age", "country"], exception.Problems.Select(static problem => problem.Column));
        Assert.Contains("between 17 and 120", exception.Message, StringComparison.Ordinal);
    }
}
