using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>Keeps the version that an alias names ready to answer. One caller at a time refreshes; any number enter.</summary>
internal sealed class AliasFollower<TInput, TPrediction>(PredictMethod<TInput, TPrediction> method, ServingScope scope) : IDisposable
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    private readonly ModelLoader<TInput, TPrediction> _loader = new(scope.Store);
    private LoadedModel<TInput, TPrediction>? _current;
    private volatile string? _problem = "the store has not been asked yet";
    private PublishedEntry? _refused;

    /// <summary>Which version answers now, and what keeps another from doing so.</summary>
    public ModelStatus Status
    {
        get
        {
            var current = Volatile.Read(ref _current);
            return new ModelStatus(scope.Service, method.Name, method.Model, method.Alias, current?.Version, current?.Hash, _problem);
        }
    }

    /// <summary>The version that answers, for one use: leave it afterwards.</summary>
    /// <exception cref="ModelUnavailableException">None answers.</exception>
    public LoadedModel<TInput, TPrediction> Enter()
    {
        while (Volatile.Read(ref _current) is { } model)
        {
            // Between the two it may have been replaced, and freed by its last user: then there is another.
            if (model.TryEnter())
            {
                return model;
            }
        }

        throw new ModelUnavailableException(_problem ?? "the service has stopped");
    }

    /// <summary>Follows the alias.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        ModelVersion? named;
        try
        {
            named = await scope.Store.Registry.ResolveAsync(method.Model, method.Alias, cancellationToken).ConfigureAwait(false);
            if (named is null || (method.Alias != ModelVersion.Candidate && !named.IsUsable))
            {
                Withdraw(await ModelAdvice.ExplainAsync(scope, method, named, cancellationToken).ConfigureAwait(false));
                return;
            }

            await FollowAsync(named.Entry, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException exception) when (exception.Problem == StoreProblem.Removed)
        {
            // The model stays loaded for the case that the store is put back; until then nothing can be recorded, and so nothing answered.
            scope.Recording.Fail(exception);
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            // What answers goes on answering; the next look may succeed.
            Note(exception.Message);
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _current, null)?.Dispose();

    private async Task FollowAsync(PublishedEntry entry, CancellationToken cancellationToken)
    {
        if (_current is { } current && current.Version == entry.Version && current.Hash == entry.Artifact.Hash)
        {
            _problem = null;
            _refused = null;
            return;
        }

        if (_refused == entry)
        {
            return;
        }

        LoadedModel<TInput, TPrediction> loaded;
        try
        {
            loaded = await _loader.LoadAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch (UnsuitableModelException exception)
        {
            _refused = entry;
            Note(exception.Message);
            return;
        }

        _problem = null;
        _refused = null;
        var before = Interlocked.Exchange(ref _current, loaded);
        before?.Dispose();
        var instead = before is null ? "" : $" instead of {before.Version}";
        Say($"version {entry.Version} of '{entry.Name}' answers{instead} ({entry.Artifact.Hash.ToString()[..12]})");
    }

    /// <summary>Lets no version answer.</summary>
    private void Withdraw(string why)
    {
        var isNew = _problem != why;

        // In this order: who finds no model tells why.
        _problem = why;
        var before = Interlocked.Exchange(ref _current, null);
        before?.Dispose();
        if (isNew)
        {
            Say($"{why}{(before is null ? "" : $"; version {before.Version} answers no more")}");
        }
    }

    /// <summary>Says what is wrong, once as long as it stays the same, while the version that answers goes on.</summary>
    private void Note(string problem)
    {
        if (_problem != problem)
        {
            _problem = problem;
            Say($"{problem}{(_current is { } current ? $"; version {current.Version} goes on answering" : "")}");
        }
    }

    private void Say(string line) => scope.Log($"{scope.Service}/{method.Path}: {line}");
}
