using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>How a stage differs between two runs.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Output">Whether its outputs have the same content, in a word or two.</param>
/// <param name="Changes">What differs in the code, parameters and inputs behind them.</param>
internal sealed record StageDifference(string Stage, string Output, IReadOnlyList<KeyChange> Changes)
{
    /// <summary>The outputs have the same content.</summary>
    public const string Same = "same";

    /// <summary>Compares a stage of two runs.</summary>
    public static async Task<StageDifference> CompareAsync(
        IRunStore runs,
        string stage,
        StageDetails? before,
        StageDetails? after,
        CancellationToken cancellationToken
    )
    {
        if (before?.Execution is not { Succeeded: true } old || after?.Execution is not { Succeeded: true } recent)
        {
            return new StageDifference(stage, $"{Outcome(before)} → {Outcome(after)}", []);
        }

        var isSame =
            old.Execution == recent.Execution
            || old.Outputs.Select(static output => (output.Name, output.Artifact.Hash))
                .SequenceEqual(recent.Outputs.Select(static output => (output.Name, output.Artifact.Hash)));
        return new StageDifference(
            stage,
            isSame ? Same : "different",
            await KeyDifference.CompareAsync(runs, old.Parts, recent.Parts, cancellationToken)
        );
    }

    private static string Outcome(StageDetails? stage) => stage is null ? "absent" : OutcomeText.Of(stage.Result.Outcome);
}

/// <summary>A metric whose last value differs between two runs.</summary>
/// <param name="Name">The stage's and the metric's name.</param>
/// <param name="Before">The earlier run's value; null where it has none.</param>
/// <param name="After">The later run's value; null where it has none.</param>
internal sealed record MetricDifference(string Name, double? Before, double? After)
{
    /// <summary>Compares the metrics of two runs.</summary>
    public static IReadOnlyList<MetricDifference> Compare(RunDetails before, RunDetails after)
    {
        var old = LastValues(before);
        var recent = LastValues(after);
        return
        [
            .. recent
                .Keys.Concat(old.Keys)
                .Distinct(StringComparer.Ordinal)
                .Select(name => new MetricDifference(name, Find(old, name), Find(recent, name)))
                .Where(static metric => !Nullable.Equals(metric.Before, metric.After)),
        ];
    }

    private static double? Find(Dictionary<string, double> values, string name) => values.TryGetValue(name, out var value) ? value : null;

    private static Dictionary<string, double> LastValues(RunDetails run)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stage in run.Stages)
        {
            foreach (var metric in stage.LastMetrics)
            {
                values[$"{stage.Result.Stage}.{metric.Name}"] = metric.Value;
            }
        }

        return values;
    }
}
