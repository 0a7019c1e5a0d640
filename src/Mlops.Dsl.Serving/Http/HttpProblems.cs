using Microsoft.AspNetCore.Http;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>The problems that endpoints have.</summary>
internal static class HttpProblems
{
    private const int RetrySeconds = 5;

    /// <summary>A row can't be made of the body.</summary>
    public static HttpProblem InvalidRow(IReadOnlyList<(string Column, string Message)> errors) =>
        new(StatusCodes.Status400BadRequest, "invalid-row", "The row does not have the columns that are expected", Describe(errors))
        {
            Errors = errors,
        };

    /// <summary>A row breaks constraints.</summary>
    public static HttpProblem BrokenConstraint(IReadOnlyList<(string Column, string Message)> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "broken-constraint", "A value of the row is not allowed", Describe(errors))
        {
            Errors = errors,
        };

    /// <summary>The body is no JSON object.</summary>
    public static HttpProblem InvalidJson(string detail) =>
        new(StatusCodes.Status400BadRequest, "invalid-json", "The body is not a JSON object", detail);

    /// <summary>The header <c>X-Request-Id</c> has no id.</summary>
    public static HttpProblem InvalidRequestId() =>
        new(
            StatusCodes.Status400BadRequest,
            "invalid-request-id",
            "The request's id is invalid",
            $"X-Request-Id must be {RequestIds.Expected}."
        );

    /// <summary>What the path names is not there.</summary>
    public static HttpProblem NotFound(string detail) =>
        new(StatusCodes.Status404NotFound, "not-found", "There is nothing at this path", detail);

    /// <summary>No request has the id.</summary>
    public static HttpProblem UnknownRequest(string id) =>
        new(
            StatusCodes.Status404NotFound,
            "unknown-request",
            "No request has this id",
            $"The service answered no request '{id}': a label belongs to the requestId of an answer."
        );

    /// <summary>The path takes another method.</summary>
    public static HttpProblem MethodNotAllowed(string method, string path, string allowed) =>
        new(
            StatusCodes.Status405MethodNotAllowed,
            "method-not-allowed",
            "The path takes another method",
            $"'{path}' takes {allowed}, not {method}."
        )
        {
            Allow = allowed,
        };

    /// <summary>The body is too large.</summary>
    public static HttpProblem TooLarge(long limit) =>
        new(
            StatusCodes.Status413PayloadTooLarge,
            "too-large",
            "The body is too large",
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The body must have at most {limit} bytes: one request is one row."
            )
        );

    /// <summary>The body is not JSON.</summary>
    public static HttpProblem UnsupportedMediaType(string? type) =>
        new(
            StatusCodes.Status415UnsupportedMediaType,
            "unsupported-media-type",
            "The body has a type that is not taken",
            $"Send JSON in UTF-8 with Content-Type: "
                + $"application/json{(string.IsNullOrEmpty(type) ? "; the request has no Content-Type" : $", not '{type}'")}."
        );

    /// <summary>What an exception means for the client; null where it is a defect of the program.</summary>
    public static HttpProblem? Of(Exception exception, long bodyLimit) =>
        exception switch
        {
            HttpProblemException problem => problem.Problem,
            UnreadableInputException unreadable => unreadable.Problems.FirstOrDefault(static problem => problem.Column.Length == 0)
                is { } whole
                ? InvalidJson(whole.Message)
                : InvalidRow(Errors(unreadable.Problems)),
            InvalidInputException invalid => BrokenConstraint(Errors(invalid.Problems)),
            DuplicateRequestException => new(
                StatusCodes.Status409Conflict,
                "duplicate-request",
                "The request's id is taken",
                $"{exception.Message} Give each request an id of its own, or leave X-Request-Id out."
            ),
            ModelUnavailableException => new(
                StatusCodes.Status503ServiceUnavailable,
                "no-model",
                "No model answers now",
                Sentence(exception.Message)
            )
            {
                RetryAfter = RetrySeconds,
            },
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(bodyLimit),
            BadHttpRequestException bad => new(bad.StatusCode, "bad-request", "The request can't be read", bad.Message),
            StoreException or IOException => new(
                StatusCodes.Status503ServiceUnavailable,
                "not-recorded",
                "The answer could not be recorded",
                "The store did not take the record, so that there is no answer: try again."
            )
            {
                RetryAfter = RetrySeconds,
            },
            _ => null,
        };

    /// <summary>A defect of the program.</summary>
    public static HttpProblem Defect() =>
        new(
            StatusCodes.Status500InternalServerError,
            "internal-error",
            "The service failed",
            "The service's own output tells what happened."
        );

    private static (string Column, string Message)[] Errors(IReadOnlyList<RowProblem> problems) =>
        [.. problems.Select(static problem => (problem.Column, problem.Message))];

    private static string Describe(IReadOnlyList<(string Column, string Message)> errors) =>
        string.Join("; ", errors.Select(static error => $"{error.Column} {error.Message}")) + ".";

    private static string Sentence(string message) => char.ToUpperInvariant(message[0]) + message[1..] + ".";
}
