using System.Net;
using System.Text.Json;

namespace Mlops.Dsl;

/// <summary>Reads answers of services.</summary>
internal static class AnswerReader<TPrediction>
    where TPrediction : IRow<TPrediction>
{
    private static readonly RowReader<TPrediction> Rows = new();

    /// <summary>The answer in a body.</summary>
    /// <exception cref="ServiceProblemException">It is none.</exception>
    public static Answer<TPrediction> Read(ReadOnlySpan<byte> json, HttpStatusCode status)
    {
        try
        {
            return Read(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(status, []);
        }
        catch (RowFormatException exception)
        {
            throw Unreadable(status, [.. exception.Problems.Select(static problem => new ColumnProblem(problem.Column, problem.Message))]);
        }
    }

    private static Answer<TPrediction> Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? id = null;
        var version = 0;
        TPrediction? prediction = default;
        var hasPrediction = false;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "requestId":
                    id = reader.GetString();
                    break;
                case "prediction":
                    (prediction, hasPrediction) = (Rows.Read(ref reader), true);
                    break;
                case "modelVersion":
                    version = reader.GetInt32();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return id is not null && hasPrediction ? new Answer<TPrediction>(id, prediction!, version) : throw new FormatException("The answer lacks a member.");
    }

    private static ServiceProblemException Unreadable(HttpStatusCode status, IReadOnlyList<ColumnProblem> problems) => new(
        status,
        $"The service's answer is not what this client expects of a {typeof(TPrediction).Name}: is the service of another version than the client?"
        + string.Concat(problems.Select(static problem => $" {problem.Column} {problem.Message}.")),
        problems);
}
