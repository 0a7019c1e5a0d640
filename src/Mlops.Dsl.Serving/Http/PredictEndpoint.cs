using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary><c>POST /{service}/{method}</c>: a row as JSON, answered with a prediction as JSON.</summary>
internal sealed class PredictEndpoint(Predictor predictor, long bodyLimit)
{
    private const string RequestIdHeader = "X-Request-Id";

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadJsonAsync(context, bodyLimit).ConfigureAwait(false);
        var response = context.Response;
        response.ContentType = "application/json";
        await predictor.AnswerAsync(body, ReadId(context.Request), response.BodyWriter, context.RequestAborted).ConfigureAwait(false);
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
}
