using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Mlops.Dsl.Serving;

/// <summary>Reads the bodies of requests.</summary>
internal static class RequestBody
{
    /// <summary>The body, of at most so many bytes.</summary>
    /// <exception cref="HttpProblemException">It is no JSON, or too large; what is too large is not read to its end.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadJsonAsync(HttpContext context, long limit)
    {
        var request = context.Request;
        if (!IsJson(request.ContentType))
        {
            throw new HttpProblemException(HttpProblems.UnsupportedMediaType(request.ContentType));
        }

        if (request.ContentLength > limit)
        {
            throw new HttpProblemException(HttpProblems.TooLarge(limit));
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > limit)
            {
                throw new HttpProblemException(HttpProblems.TooLarge(limit));
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>Whether a content type is JSON in UTF-8.</summary>
    private static bool IsJson(string? contentType)
    {
        // What nearly every client sends is not taken apart.
        if (contentType is "application/json" or "application/json; charset=utf-8")
        {
            return true;
        }

        if (!System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return false;
        }

        var isJson =
            type.MediaType is { } name
            && (
                name.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || (
                    name.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                    && name.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
                )
            );
        return isJson && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
