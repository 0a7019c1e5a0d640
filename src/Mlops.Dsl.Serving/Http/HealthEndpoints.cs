using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary>
/// <c>GET /health/live</c>: the process answers. <c>GET /health/ready</c>: which models answer, whether answers are recorded, and what is
/// wrong.
/// </summary>
internal sealed class HealthEndpoints(ServiceHost host)
{
    /// <summary>Tells that the process answers.</summary>
    public static Task LiveAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync("{\"status\":\"live\"}"u8.ToArray(), context.RequestAborted).AsTask();
    }

    /// <summary>Tells which models answer: 200 where each method has one and answers can be recorded, else 503.</summary>
    public async Task ReadyAsync(HttpContext context)
    {
        var models = host.Status;
        var problem = host.RecordingProblem;
        var isReady = problem is null && models.All(static model => model.IsReady);
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            var isDegraded = models.Any(static model => model.Problem is not null);
            Write(
                writer,
                models,
                problem,
                !isReady ? "unavailable"
                    : isDegraded ? "degraded"
                    : "ready"
            );
        }

        await context
            .Response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), context.RequestAborted)
            .ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ModelStatus> models, string? problem, string status)
    {
        writer.WriteStartObject();
        writer.WriteString("status", status);
        if (problem is not null)
        {
            writer.WriteString("problem", problem);
        }

        writer.WriteStartArray("models");
        foreach (var model in models)
        {
            writer.WriteStartObject();
            writer.WriteString("service", model.Service);
            writer.WriteString("method", model.Method);
            writer.WriteString("model", model.Model);
            writer.WriteString("alias", model.Alias);
            if (model.Version is { } version)
            {
                writer.WriteNumber("version", version);
                writer.WriteString("hash", model.Hash.ToString());
            }

            if (model.Problem is not null)
            {
                writer.WriteString("problem", model.Problem);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
