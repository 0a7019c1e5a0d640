using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.History;

/// <summary>Everything that the store knows of one run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Stages">What became of each stage.</param>
/// <param name="Published">The entries that the run published first.</param>
internal sealed record RunDetails(RunRecord Run, IReadOnlyList<StageDetails> Stages, IReadOnlyList<PublishedEntry> Published)
{
    /// <summary>Reads it.</summary>
    public static async Task<RunDetails> ReadAsync(IRunStore runs, RunRecord run, bool withLogs, CancellationToken cancellationToken)
    {
        var stages = new List<StageDetails>();
        foreach (var result in await runs.GetResultsAsync(run.Id, cancellationToken))
        {
            if (result.Execution is not { } number)
            {
                stages.Add(new StageDetails(result, Execution: null, [], []));
                continue;
            }

            var executions = await runs.GetExecutionsAsync(new ExecutionFilter { Execution = number }, cancellationToken);
            stages.Add(
                new StageDetails(
                    result,
                    executions.Count > 0 ? executions[0] : null,
                    await runs.GetMetricsAsync(number, cancellationToken),
                    withLogs ? await runs.GetLogsAsync(number, cancellationToken) : []
                )
            );
        }

        var published = await runs.GetPublishedAsync(name: null, cancellationToken);
        return new RunDetails(run, stages, [.. published.Where(entry => entry.RunId == run.Id)]);
    }
}

/// <summary>What became of a stage in a run, and the execution behind it.</summary>
/// <param name="Result">The outcome.</param>
/// <param name="Execution">The execution that made the outputs or failed, be it in this run or an earlier one; null where there was
/// none.</param>
/// <param name="Metrics">What the execution measured.</param>
/// <param name="Logs">What it logged; empty unless asked for.</param>
internal sealed record StageDetails(
    StageResult Result,
    ExecutionRecord? Execution,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<LogLine> Logs
)
{
    /// <summary>The last value of each metric, in the order in which they were first logged.</summary>
    public IEnumerable<Metric> LastMetrics => Metrics.GroupBy(static metric => metric.Name).Select(static group => group.Last());
}
