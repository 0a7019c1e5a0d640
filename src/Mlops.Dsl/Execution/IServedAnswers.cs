namespace Mlops.Dsl.Execution;

/// <summary>What services answered, as the engine hands it to a <see cref="ServedAttribute">[Served]</see> source.</summary>
public interface IServedAnswers
{
    /// <summary>The answers of a method within a window, by time, with the labels known now.</summary>
    IAsyncEnumerable<ServedAnswer> ReadAsync(ServedSource source, TimeWindow window, CancellationToken cancellationToken);
}

/// <summary>One answered request, as it was kept.</summary>
public sealed record ServedAnswer
{
    /// <summary>The request's id.</summary>
    public required string RequestId { get; init; }

    /// <summary>When it was answered.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The version of the model that predicted.</summary>
    public required int ModelVersion { get; init; }

    /// <summary>The label that was told since; null as long as there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The schema of <see cref="Input"/>'s codec.</summary>
    public required string InputSchema { get; init; }

    /// <summary>What was sent, by its codec.</summary>
    public required ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The schema of <see cref="Prediction"/>'s codec.</summary>
    public required string PredictionSchema { get; init; }

    /// <summary>What was predicted, by its codec.</summary>
    public required ReadOnlyMemory<byte> Prediction { get; init; }
}
