using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>
/// Keeps the models of services ready, and follows their aliases: when one moves, the new version is loaded before it answers, and the old
/// one is freed when its last request is done. Services are made with it: <c>new IncomeService(host)</c>.
/// </summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private readonly Dictionary<PredictMethod, Predictor> _predictors = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _timer;
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private Task _following = Task.CompletedTask;
    private bool _isDisposed;

    private ServiceHost(IStore store, IReadOnlyList<ServiceDefinition> services, ServiceHostOptions options)
    {
        (Store, Services, Recording) = (store, services, new Recording(options.Log));
        foreach (var service in services)
        {
            var scope = new ServingScope(service.Name, store, options.Clock, options.CommandName, options.Log, Recording);
            foreach (var method in service.Methods)
            {
                _predictors.Add(method, method.CreatePredictor(scope));
            }
        }

        _timer = new PeriodicTimer(options.PollInterval, options.Clock);
    }

    /// <summary>The store with the models and the log.</summary>
    public IStore Store { get; }

    /// <summary>The services.</summary>
    public IReadOnlyList<ServiceDefinition> Services { get; }

    /// <summary>Why no answer can be recorded now, and so none is given, in sentences; null where nothing is wrong with that.</summary>
    public string? RecordingProblem => Recording.Problem;

    /// <summary>Watches whether answers and labels are recorded.</summary>
    internal Recording Recording { get; }

    /// <summary>Which models answer now, service by service and method by method.</summary>
    public IReadOnlyList<ModelStatus> Status =>
        [.. Services.SelectMany(static service => service.Methods).Select(method => _predictors[method].Status)];

    /// <summary>Loads the models of services, as far as there are any, and begins to follow their aliases.</summary>
    /// <param name="store">The store with the models and the log; it stays open, and must outlive the host.</param>
    /// <param name="services">The services, of which no two have one name.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ServiceHost> StartAsync(
        IStore store,
        IReadOnlyList<ServiceDefinition> services,
        ServiceHostOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(services);
        var host = new ServiceHost(store, services, options ?? new ServiceHostOptions());
        await host.RefreshAsync(cancellationToken).ConfigureAwait(false);
        host._following = host.FollowAsync();
        return host;
    }

    /// <summary>What answers for a method: generated code asks for it.</summary>
    /// <exception cref="ArgumentException">The method's service is none of the host's.</exception>
    public Predictor<TInput, TPrediction> GetPredictor<TInput, TPrediction>(PredictMethod<TInput, TPrediction> method)
        where TInput : IRow<TInput>
        where TPrediction : IPrediction<TPrediction>
    {
        ArgumentNullException.ThrowIfNull(method);
        return (Predictor<TInput, TPrediction>)GetPredictor((PredictMethod)method);
    }

    /// <summary>What answers for a method.</summary>
    /// <exception cref="ArgumentException">The method's service is none of the host's.</exception>
    internal Predictor GetPredictor(PredictMethod method) =>
        _predictors.TryGetValue(method, out var predictor)
            ? predictor
            : throw new ArgumentException($"The service of the method '{method.Name}' was not given to this host.", nameof(method));

    /// <summary>
    /// Looks at once whether aliases have moved, and whether what could not be recorded can be now, instead of at the next interval.
    /// </summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        await _refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var predictor in _predictors.Values)
            {
                await predictor.RefreshAsync(cancellationToken).ConfigureAwait(false);
            }

            await Recording.TryAgainAsync(Store.Serving, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>Stops following aliases and frees the models. Requests that are being scored are finished first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _following.ConfigureAwait(false);
        _timer.Dispose();
        _stop.Dispose();
        _refreshing.Dispose();
        foreach (var predictor in _predictors.Values)
        {
            predictor.Dispose();
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
            {
                await RefreshAsync(_stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
