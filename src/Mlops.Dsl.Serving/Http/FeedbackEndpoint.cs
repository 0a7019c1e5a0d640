using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary><c>POST /{service}/feedback</c>: tells the right answer of a request that was answered before.</summary>
internal sealed class FeedbackEndpoint(ServiceDefinition service, ServiceHost host, long bodyLimit)
{
    private readonly FeedbackBody _body = new([
        .. service.Methods.Select(static method => method.Label).OfType<FeedbackLabel>().DistinctBy(static label => label.Name),
    ]);

    /// <summary>Records one label.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadJsonAsync(context, bodyLimit).ConfigureAwait(false);
        var (id, label) = _body.Read(body.Span);
        var isKnown = await host
            .Recording.WatchAsync(() => host.Store.Serving.LabelAsync(service.Name, id, label, CancellationToken.None))
            .ConfigureAwait(false);
        if (!isKnown)
        {
            throw new HttpProblemException(HttpProblems.UnknownRequest(id));
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
