using System.Text.Json;

namespace Mlops.Dsl;

/// <summary>Reads what a service answers instead of an answer: <c>application/problem+json</c>.</summary>
internal static class ProblemReader
{
    /// <summary>The exception of a response.</summary>
    public static ServiceProblemException Read(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var detail = $"The service answered {(int)response.StatusCode} {response.ReasonPhrase}.";
        var problems = new List<ColumnProblem>();
        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            try
            {
                using var document = JsonDocument.Parse(body);
                detail = Text(document.RootElement, "detail") ?? Text(document.RootElement, "title") ?? detail;
                problems.AddRange(Errors(document.RootElement));
            }
            catch (JsonException)
            {
                // What stands between answered, and not in the form that it claims: the status is what is known.
                problems.Clear();
            }
        }

        return new ServiceProblemException(response.StatusCode, detail, problems) { RetryAfter = response.Headers.RetryAfter?.Delta };
    }

    private static IEnumerable<ColumnProblem> Errors(JsonElement problem) =>
        problem.ValueKind == JsonValueKind.Object
        && problem.TryGetProperty("errors", out var errors)
        && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray().Select(static error => new ColumnProblem(Text(error, "column") ?? "", Text(error, "message") ?? ""))
            : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
