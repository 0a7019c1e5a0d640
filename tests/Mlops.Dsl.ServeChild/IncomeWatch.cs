namespace Mlops.Dsl.ServeChild;

/// <summary>What was served in a window.</summary>
public sealed record TrafficCount(int Rows, int Labels);

/// <summary>Tells of each window, and has a model made that differs from the one before.</summary>
[Pipeline("income-watch", Version = "1.0.0", Owner = "tests"), Schedule("* * * * *")]
public sealed partial class IncomeWatch
{
    /// <summary>The time that is looked at.</summary>
    [Window]
    public TimeWindow Window { get; init; }

    /// <summary>What was asked and answered.</summary>
    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Traffic();

    /// <summary>Counts it.</summary>
    [Stage]
    public TrafficCount Count(Served<Application, IncomeScore> traffic) =>
        new(traffic.Count, traffic.Count(static row => row.Label is not null));

    /// <summary>Passes where nothing was served.</summary>
    [Gate]
    public GateResult Quiet(TrafficCount count) => GateResult.AtMost(count.Rows, 0, "answers");

    /// <summary>Tells how much it was.</summary>
    [Notify("file:notices"), Unless(nameof(Quiet))]
    public Notice Tell(TrafficCount count) => new("Traffic", FormattableString.Invariant($"{count.Rows} answers, {count.Labels} labels"));

    /// <summary>Tells the same by mail.</summary>
    [Notify("mail:ops@example.org"), Unless(nameof(Quiet))]
    public Notice Mail(TrafficCount count) => new("Traffic", FormattableString.Invariant($"{count.Rows} answers, {count.Labels} labels"));

    /// <summary>Has a model made.</summary>
    [Start(CoolDown = "00:05:00"), Unless(nameof(Quiet))]
    public StartRequest<IncomePipeline> Retrain(TrafficCount count) => new(new IncomePipeline { Bias = count.Rows / 1000.0 }, "traffic");
}
