using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary>Why a request is not answered, as <c>application/problem+json</c> of RFC 9457 tells it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Kind">The problem's type: a heading of the documentation.</param>
/// <param name="Title">The problem in general.</param>
/// <param name="Detail">This one, and what to do.</param>
internal sealed record HttpProblem(int Status, string Kind, string Title, string Detail)
{
    private const string Documentation = "https://github.com/mlops-dsl/mlops-dsl/blob/main/docs/serving.md#";

    /// <summary>What is wrong with which column.</summary>
    public IReadOnlyList<(string Column, string Message)> Errors { get; init; } = [];

    /// <summary>Seconds after which the request may succeed.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The methods that the endpoint takes, where it takes not this one.</summary>
    public string? Allow { get; init; }

    /// <summary>The type's address.</summary>
    public string Type => Documentation + Kind;

    /// <summary>Answers with the problem.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Allow is not null)
        {
            response.Headers.Allow = Allow;
        }

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            Write(writer);
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), context.RequestAborted).ConfigureAwait(false);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        writer.WriteString("title", Title);
        writer.WriteNumber("status", Status);
        writer.WriteString("detail", Detail);
        if (Errors.Count > 0)
        {
            writer.WriteStartArray("errors");
            foreach (var (column, message) in Errors)
            {
                writer.WriteStartObject();
                writer.WriteString("column", column);
                writer.WriteString("message", message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}

/// <summary>Ends a request with a problem.</summary>
/// <param name="problem">The problem.</param>
internal sealed class HttpProblemException(HttpProblem problem) : Exception(problem.Detail)
{
    public HttpProblem Problem => problem;
}
