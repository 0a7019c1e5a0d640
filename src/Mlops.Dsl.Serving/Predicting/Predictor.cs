using System.Buffers;

namespace Mlops.Dsl.Serving;

/// <summary>Answers requests with the version of a model that an alias names.</summary>
public abstract class Predictor : IDisposable
{
    private protected Predictor() { }

    /// <summary>Which model answers now.</summary>
    public abstract ModelStatus Status { get; }

    /// <summary>
    /// Follows the alias where it has moved: loads the version first, then lets it answer, and frees the one before when its last request
    /// is done.
    /// </summary>
    internal abstract Task RefreshAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Answers a request that is JSON with JSON: the request's id, the prediction and the version. It is written when it is recorded.
    /// </summary>
    /// <param name="json">The row, in UTF-8.</param>
    /// <param name="requestId">A valid id, which no other request has.</param>
    /// <param name="output">Takes the answer; nothing where there is none.</param>
    /// <param name="cancellationToken">Gives up before the row is scored.</param>
    /// <exception cref="UnreadableInputException">No row can be made of the text.</exception>
    /// <exception cref="InvalidInputException">A value breaks a constraint; columns are called as in JSON.</exception>
    /// <exception cref="ModelUnavailableException">No model answers now.</exception>
    /// <exception cref="Storage.DuplicateRequestException">A request with the id was answered before.</exception>
    internal abstract ValueTask AnswerAsync(
        ReadOnlyMemory<byte> json,
        string requestId,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken
    );

    /// <summary>Lets no model answer any more.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the model.</summary>
    protected abstract void Dispose(bool disposing);
}
