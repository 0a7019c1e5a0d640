namespace Mlops.Dsl.Serving;

/// <summary>Answers requests with the version of a model that an alias names.</summary>
public abstract class Predictor : IDisposable
{
    private protected Predictor()
    {
    }

    /// <summary>Which model answers now.</summary>
    public abstract ModelStatus Status { get; }

    /// <summary>Follows the alias where it has moved: loads the version first, then lets it answer, and frees the one before when its last request is done.</summary>
    internal abstract Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Lets no model answer any more.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the model.</summary>
    protected abstract void Dispose(bool disposing);
}
