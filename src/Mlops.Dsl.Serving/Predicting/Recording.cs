using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>
/// Watches whether answers and labels can be recorded: they can't from the first that could not be, until one could, or a probe could.
/// The services of a host share it. Safe for concurrent use.
/// </summary>
/// <param name="log">Takes a line when recording stops to work, and when it works again.</param>
internal sealed class Recording(Action<string> log)
{
    private readonly Lock _gate = new();
    private readonly HashSet<StoreProblem> _told = [];
    private string? _problem;
    private long _failures;

    /// <summary>Why nothing can be recorded, in sentences; null where it can.</summary>
    public string? Problem => Volatile.Read(ref _problem);

    /// <summary>Records something, and notes whether that could be done.</summary>
    public async Task<T> WatchAsync<T>(Func<Task<T>> record)
    {
        var failures = Interlocked.Read(ref _failures);
        try
        {
            var result = await record().ConfigureAwait(false);
            Succeed(failures);
            return result;
        }
        catch (DuplicateRequestException)
        {
            // The store works: it knows the request.
            Succeed(failures);
            throw;
        }
        catch (StoreException exception)
        {
            Fail(exception);
            throw;
        }
    }

    /// <summary>
    /// Where nothing can be recorded, tries again: who is told that a service is not ready sends it nothing that would show that it is.
    /// </summary>
    public async Task TryAgainAsync(IServingLog store, CancellationToken cancellationToken)
    {
        if (Problem is null)
        {
            return;
        }

        var failures = Interlocked.Read(ref _failures);
        try
        {
            await store.ProbeAsync(cancellationToken).ConfigureAwait(false);
            Succeed(failures);
        }
        catch (StoreException exception)
        {
            Fail(exception);
        }
    }

    /// <summary>Notes that nothing can be recorded. Each kind of problem is told once, until recording works again.</summary>
    public void Fail(StoreException exception)
    {
        bool isNew;
        lock (_gate)
        {
            _failures++;
            _problem = exception.Message;
            isNew = _told.Add(exception.Problem);
        }

        if (isNew)
        {
            log($"answers can't be recorded, and none is given until they can: {exception.Message}");
        }
    }

    /// <summary>Notes that something was recorded. What began before a failure says nothing about the time after it.</summary>
    private void Succeed(long failuresBefore)
    {
        if (Problem is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_problem is null || _failures != failuresBefore)
            {
                return;
            }

            _problem = null;
            _told.Clear();
        }

        log("answers are recorded and given again");
    }
}
