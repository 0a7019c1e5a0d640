using Mlops.Dsl;

namespace TemplateClass;

/// <summary>
/// Watches what is asked: when it is no longer like what the champion learned from, it tells someone and has a new model trained.
/// </summary>
[Pipeline("pipelinetemplate-watch", Version = "1.0.0"), Schedule("*/15 * * * *")]
public sealed partial class TemplateClassWatch
{
    /// <summary>The time that is looked at.</summary>
    [Window]
    public TimeWindow Window { get; init; }

    /// <summary>What was asked and answered.</summary>
    [Served(typeof(TemplateClassService), nameof(TemplateClassService.Score))]
    public partial Served<Measurement, FlowerScore> Traffic();

    /// <summary>What the flowers were like that the champion learned from.</summary>
    [FromPublished(typeof(TemplateClassPipeline), nameof(TemplateClassPipeline.Describe), Alias = "champion")]
    public partial Profile<Flower> Reference();

    /// <summary>Compares the two, column by column.</summary>
    [Stage]
    public DriftReport Compare(Served<Measurement, FlowerScore> traffic, Profile<Flower> reference) => reference.CompareTo(traffic);

    /// <summary>Passes as long as nothing has drifted much.</summary>
    [Gate]
    public GateResult Steady(DriftReport drift) =>
        GateResult.AtMost(drift.HasDrift ? drift.DriftedColumns : 0, 0, "columns that have drifted");

    /// <summary>Tells someone: "mail:you@example.org" sends a mail instead.</summary>
    [Notify("file:notices"), Unless(nameof(Steady))]
    public Notice Tell(DriftReport drift) => new($"Flowers have changed: {drift.Worst.Column}", drift.ToString());

    /// <summary>Has a new model trained, at most once a day.</summary>
    [Start(CoolDown = "1.00:00:00"), Unless(nameof(Steady))]
    public StartRequest<TemplateClassPipeline> Retrain(DriftReport drift) =>
        new(new TemplateClassPipeline(), $"drift of {drift.Worst.Column}");
}
