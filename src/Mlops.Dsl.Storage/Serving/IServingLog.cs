namespace Mlops.Dsl.Storage;

/// <summary>What services answered, and the labels that came later. Safe for concurrent use.</summary>
public interface IServingLog
{
    /// <summary>Records an answer, many in one transaction.</summary>
    /// <returns>Completes when it is durable.</returns>
    /// <exception cref="DuplicateRequestException">A request with its id is recorded already, which stays as it is. Other records are not
    /// affected.</exception>
    Task RecordAsync(ServedRecord record, CancellationToken cancellationToken = default);

    /// <summary>Records the label of an answered request. The same label again changes nothing; another replaces it.</summary>
    /// <returns>Completes when it is durable: false where no request has the id.</returns>
    Task<bool> LabelAsync(string service, string requestId, string label, CancellationToken cancellationToken = default);

    /// <summary>Finds out whether answers can be recorded now: commits a transaction that changes nothing.</summary>
    /// <returns>Completes when it is durable.</returns>
    /// <exception cref="StoreException">They can't; the message says why.</exception>
    Task ProbeAsync(CancellationToken cancellationToken = default);

    /// <summary>The records of a method within a window, by time, with the labels known now.</summary>
    IAsyncEnumerable<ServedRecord> ReadAsync(
        string service,
        string method,
        TimeWindow window,
        CancellationToken cancellationToken = default
    );
}

/// <summary>A request has the id of one that is recorded already.</summary>
public sealed class DuplicateRequestException : Exception
{
    /// <summary>Says so.</summary>
    public DuplicateRequestException(string requestId)
        : base($"A request with the id '{requestId}' is recorded already.") => RequestId = requestId;

    /// <summary>The id.</summary>
    public string RequestId { get; }
}

/// <summary>One answered request, as it is kept.</summary>
public sealed record ServedRecord
{
    /// <summary>The request's id, unique in the store.</summary>
    public required string RequestId { get; init; }

    /// <summary>The service's name.</summary>
    public required string Service { get; init; }

    /// <summary>The method's name.</summary>
    public required string Method { get; init; }

    /// <summary>The published entry that answered.</summary>
    public required string Model { get; init; }

    /// <summary>Its version.</summary>
    public required int ModelVersion { get; init; }

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long the prediction took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The schema of <see cref="Input"/>'s codec.</summary>
    public required string InputSchema { get; init; }

    /// <summary>What was sent, by its codec.</summary>
    public required ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The schema of <see cref="Prediction"/>'s codec.</summary>
    public required string PredictionSchema { get; init; }

    /// <summary>What was predicted, by its codec.</summary>
    public required ReadOnlyMemory<byte> Prediction { get; init; }

    /// <summary>The label that was told since; null as long as there is none.</summary>
    public string? Label { get; init; }
}
