using Microsoft.Extensions.Logging;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What one attempt of a stage or element may use of the run.</summary>
internal sealed class RunStageContext(RunSession run, StageRun stage, int? element, ulong devices = 0) : StageContext
{
    private readonly Lock _gate = new();
    private List<Metric>? _metrics;
    private Random? _random;
    private string? _temporaryDirectory;
    private volatile bool _isClosed;

    /// <inheritdoc />
    public override string Stage => stage.Definition.Name;

    /// <inheritdoc />
    public override int? ElementIndex
    {
        get
        {
            DependsOnIndex = true;
            return element;
        }
    }

    /// <inheritdoc />
    public override IReadOnlyList<int> Devices => DeviceBits.PositionsOf(devices);

    /// <inheritdoc />
    public override ILogger Logger => stage.GetLog(run);

    /// <inheritdoc />
    public override Random Random => _random ??= CreateRandom(0);

    /// <inheritdoc />
    public override TimeProvider Clock => run.Options.TimeProvider;

    /// <inheritdoc />
    public override string TemporaryDirectory
    {
        get
        {
            lock (_gate)
            {
                ThrowIfClosed();
                return _temporaryDirectory ??= run.Scratch.CreateFolder(Stage);
            }
        }
    }

    /// <summary>Whether the attempt asked for something that depends on which element it works on, and not on its content alone.</summary>
    public bool DependsOnIndex { get; private set; }

    /// <summary>Whether the attempt has ended.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>The metrics so far.</summary>
    public IReadOnlyList<Metric> Metrics
    {
        get
        {
            lock (_gate)
            {
                return _metrics is null ? [] : [.. _metrics];
            }
        }
    }

    /// <inheritdoc />
    public override void LogMetric(string name, double value, long step = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var metric = new Metric(name, step, value);
        lock (_gate)
        {
            ThrowIfClosed();
            (_metrics ??= []).Add(metric);
        }

        run.Observers.MetricLogged(stage.Definition, metric);
    }

    /// <inheritdoc />
    public override void ReportProgress(double fraction, string? message = null)
    {
        ThrowIfClosed();
        if (element is null)
        {
            run.Observers.StageProgressed(stage.Definition, double.IsNaN(fraction) ? 0 : Math.Clamp(fraction, 0, 1), message);
        }
    }

    /// <inheritdoc />
    public override Random CreateRandom(int seed)
    {
        DependsOnIndex = true;
        return SeededRandom.Create(run.PipelineTypeName, Stage, element, seed);
    }

    /// <summary>Ends the attempt: a stage that was left behind can record nothing any more.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Removes the attempt's temporary folder, if it has one.</summary>
    public void RemoveTemporaryDirectory()
    {
        if (_temporaryDirectory is { } path)
        {
            ScratchFolder.TryDelete(path);
        }
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException(
                $"This attempt of stage '{Stage}' has ended: it was cancelled, or the stage's method has returned."
            );
        }
    }
}
