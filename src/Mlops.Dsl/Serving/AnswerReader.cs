using System.Net;
using System.Text.Json;

namespace Mlops.Dsl;

/// <summary>Reads answers of services.</summary>
internal static class AnswerReader<TPrediction>
    where TPrediction : IRow<TPrediction>
{
    private static readonly RowJson<TPrediction> Rows = new() { SkipsComputed = true };

    /// <summary>The answer in a body.</summary>
    /// <exception cref="ServiceProblemException">It is none.</exception>
    public static Answer<TPrediction> Read(ReadOnlySpan<byte> json, HttpStatusCode status)
    {
        var problems = new List<RowProblem>();
        try
        {
            return TryRead(json, problems, out var answer) ? answer : throw Unreadable(status, problems);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(status, []);
        }
    }

    private static bool TryRead(ReadOnlySpan<byte> json, List<RowProblem> problems, out Answer<TPrediction> answer)
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
                    hasPrediction = Rows.TryMake(ref reader, RowValues.For(TPrediction.Schema), problems, out prediction);
                    break;
                case "modelVersion":
                    version = reader.GetInt32();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        answer = id is not null && hasPrediction ? new Answer<TPrediction>(id, prediction!, version) : default;
        return id is not null && hasPrediction;
    }

    private static ServiceProblemException Unreadable(HttpStatusCode status, IReadOnlyList<RowProblem> problems) =>
        new(
            status,
            $"The service's answer is not what this client expects of a {typeof(TPrediction).Name}: is the service of another version than "
                + $"the client?"
                + string.Concat(problems.Select(Describe)),
            [.. problems.Select(static problem => new ColumnProblem(problem.Column, problem.Message))]
        );

    private static string Describe(RowProblem problem) =>
        problem.Column.Length > 0 ? $" {problem.Column} {problem.Message}." : $" {problem.Message}";
}
