using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_run_is_an_activity_with_its_stages_as_children_and_counts_them()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var activityListener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Mlops.Dsl",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(activityListener);
        var outcomes = new ConcurrentBag<string>();
        using var meterListener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Mlops.Dsl")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meterListener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                var values = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value?.ToString());
                if (values["mlops.pipeline"] == "watched")
                {
                    outcomes.Add($"{values["mlops.stage"]} {values["mlops.outcome"]}");
                }
            }
        );
        meterListener.Start();
        var graph = new Graph { Name = "watched" };
        graph.Add("Good", [], static _ => 1);
        graph.Add("Bad", [], static _ => throw new InvalidOperationException("no"));
        graph.Add("Below", [1], static values => values[0]);

        await PipelineEngine.RunAsync(graph.Build(), new GraphPipeline(), options: null, TestContext.Current.CancellationToken);

        // Other tests run at the same time and are heard too.
        var run = Assert.Single(
            activities,
            static activity => activity.OperationName == "run" && Equals(activity.GetTagItem("mlops.pipeline"), "watched")
        );
        var stages = activities
            .Where(activity => activity.ParentSpanId == run.SpanId)
            .ToDictionary(static activity => (string)activity.GetTagItem("mlops.stage")!);
        Assert.Equal(["Bad", "Good"], stages.Keys.Order());
        Assert.Equal(ActivityStatusCode.Ok, stages["Good"].Status);
        Assert.Equal(ActivityStatusCode.Error, stages["Bad"].Status);
        Assert.Equal("InvalidOperationException: no", stages["Bad"].StatusDescription);
        Assert.Equal(["Bad Failed", "Below Skipped", "Good Executed"], outcomes.Order());
    }
}
