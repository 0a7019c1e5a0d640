using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Running;

/// <summary>What the live view knows of a stage.</summary>
internal sealed class LiveStage(StageDefinition definition)
{
    private readonly Dictionary<string, double> _metrics = new(StringComparer.Ordinal);

    public StageDefinition Definition => definition;

    /// <summary>When the running attempt began, in the clock's ticks.</summary>
    public long Started { get; set; }

    /// <summary>Whether it is being run.</summary>
    public bool IsRunning { get; set; }

    /// <summary>What became of it; null before.</summary>
    public StageReport? Report { get; set; }

    /// <summary>The share that is done; null where the stage does not tell.</summary>
    public double? Fraction { get; set; }

    /// <summary>What it is doing.</summary>
    public string? Message { get; set; }

    /// <summary>The latest value of each metric.</summary>
    public IReadOnlyDictionary<string, double> Metrics => _metrics;

    public void SetMetric(string name, double value) => _metrics[name] = value;
}
