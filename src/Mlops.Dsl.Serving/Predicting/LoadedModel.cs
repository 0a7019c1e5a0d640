using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Serving;

/// <summary>
/// A version of a model that is ready to score. It is counted: who scores enters and leaves, and what was retired is disposed when the last
/// has left, so that no request loses the model under its hands.
/// </summary>
internal sealed class LoadedModel<TInput, TPrediction>(int version, ContentHash hash, Scorer<TInput, TPrediction> scorer) : IDisposable
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    // One for the model being current, and one for each that scores.
    private int _uses = 1;

    public int Version => version;

    public ContentHash Hash => hash;

    /// <summary>Begins to use the model.</summary>
    /// <returns>False where it is gone.</returns>
    public bool TryEnter()
    {
        for (var uses = Volatile.Read(ref _uses); uses > 0; uses = Volatile.Read(ref _uses))
        {
            if (Interlocked.CompareExchange(ref _uses, uses + 1, uses) == uses)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends what <see cref="TryEnter"/> began.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _uses) == 0)
        {
            scorer.Dispose();
        }
    }

    /// <summary>Scores a row, between <see cref="TryEnter"/> and <see cref="Leave"/>.</summary>
    public TPrediction Score(TInput input) => scorer.Score(input);

    /// <summary>Retires the model: it is freed when the last that uses it has left.</summary>
    public void Dispose() => Leave();
}
