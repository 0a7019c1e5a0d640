using System.Text.Json;
using Mlops.Dsl.Datasets.Rows;

namespace Mlops.Dsl.Serving;

/// <summary>
/// Reads what a client tells as the right answer of a request: an object with the members <c>requestId</c> and <c>label</c>, each once.
/// </summary>
/// <param name="labels">The labels that the service's methods know; without any, a label is any text, number or truth value.</param>
internal sealed class FeedbackBody(IReadOnlyList<FeedbackLabel> labels)
{
    private const string IdMember = "requestId";
    private const string LabelMember = "label";

    private string ExpectedLabel =>
        labels.Count == 0
            ? "a text, a number, true or false"
            : string.Join(" or ", labels.Select(static label => $"{label.Expected} (the column {label.Member})"));

    /// <summary>The request's id and the label's text.</summary>
    /// <exception cref="HttpProblemException">The body is no such object.</exception>
    public (string Id, string Label) Read(ReadOnlySpan<byte> json)
    {
        var members = new Dictionary<string, Member>(StringComparer.Ordinal);
        var problems = new List<(string Column, string Message)>();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonNesting.ReaderDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw Malformed();
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadMember(ref reader, members, problems);
                if (!JsonNesting.TrySkip(ref reader, outermost: 0))
                {
                    throw new HttpProblemException(HttpProblems.InvalidJson($"The body must be a JSON object, but {JsonNesting.TooDeep}."));
                }
            }

            if (reader.Read())
            {
                throw Malformed();
            }
        }
        catch (JsonException)
        {
            throw Malformed();
        }

        var id = Take(IdMember, "the requestId of an answer", members, problems);
        var label = Take(LabelMember, ExpectedLabel, members, problems);
        return problems.Count > 0 ? throw new HttpProblemException(HttpProblems.InvalidRow(problems)) : (id!, label!);
    }

    private void ReadMember(ref Utf8JsonReader reader, Dictionary<string, Member> members, List<(string Column, string Message)> problems)
    {
        var name = NameOf(ref reader);
        reader.Read();
        if (name is not (IdMember or LabelMember))
        {
            problems.Add((name, "is not expected: feedback has requestId and label"));
            return;
        }

        var flaw = RowJsonText.FindFlaw(ref reader);
        var value =
            flaw is not null ? null
            : name == IdMember ? ReadId(reader)
            : ReadLabel(reader);
        if (!members.TryAdd(name, new Member(value, flaw)))
        {
            problems.Add((name, RowJsonProblems.GivenAgain));
        }
    }

    private static string? Take(
        string name,
        string expected,
        Dictionary<string, Member> members,
        List<(string Column, string Message)> problems
    )
    {
        var (value, flaw) = members.GetValueOrDefault(name) ?? new Member(null, null);
        if (value is null)
        {
            problems.Add((name, flaw is null ? $"must be {expected}" : $"must be {expected}, but {flaw}"));
        }

        return value;
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new HttpProblemException(HttpProblems.InvalidJson(RowJsonProblems.UnreadableName().Message));
        }
    }

    private static string? ReadId(Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } id && RequestIds.IsValid(id) ? id : null;

    /// <summary>The label's text by its column; where no column is known, as it is written.</summary>
    private string? ReadLabel(Utf8JsonReader reader)
    {
        foreach (var label in labels)
        {
            var attempt = reader;
            if (label.Read(ref attempt) is { } text)
            {
                return text;
            }
        }

        return labels.Count > 0
            ? null
            : reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                _ => null,
            };
    }

    private static HttpProblemException Malformed() =>
        new(HttpProblems.InvalidJson("The body must be a JSON object such as {\"requestId\": \"…\", \"label\": true}."));

    /// <summary>What was given for a member: a value; or none, and what is wrong with the text that was given.</summary>
    private sealed record Member(string? Value, string? Flaw);
}
