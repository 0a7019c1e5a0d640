using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Activities and instruments named <c>Mlops.Dsl</c>: one activity a run (<c>run</c>) and one for each stage that is executed
/// (<c>stage</c>), the counter
/// <c>mlops.stages</c> by outcome, and the histogram <c>mlops.stage.duration</c> in seconds.
/// </summary>
internal static class RunTelemetry
{
    private const string Name = "Mlops.Dsl";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Stages = Meter.CreateCounter<long>("mlops.stages", "{stage}", "Stages by what became of them.");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "mlops.stage.duration",
        "s",
        "How long executed stages took."
    );

    /// <summary>Whether anyone measures.</summary>
    public static bool IsWatched => Stages.Enabled || Durations.Enabled;

    public static Activity? StartRun(PipelineDefinition definition, string runId)
    {
        var activity = Source.StartActivity("run");
        activity?.SetTag("mlops.pipeline", definition.Name);
        activity?.SetTag("mlops.run", runId);
        return activity;
    }

    public static Activity? StartStage(StageDefinition stage, ActivityContext run)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var activity = Source.StartActivity("stage", ActivityKind.Internal, run);
        activity?.SetTag("mlops.stage", stage.Name);
        return activity;
    }

    public static void EndStage(Activity? activity, StageError? error)
    {
        if (activity is not null)
        {
            activity.SetStatus(error is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error, error?.Message);
            activity.Dispose();
        }
    }

    public static void Count(PipelineDefinition definition, StageReport report)
    {
        if (Stages.Enabled)
        {
            Stages.Add(
                1,
                new("mlops.pipeline", definition.Name),
                new("mlops.stage", report.Stage.Name),
                new("mlops.outcome", report.Outcome.ToString())
            );
        }

        if (Durations.Enabled && report.Outcome is (StageOutcome.Executed or StageOutcome.Failed))
        {
            Durations.Record(report.Duration.TotalSeconds, new("mlops.pipeline", definition.Name), new("mlops.stage", report.Stage.Name));
        }
    }
}
