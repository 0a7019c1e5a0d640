using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Reads outputs and earlier metrics for the report of a run from its store, which is opened for the first of them unless it is open.
/// </summary>
internal sealed class ReportOutputs(RunOptions options, string pipelineType) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IStore? _store;
    private IReadOnlyDictionary<long, IReadOnlyList<Metric>>? _metrics;

    /// <summary>Reads an output.</summary>
    public async ValueTask<ArtifactSlot> LoadAsync(OutputValue output)
    {
        await _gate.WaitAsync();
        try
        {
            _store ??= Open();
        }
        finally
        {
            _gate.Release();
        }

        return await output.GetAsync(new StoreKeeper(_store.Artifacts));
    }

    /// <summary>Reads the metrics of an execution; with the first, those of all that the run before used.</summary>
    public IReadOnlyList<Metric> ReadMetrics(long execution)
    {
        _gate.Wait();
        try
        {
            // Queries of the run store complete at once.
            _store ??= Open();
            _metrics ??= _store.Runs.GetLatestMetricsAsync(pipelineType).GetAwaiter().GetResult();
            return _metrics.TryGetValue(execution, out var known) ? known : _store.Runs.GetMetricsAsync(execution).GetAwaiter().GetResult();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        if (_store is not null && _store != options.Store)
        {
            await _store.DisposeAsync();
        }
    }

    private IStore Open() => options.Store ?? StoreFactories.Open(options.StorePath!, new StoreOptions { ReadOnly = true });
}
