using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Mlops.Dsl.Datasets.Rows;

namespace Mlops.Dsl;

/// <summary>What generated clients of services are made of. Safe for concurrent use.</summary>
/// <param name="http">Sends the requests; its base address is the service's, such as <c>http://127.0.0.1:8080</c>. It stays its
/// owner's.</param>
public abstract class ServiceClient(HttpClient http)
{
    private const string RequestIdHeader = "X-Request-Id";

    /// <summary>Sends a row and returns the answer.</summary>
    /// <param name="path">The endpoint's path, without the leading slash.</param>
    /// <param name="input">The row.</param>
    /// <param name="requestId">The request's id; null for a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServiceProblemException">The service did not answer; it told why.</exception>
    /// <exception cref="HttpRequestException">The service was not reached.</exception>
    protected async Task<Answer<TPrediction>> PredictAsync<TInput, TPrediction>(
        string path,
        TInput input,
        string? requestId,
        CancellationToken cancellationToken
    )
        where TInput : IRow<TInput>
        where TPrediction : IRow<TPrediction>
    {
        using var request = NewRequest(path, writer => Rows<TInput>.Json.Write(writer, input));
        if (requestId is not null)
        {
            request.Headers.Add(RequestIdHeader, requestId);
        }

        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.OK
            ? AnswerReader<TPrediction>.Read(body, response.StatusCode)
            : throw ProblemReader.Read(response, body);
    }

    /// <summary>Tells the right answer of a request.</summary>
    /// <typeparam name="TRow">The row type that has the label.</typeparam>
    /// <typeparam name="T">The label's type.</typeparam>
    /// <param name="path">The endpoint's path, without the leading slash.</param>
    /// <param name="requestId">The id of the answer.</param>
    /// <param name="label">The label.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServiceProblemException">The service did not take it; it told why.</exception>
    /// <exception cref="HttpRequestException">The service was not reached.</exception>
    protected Task SendFeedbackAsync<TRow, T>(string path, string requestId, T label, CancellationToken cancellationToken)
        where TRow : IRow<TRow>
    {
        var column = (RowColumn<TRow, T>)TRow.Schema.Columns.First(static column => column.Role == ColumnRole.Label);
        return SendFeedbackAsync(path, requestId, Write, cancellationToken);

        void Write(Utf8JsonWriter writer)
        {
            if (!JsonValue.TryWrite(writer, label, column.Format))
            {
                throw new NotSupportedException(
                    $"The label '{column.Name}' of {typeof(TRow).Name} is a {column.TypeName}, which has no text to be written as JSON."
                );
            }
        }
    }

    /// <summary>Tells the right answer of a request, as text.</summary>
    /// <inheritdoc cref="SendFeedbackAsync{TRow, T}" />
    protected Task SendFeedbackAsync(string path, string requestId, string label, CancellationToken cancellationToken) =>
        SendFeedbackAsync(path, requestId, writer => writer.WriteStringValue(label), cancellationToken);

    private async Task SendFeedbackAsync(
        string path,
        string requestId,
        Action<Utf8JsonWriter> writeLabel,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(requestId);
        using var request = NewRequest(
            path,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("requestId", requestId);
                writer.WritePropertyName("label");
                writeLabel(writer);
                writer.WriteEndObject();
            }
        );
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw ProblemReader.Read(response, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    private static HttpRequestMessage NewRequest(string path, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer);
        }

        var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
    }

    private static class Rows<TRow>
        where TRow : IRow<TRow>
    {
        public static RowJson<TRow> Json { get; } = new() { SkipsComputed = true };
    }
}
