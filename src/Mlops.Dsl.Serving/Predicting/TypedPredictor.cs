using System.Buffers;
using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Answers requests of one method: what generated bodies call. Safe for concurrent use.</summary>
/// <typeparam name="TInput">What is sent.</typeparam>
/// <typeparam name="TPrediction">What is predicted.</typeparam>
public sealed class Predictor<TInput, TPrediction> : Predictor
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    private readonly ServingScope _scope;
    private readonly RowJson<TInput> _rows;
    private readonly RowJson<TPrediction> _predictions = RowJson.For<TPrediction>();
    private readonly AliasFollower<TInput, TPrediction> _follower;
    private readonly AnswerLog<TInput, TPrediction> _log;

    internal Predictor(PredictMethod<TInput, TPrediction> method, ServingScope scope)
    {
        _scope = scope;
        _rows = new RowJson<TInput>(method.Label?.Columns);
        _follower = new AliasFollower<TInput, TPrediction>(method, scope);
        _log = new AnswerLog<TInput, TPrediction>(method, scope);
    }

    /// <inheritdoc />
    public override ModelStatus Status => _follower.Status;

    /// <summary>Answers a request; its id is a new one.</summary>
    /// <param name="input">What is sent.</param>
    /// <param name="cancellationToken">Gives up before the row is scored.</param>
    /// <exception cref="InvalidInputException">A value breaks a constraint.</exception>
    /// <exception cref="ModelUnavailableException">No model answers now.</exception>
    /// <exception cref="ModelException">The model can't score the row, or its prediction has a number that is NaN or infinite.</exception>
    /// <exception cref="Storage.StoreException">The answer could not be recorded, so that there is none.</exception>
    public ValueTask<Answer<TPrediction>> AnswerAsync(TInput input, CancellationToken cancellationToken) =>
        AnswerAsync(input, RequestIds.New(), cancellationToken);

    /// <summary>Answers a request, and returns when the answer is recorded.</summary>
    /// <param name="input">What is sent.</param>
    /// <param name="requestId">The request's id, which no other has: letters, digits, hyphens, underscores, dots and colons.</param>
    /// <param name="cancellationToken">Gives up before the row is scored.</param>
    /// <exception cref="ArgumentException">The id is none.</exception>
    /// <exception cref="InvalidInputException">A value breaks a constraint.</exception>
    /// <exception cref="ModelUnavailableException">No model answers now.</exception>
    /// <exception cref="Storage.DuplicateRequestException">A request with the id was answered before.</exception>
    /// <exception cref="ModelException">The model can't score the row, or its prediction has a number that is NaN or infinite.</exception>
    /// <exception cref="Storage.StoreException">The answer could not be recorded, so that there is none.</exception>
    public ValueTask<Answer<TPrediction>> AnswerAsync(TInput input, string requestId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(requestId);
        if (!RequestIds.IsValid(requestId))
        {
            throw new ArgumentException($"The id of a request must be {RequestIds.Expected}.", nameof(requestId));
        }

        var problems = new List<RowProblem>();
        return TInput.Schema.Validate(input, problems)
            ? AnswerValidAsync(input, requestId, cancellationToken)
            : throw new InvalidInputException(problems);
    }

    /// <inheritdoc />
    internal override async ValueTask AnswerAsync(
        ReadOnlyMemory<byte> json,
        string requestId,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    )
    {
        var answer = await AnswerValidAsync(Read(json.Span), requestId, cancellationToken).ConfigureAwait(false);
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteString("requestId"u8, answer.RequestId);
        writer.WritePropertyName("prediction"u8);
        _predictions.Write(writer, answer.Prediction);
        writer.WriteNumber("modelVersion"u8, answer.ModelVersion);
        writer.WriteEndObject();
    }

    /// <inheritdoc />
    internal override Task RefreshAsync(CancellationToken cancellationToken) => _follower.RefreshAsync(cancellationToken);

    /// <inheritdoc />
    protected override void Dispose(bool disposing) => _follower.Dispose();

    private TInput Read(ReadOnlySpan<byte> json)
    {
        var problems = new List<RowProblem>();
        if (!_rows.TryMake(json, problems, out var row))
        {
            throw new UnreadableInputException(problems);
        }

        return TInput.Schema.Validate(row, problems)
            ? row
            : throw new InvalidInputException([.. problems.Select(problem => problem with { Column = _rows.NameOf(problem.Column) })]);
    }

    private async ValueTask<Answer<TPrediction>> AnswerValidAsync(TInput input, string requestId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = _scope.Clock.GetTimestamp();
        var (prediction, version) = Score(input);
        var duration = _scope.Clock.GetElapsedTime(started);

        // From here on nothing is given up: the answer is told when it is recorded, and only then.
        return await _scope
            .Recording.WatchAsync(async () =>
            {
                await _log.RecordAsync(requestId, input, prediction, version, duration).ConfigureAwait(false);
                return new Answer<TPrediction>(requestId, prediction, version);
            })
            .ConfigureAwait(false);
    }

    private (TPrediction Prediction, int Version) Score(TInput input)
    {
        var model = _follower.Enter();
        try
        {
            var prediction = model.Score(input);
            FinitePrediction<TPrediction>.Check(prediction);
            return (prediction, model.Version);
        }
        finally
        {
            model.Leave();
        }
    }
}
