using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary>Hands requests to endpoints by their path, and turns whatever goes wrong into a problem that the client can read.</summary>
internal sealed class Dispatcher
{
    private readonly FrozenDictionary<string, Endpoint> _endpoints;
    private readonly long _bodyLimit;
    private readonly Action<string> _log;

    public Dispatcher(IReadOnlyList<Endpoint> endpoints, long bodyLimit, Action<string> log)
    {
        _endpoints = endpoints.ToFrozenDictionary(static endpoint => endpoint.Path, StringComparer.Ordinal);
        (_bodyLimit, _log) = (bodyLimit, log);
    }

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await Find(context.Request).Handle(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var problem = HttpProblems.Of(exception, _bodyLimit);
            if (problem is null)
            {
                _log($"{context.Request.Method} {context.Request.Path}: {exception.GetType().Name}: {exception.Message}");
            }
            else if (exception is IOException and not BadHttpRequestException)
            {
                _log($"{context.Request.Method} {context.Request.Path}: {exception.Message}");
            }

            await (problem ?? HttpProblems.Defect()).WriteAsync(context).ConfigureAwait(false);
        }
    }

    private Endpoint Find(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (!_endpoints.TryGetValue(path, out var endpoint))
        {
            var known = string.Join(
                ", ",
                _endpoints.Values.Select(static known => $"{known.Method} {known.Path}").Order(StringComparer.Ordinal)
            );
            throw new HttpProblemException(HttpProblems.NotFound($"There is: {known}."));
        }

        return request.Method == endpoint.Method
            ? endpoint
            : throw new HttpProblemException(HttpProblems.MethodNotAllowed(request.Method, endpoint.Path, endpoint.Method));
    }
}
