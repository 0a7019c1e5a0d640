namespace Mlops.Dsl.Engine;

/// <summary>Tells a run that its process is ending under it. The stages that run then have failed, since one of them ended it.</summary>
internal sealed class ProcessEnd : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    /// <summary>Cancelled when the process is about to end.</summary>
    public CancellationToken Token => _ended.Token;

    /// <summary>How it ends, in words.</summary>
    public string Cause { get; private set; } = "";

    /// <summary>The exception that ends it, if one does.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>The process ends.</summary>
    public void Announce(string cause, Exception? exception)
    {
        Cause = cause;
        Exception = exception;
        _ended.Cancel();
    }

    /// <summary>Words it for stages that ran at that moment.</summary>
    public string Describe(IEnumerable<string> stages)
    {
        string[] names = [.. stages.Select(static stage => $"'{stage}'")];
        var culprit = names.Length == 1 ? "A stage" : "One of them did it; a stage";
        return $"The process was ended while {string.Join(", ", names)} ran: {Cause}. {culprit} must not end its process: it throws an "
            + $"exception to fail, and returns to succeed.";
    }

    public void Dispose() => _ended.Dispose();
}
