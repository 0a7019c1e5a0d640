using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary>The endpoints of a host's services.</summary>
internal static class ServiceEndpoints
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Endpoint> Of(ServiceHost host, long bodyLimit)
    {
        var health = new HealthEndpoints(host);
        var document = OpenApiDocument.Write(host.Services);
        return
        [
            .. host.Services.SelectMany(service =>
                service.Methods.Select(method => new Endpoint(
                    HttpMethods.Post,
                    $"/{service.Name}/{method.Path}",
                    new PredictEndpoint(host.GetPredictor(method), bodyLimit).HandleAsync
                ))
            ),
            .. host.Services.Select(service => new Endpoint(
                HttpMethods.Post,
                $"/{service.Name}/feedback",
                new FeedbackEndpoint(service, host, bodyLimit).HandleAsync
            )),
            new Endpoint(HttpMethods.Get, "/health/live", HealthEndpoints.LiveAsync),
            new Endpoint(HttpMethods.Get, "/health/ready", health.ReadyAsync),
            new Endpoint(HttpMethods.Get, "/openapi.json", context => WriteDocumentAsync(context, document)),
        ];
    }

    private static Task WriteDocumentAsync(HttpContext context, ReadOnlyMemory<byte> document)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = document.Length;
        return context.Response.Body.WriteAsync(document, context.RequestAborted).AsTask();
    }
}
