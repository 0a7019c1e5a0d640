using System.Text.Json;
using Mlops.Dsl.Serving.Tests.Support;

namespace Mlops.Dsl.Serving.Tests;

public class OpenApiTests
{
    [Fact]
    public async Task The_document_states_the_columns_and_their_constraints()
    {
        await using var service = await RunningService.StartAsync();

        using var document = await ReadAsync(service);

        Assert.Equal("3.1.0", document.RootElement.GetProperty("openapi").GetString());
        var post = document.RootElement.GetProperty("paths").GetProperty("/income/score").GetProperty("post");
        var row = Schema(post.GetProperty("requestBody"));
        var columns = row.GetProperty("properties");
        Assert.Equal(
            ["id", "age", "workclass", "hoursPerWeek", "country", "sex"],
            columns.EnumerateObject().Select(static column => column.Name)
        );
        Assert.Equal(
            ["id", "age", "hoursPerWeek", "country", "sex"],
            row.GetProperty("required").EnumerateArray().Select(static name => name.GetString())
        );
        Assert.False(row.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            (17, 120),
            (columns.GetProperty("age").GetProperty("minimum").GetInt32(), columns.GetProperty("age").GetProperty("maximum").GetInt32())
        );
        Assert.Equal("integer", columns.GetProperty("age").GetProperty("type").GetString());
        Assert.Equal(
            ["string", "null"],
            columns.GetProperty("workclass").GetProperty("type").EnumerateArray().Select(static type => type.GetString())
        );
        Assert.Equal(
            ["Private", "Government", null],
            columns.GetProperty("workclass").GetProperty("enum").EnumerateArray().Select(static value => value.GetString())
        );
        Assert.Equal("^(?:[A-Z]{2})?$", columns.GetProperty("country").GetProperty("pattern").GetString());
        Assert.Equal(10, columns.GetProperty("country").GetProperty("maxLength").GetInt32());
        Assert.Equal(["f", "m"], columns.GetProperty("sex").GetProperty("enum").EnumerateArray().Select(static value => value.GetString()));
        Assert.Equal(
            ["200", "400", "409", "413", "415", "422", "503"],
            post.GetProperty("responses").EnumerateObject().Select(static response => response.Name)
        );
        var prediction = Schema(post.GetProperty("responses").GetProperty("200"))
            .GetProperty("properties")
            .GetProperty("prediction")
            .GetProperty("properties");
        Assert.Equal(
            ("boolean", "number"),
            (
                prediction.GetProperty("over50K").GetProperty("type").GetString(),
                prediction.GetProperty("probability").GetProperty("type").GetString()
            )
        );
        Assert.Equal(
            "boolean",
            Schema(document.RootElement.GetProperty("paths").GetProperty("/income/feedback").GetProperty("post").GetProperty("requestBody"))
                .GetProperty("properties")
                .GetProperty("label")
                .GetProperty("type")
                .GetString()
        );
    }

    [Fact]
    public async Task Every_reference_is_to_something_that_is_there()
    {
        await using var service = await RunningService.StartAsync();

        using var document = await ReadAsync(service);

        var references = References(document.RootElement).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(["#/components/schemas/Problem"], references);
        Assert.True(document.RootElement.GetProperty("components").GetProperty("schemas").TryGetProperty("Problem", out _));
    }

    private static async Task<JsonDocument> ReadAsync(RunningService service) =>
        JsonDocument.Parse(
            await service.Http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken)
        );

    private static JsonElement Schema(JsonElement body) =>
        body.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    private static IEnumerable<string> References(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(static member => member.NameEquals("$ref") ? [member.Value.GetString()!] : References(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
            _ => [],
        };
}
