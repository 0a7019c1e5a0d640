using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary><c>POST /{service}/feedback</c>: tells the right answer of a request that was answered before.</summary>
internal sealed class FeedbackEndpoint(ServiceDefinition service, ServiceHost host, long bodyLimit)
{
    private readonly FeedbackLabel[] _labels = [.. service.Methods.Select(static method => method.Label).OfType<FeedbackLabel>().DistinctBy(static label => label.Name)];

    /// <summary>Records one label.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadJsonAsync(context, bodyLimit).ConfigureAwait(false);
        var (id, label) = Read(body.Span);
        if (!await host.Store.Serving.LabelAsync(service.Name, id, label, CancellationToken.None).ConfigureAwait(false))
        {
            throw new HttpProblemException(HttpProblems.UnknownRequest(id));
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private (string Id, string Label) Read(ReadOnlySpan<byte> json)
    {
        string? id = null;
        string? label = null;
        var problems = new List<(string Column, string Message)>();
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw Malformed();
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                switch (name)
                {
                    case "requestId":
                        id = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                        break;
                    case "label":
                        label = ReadLabel(reader);
                        break;
                    default:
                        problems.Add((name, "is not expected: feedback has requestId and label"));
                        break;
                }

                reader.Skip();
            }

            if (reader.Read())
            {
                throw Malformed();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Malformed();
        }

        if (id is null || !RequestIds.IsValid(id))
        {
            problems.Add(("requestId", "must be the requestId of an answer"));
        }

        if (label is null)
        {
            problems.Add(("label", $"must be {Expected}"));
        }

        return problems.Count > 0 ? throw new HttpProblemException(HttpProblems.InvalidRow(problems)) : (id!, label!);
    }

    private string Expected => _labels.Length == 0
        ? "a text, a number, true or false"
        : string.Join(" or ", _labels.Select(static label => $"{label.Expected} (the column {label.Member})"));

    /// <summary>The label's text by its column; where no column is known, as it is written.</summary>
    private string? ReadLabel(Utf8JsonReader reader)
    {
        foreach (var label in _labels)
        {
            var attempt = reader;
            if (label.Read(ref attempt) is { } text)
            {
                return text;
            }
        }

        return _labels.Length > 0 ? null : reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
    }

    private static HttpProblemException Malformed() => new(HttpProblems.InvalidJson("The body must be a JSON object such as {\"requestId\": \"…\", \"label\": true}."));
}
