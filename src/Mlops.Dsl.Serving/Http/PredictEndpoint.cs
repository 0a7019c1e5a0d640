using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary><c>POST /{service}/{method}</c>: a row as JSON, answered with a prediction as JSON.</summary>
internal sealed class PredictEndpoint<TInput, TPrediction>(Predictor<TInput, TPrediction> predictor, FeedbackLabel? label, long bodyLimit)
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    private const string RequestIdHeader = "X-Request-Id";

    private static readonly RowJson<TPrediction> Predictions = RowJson.For<TPrediction>();

    private readonly RowJson<TInput> _rows = new(label?.Columns);

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadJsonAsync(context, bodyLimit).ConfigureAwait(false);
        var answer = await AnswerAsync(Read(body.Span), ReadId(context.Request), context.RequestAborted).ConfigureAwait(false);
        var response = context.Response;
        response.ContentType = "application/json";
        Write(response.BodyWriter, answer);
        await response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static string ReadId(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(RequestIdHeader, out var given))
        {
            return RequestIds.New();
        }

        return given is [{ } id] && RequestIds.IsValid(id) ? id : throw new HttpProblemException(HttpProblems.InvalidRequestId());
    }

    private TInput Read(ReadOnlySpan<byte> json)
    {
        var problems = new List<RowProblem>();
        if (_rows.TryMake(json, problems, out var row))
        {
            return row;
        }

        throw new HttpProblemException(problems.Find(static problem => problem.Column.Length == 0) is { } whole
            ? HttpProblems.InvalidJson(whole.Message)
            : HttpProblems.InvalidRow([.. problems.Select(static problem => (problem.Column, problem.Message))]));
    }

    private async ValueTask<Answer<TPrediction>> AnswerAsync(TInput row, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await predictor.AnswerAsync(row, id, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidInputException exception)
        {
            throw new HttpProblemException(
                HttpProblems.BrokenConstraint([.. exception.Problems.Select(problem => (_rows.NameOf(problem.Column), problem.Message))]));
        }
    }

    private static void Write(IBufferWriter<byte> output, Answer<TPrediction> answer)
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("requestId"u8, answer.RequestId);
        writer.WritePropertyName("prediction"u8);
        Predictions.Write(writer, answer.Prediction);
        writer.WriteNumber("modelVersion"u8, answer.ModelVersion);
        writer.WriteEndObject();
    }
}
