using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mlops.Dsl;

/// <summary>
/// A stage context without a run, for unit tests that call a stage as the method it is. Dispose it to remove the temporary folder.
/// </summary>
/// <param name="stage">The stage's name.</param>
/// <param name="elementIndex">The element's index for a <see cref="ForEachAttribute"/> stage.</param>
public sealed class DetachedStageContext(string stage = "test", int? elementIndex = null) : StageContext, IDisposable
{
    private readonly List<(string Name, double Value, long Step)> _metrics = [];
    private Random? _random;
    private string? _temporaryDirectory;

    /// <inheritdoc />
    public override string Stage => stage;

    /// <inheritdoc />
    public override int? ElementIndex => elementIndex;

    /// <inheritdoc />
    public override ILogger Logger { get; } = NullLogger.Instance;

    /// <inheritdoc />
    public override Random Random => _random ??= CreateRandom(0);

    /// <inheritdoc />
    public override TimeProvider Clock => TimeProvider.System;

    /// <inheritdoc />
    public override string TemporaryDirectory => _temporaryDirectory ??= Directory.CreateTempSubdirectory("mlops-").FullName;

    /// <summary>The metrics that the stage recorded, in order.</summary>
    public IReadOnlyList<(string Name, double Value, long Step)> Metrics => _metrics;

    /// <inheritdoc />
    public override void LogMetric(string name, double value, long step = 0) => _metrics.Add((name, value, step));

    /// <inheritdoc />
    public override void ReportProgress(double fraction, string? message = null)
    {
        // Nobody watches a stage that runs outside a run.
    }

    /// <inheritdoc />
    public override Random CreateRandom(int seed) => SeededRandom.Create("detached", stage, elementIndex, seed);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_temporaryDirectory is not null)
        {
            Directory.Delete(_temporaryDirectory, recursive: true);
            _temporaryDirectory = null;
        }
    }
}
