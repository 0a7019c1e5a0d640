namespace Mlops.Dsl.Watching.Tests;

/// <summary>A row of the sample that is watched.</summary>
[Row]
public sealed partial record Applicant([RowKey] long Id, [Feature] int Age, [Label] bool Over50K);

/// <summary>What a client sends.</summary>
[RowView(typeof(Applicant), Without = ColumnRole.Label)]
public sealed partial record Application;

/// <summary>What the model says.</summary>
[Prediction]
public readonly partial record struct IncomeScore([PredictedLabel] bool Over50K, [Probability] float Probability);

/// <summary>What the training data looks like.</summary>
public sealed record AgeProfile(double Mean, int Count);

/// <summary>How much what was served differs from it.</summary>
public sealed record AgeDrift(double Served, double Trained, int Rows, int Labels);

/// <summary>The pipeline that is watched: it publishes a model and keeps the profile of its data.</summary>
[Pipeline("income", Version = "1.0.0")]
public sealed partial class IncomePipeline
{
    [Parameter]
    public int Offset { get; init; }

    [Stage]
    public AgeProfile Describe() => new(40 + Offset, 100);

    [Stage]
    public (string Weights, int Leaves) Fit(AgeProfile describe) => (FormattableString.Invariant($"mean {describe.Mean:0}"), 31);

    [Publish("income"), RequiresReview(2)]
    public string Release(string weights) => weights;
}

/// <summary>The service that is watched; what it answers is put into the store by the tests.</summary>
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation);

    public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation) =>
        ValueTask.FromResult(new Answer<IncomeScore>("r", new IncomeScore(application.Age > 40, 0.5f), 1));
}

/// <summary>What watches it.</summary>
[Pipeline("income-watch", Version = "1.0.0"), Schedule("*/15 * * * *")]
public sealed partial class IncomeWatch
{
    [Window]
    public TimeWindow Window { get; init; }

    [Parameter]
    public double Limit { get; init; } = 5;

    [Served(typeof(IncomeService), nameof(IncomeService.Score))]
    public partial Served<Application, IncomeScore> Traffic();

    [FromPublished(typeof(IncomePipeline), nameof(IncomePipeline.Describe), Alias = "candidate")]
    public partial AgeProfile Reference();

    [FromPublished(typeof(IncomePipeline), "Leaves", Alias = "candidate")]
    public partial int Leaves();

    [Stage]
    public AgeDrift Compare(Served<Application, IncomeScore> traffic, AgeProfile reference, int leaves) =>
        leaves != 31
            ? throw new InvalidOperationException("other leaves")
            : new(
                traffic.Select(row => (double)row.Input.Age).DefaultIfEmpty(reference.Mean).Average(),
                reference.Mean,
                traffic.Count,
                traffic.Count(row => row.Label is not null)
            );

    [Gate]
    public GateResult Steady(AgeDrift compare) => GateResult.AtMost(Math.Abs(compare.Served - compare.Trained), Limit, "drift of the age");

    [Notify("mail:ops@example.org"), Unless(nameof(Steady))]
    public Notice Tell(AgeDrift compare) =>
        new("Ages drift", FormattableString.Invariant($"They were {compare.Trained:0} and are {compare.Served:0}."));

    [Start(CoolDown = "1.00:00:00"), Unless(nameof(Steady))]
    public StartRequest<IncomePipeline> Retrain(AgeDrift compare) =>
        new(new IncomePipeline { Offset = (int)(compare.Served - compare.Trained) }, "ages drift");
}
