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
            .. host.Services.SelectMany(service => service.Methods.Select(method => method.Accept(new Maker(service, host, bodyLimit)))),
            .. host.Services.Select(service => new Endpoint(HttpMethods.Post, $"/{service.Name}/feedback", new FeedbackEndpoint(service, host, bodyLimit).HandleAsync)),
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

    private sealed class Maker(ServiceDefinition service, ServiceHost host, long bodyLimit) : IPredictMethodVisitor<Endpoint>
    {
        public Endpoint Visit<TInput, TPrediction>(PredictMethod<TInput, TPrediction> method)
            where TInput : IRow<TInput>
            where TPrediction : IPrediction<TPrediction> =>
            new(HttpMethods.Post, $"/{service.Name}/{method.Path}", new PredictEndpoint<TInput, TPrediction>(host.GetPredictor(method), method.Label, bodyLimit).HandleAsync);
    }
}
