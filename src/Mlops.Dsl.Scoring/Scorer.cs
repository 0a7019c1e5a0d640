using Microsoft.ML.OnnxRuntime;
using Mlops.Dsl.Onnx;
using Mlops.Dsl.Sessions;

namespace Mlops.Dsl;

/// <summary>
/// Scores rows with a model. Safe for concurrent use: each call takes inputs and outputs of its own from a pool. After the first calls,
/// scoring one row allocates nothing but the
/// prediction, where that is a class: numbers go through buffers that ONNX Runtime reads and writes in place, texts are copied into
/// tensors of its own.
/// </summary>
/// <typeparam name="TInput">The row that the model takes.</typeparam>
/// <typeparam name="TPrediction">What it says of it.</typeparam>
public sealed class Scorer<TInput, TPrediction> : IDisposable
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    private readonly InferenceSession _session;
    private readonly OnnxGraph _graph;
    private readonly ModelSignature _signature;
    private readonly int _batchSize;
    private readonly SlotPool<BindingSlot<TInput, TPrediction>> _singles = new(2 * Environment.ProcessorCount);
    private readonly SlotPool<BindingSlot<TInput, TPrediction>> _batches = new(Environment.ProcessorCount);
    private readonly UseCount _uses;

    internal Scorer(Model<TInput, TPrediction> model, ScorerOptions options)
    {
        _graph = OnnxGraph.Parse(model.Onnx);
        _signature = model.Signature;
        SignatureCheck.Fit<TInput, TPrediction>(_signature, _graph);
        _batchSize = SignatureCheck.TakesOneRowOnly(_graph) ? 1 : options.BatchSize;
        _session = SessionFactory.Open(model.Onnx, options);
        _uses = new UseCount(nameof(Scorer<,>), Release);
    }

    /// <summary>Scores a row.</summary>
    /// <exception cref="ModelException">The graph fails on the row, or gives what the prediction can't hold.</exception>
    /// <exception cref="ObjectDisposedException">The scorer was disposed of.</exception>
    public TPrediction Score(TInput row)
    {
        ArgumentNullException.ThrowIfNull(row);
        TPrediction prediction = default!;
        Score(new ReadOnlySpan<TInput>(in row), new Span<TPrediction>(ref prediction));
        return prediction;
    }

    /// <summary>Scores rows.</summary>
    /// <inheritdoc cref="Score(TInput)" />
    public TPrediction[] Score(IReadOnlyCollection<TInput> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var predictions = new TPrediction[rows.Count];
        Score(rows as TInput[] ?? [.. rows], predictions);
        return predictions;
    }

    /// <summary>Scores rows into a place of the caller's.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="predictions">Where the predictions go, in the order of the rows: at least as many.</param>
    /// <inheritdoc cref="Score(TInput)" />
    public void Score(ReadOnlySpan<TInput> rows, Span<TPrediction> predictions)
    {
        if (predictions.Length < rows.Length)
        {
            throw new ArgumentException(
                $"There is room for {predictions.Length} predictions, and {rows.Length} rows are to be scored.",
                nameof(predictions)
            );
        }

        _uses.Enter();
        try
        {
            ScoreAll(rows, predictions);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new ModelException($"The model can't score the row: {EngineText.Of(exception)}", exception);
        }
        finally
        {
            _uses.Exit();
        }
    }

    /// <summary>Ends the session once the calls under way have ended.</summary>
    public void Dispose() => _uses.Close();

    private void ScoreAll(ReadOnlySpan<TInput> rows, Span<TPrediction> predictions)
    {
        while (rows.Length >= _batchSize && _batchSize > 1)
        {
            ScorePooled(_batches, rows[.._batchSize], predictions);
            rows = rows[_batchSize..];
            predictions = predictions[_batchSize..];
        }

        if (rows.Length > 1 && _batchSize > 1)
        {
            using var rest = new BindingSlot<TInput, TPrediction>(_session, _graph, _signature, rows.Length);
            rest.Score(rows, predictions);
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            ScorePooled(_singles, rows.Slice(i, 1), predictions[i..]);
        }
    }

    private void ScorePooled(SlotPool<BindingSlot<TInput, TPrediction>> pool, ReadOnlySpan<TInput> rows, Span<TPrediction> predictions)
    {
        var slot = pool.Take() ?? new BindingSlot<TInput, TPrediction>(_session, _graph, _signature, rows.Length);
        try
        {
            slot.Score(rows, predictions);
        }
        finally
        {
            pool.Return(slot);
        }
    }

    private void Release()
    {
        _singles.Dispose();
        _batches.Dispose();
        _session.Dispose();
    }
}
