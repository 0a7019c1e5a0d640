using Mlops.Dsl;

namespace Income;

/// <summary>
/// Watches who applies: when they are no longer like the people that the champion learned from, it tells someone and has a new model
/// trained.
/// </summary>
[Pipeline("income-watch", Version = "1.0.0", Owner = "credit-risk"), Schedule("*/15 * * * *")]
public sealed partial class IncomeWatch
{
    /// <summary>The time that is looked at.</summary>
    [Window]
    public TimeWindow Window { get; init; }

    /// <summary>What was asked and answered.</summary>
    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Traffic();

    /// <summary>What the people were like that the champion learned from.</summary>
    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Describe), Alias = "champion")]
    public partial Profile<Applicant> Reference();

    /// <summary>Compares the two, column by column.</summary>
    [Stage]
    public DriftReport Compare(Served<Application, IncomeScore> traffic, Profile<Applicant> reference) => reference.CompareTo(traffic);

    /// <summary>Passes as long as nothing has drifted much.</summary>
    [Gate]
    public GateResult Steady(DriftReport drift) =>
        GateResult.AtMost(drift.HasDrift ? drift.DriftedColumns : 0, 0, "columns that have drifted");

    /// <summary>Tells the people in charge.</summary>
    [Notify("file:notices"), Unless(nameof(Steady))]
    public Notice Tell(DriftReport drift) => new($"Applicants have changed: {drift.Worst.Column}", drift.ToString());

    /// <summary>Has a new model trained, at most every ten seconds: a day is usual, but this is to be tried twice.</summary>
    [Start(CoolDown = "00:00:10"), Unless(nameof(Steady))]
    public StartRequest<IncomePipeline> Retrain(DriftReport drift) => new(new IncomePipeline(), $"drift of {drift.Worst.Column}");
}
