using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary><c>POST /{service}/{method}</c>: a row as JSON, answered with a prediction as JSON.</summary>
internal sealed class PredictEndpoint(Predictor predictor, long bodyLimit)
{
    private const string RequestIdHeader = "X-Request-Id";
    private const int UsualAnswer = 512;

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadJsonAsync(context, bodyLimit).ConfigureAwait(false);
        var answer = new ArrayBufferWriter<byte>(UsualAnswer);
        await predictor.AnswerAsync(body, ReadId(context.Request), answer, context.RequestAborted).ConfigureAwait(false);

        // With its length the answer is sent at once; without, the end of it would be sent by itself.
        var response = context.Response;
        response.ContentType = "application/json";
        response.ContentLength = answer.WrittenCount;
        await response.BodyWriter.WriteAsync(answer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    private static string ReadId(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(RequestIdHeader, out var given))
        {
            return RequestIds.New();
        }

        return given is [{ } id] && RequestIds.IsValid(id) ? id : throw new HttpProblemException(HttpProblems.InvalidRequestId());
    }
}
