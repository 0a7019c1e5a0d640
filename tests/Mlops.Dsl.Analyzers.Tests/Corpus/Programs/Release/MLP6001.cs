//# fault: the model goes straight from the trainer into the registry
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel fit) => fit;

//# fault: the publication waits for the gate, and does not ask what it said
//## share Houses.cs
//## share Trained.cs
[Publish("price"), After(nameof(Accurate))]
public PriceModel {|MLP6001:Release|}(PriceModel fit) => fit;

//# fault: the gate's result is a parameter that nobody reads
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel fit, GateResult accurate) => fit;

//# fault: a stage lies between the trainer and the publication
//## share Houses.cs
//## share Trained.cs
[Stage]
public PriceModel Round(PriceModel fit) => fit with { Slope = Math.Round(fit.Slope) };

[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel round) => round;

//# fault: the model is an element of the trainer's tuple
//## share Houses.cs
[Stage]
public (PriceModel Model, double TrainError) Fit(TrainSet<House> train)
{
    var model = PriceModel.Fit(train);
    return (model, train.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

[Stage]
public double Gap(PriceModel model, double trainError, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price)) - trainError;

[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel model) => model;

//# fault: the model is published by a task
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public async Task<PriceModel> {|MLP6001:Release|}(PriceModel fit, CancellationToken cancellation)
{
    await Task.Delay(1, cancellation);
    return fit;
}

//# fault: the publication is in another file of the class
//## share Houses.cs
//## share Trained.cs
[Stage]
public PriceModel Round(PriceModel fit) => fit with { Slope = Math.Round(fit.Slope) };

//## Release.cs
public sealed partial class TestPipeline
{
    [Publish("price")]
    public PriceModel {|MLP6001:Release|}(PriceModel round) => round;
}

//# fault: one of two publications is guarded
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish("price-preview")]
public PriceModel {|MLP6001:Preview|}(PriceModel fit) => fit;

//# fault: a switch of the run is no gate
//## share Houses.cs
//## share Trained.cs
[Parameter]
public bool Publishing { get; init; } = true;

[Publish("price"), When(nameof(Publishing))]
public PriceModel {|MLP6001:Release|}(PriceModel fit) => fit;

//# fault: the published record wraps the model
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public Bundle {|MLP6001:Release|}(PriceModel fit) => new("euro", fit);

//## Bundle.cs
public sealed record Bundle(string Currency, PriceModel Model);

//# clean: the gate decides about the publication
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the gate decides about the stage before the publication
//## share Houses.cs
//## share Trained.cs
[Stage, When(nameof(Accurate))]
public PriceModel Approved(PriceModel fit) => fit with { Offset = Math.Round(fit.Offset) };

[Publish("price")]
public PriceModel Release(PriceModel approved) => approved;

//# clean: the publication reads the gate's result and refuses in code
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel Release(PriceModel fit, GateResult accurate) =>
    accurate.Passed ? fit : throw new InvalidOperationException(accurate.Reason);

//# clean: two gates in a row
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Plausible(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Publish("price"), When(nameof(Accurate)), When(nameof(Plausible))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: only a metric is published
//## share Houses.cs
//## share Trained.cs
[Publish("price-error")]
public double PublishedError(double error) => error;

//# fault: a data set that others will learn from is published
//## share Houses.cs
[Publish("houses")]
public Validated<House> {|MLP6001:Release|}(Validated<House> check) => check;
//## .editorconfig
root = true
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# fault: a model is published by a stage of another part
//## share Houses.cs
//## share Trained.cs
[Stage]
public void Log(StageContext context, GateResult accurate) => context.Logger.LogInformation("{Reason}", accurate.Reason);

//## Part.cs
public sealed partial class TestPipeline
{
    [Publish("price")]
    public PriceModel {|MLP6001:Release|}(PriceModel fit) => fit;
}

//# clean: the publication asks the gate itself in a pattern
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel Release(PriceModel fit, GateResult accurate) => accurate is { Passed: true } ? fit : throw new InvalidOperationException(accurate.Reason);

//# clean: two gates in a stage that decides
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Enough(TestSet<House> test) => GateResult.AtLeast(test.Count, 100);

[Stage]
public bool Ready(GateResult accurate, GateResult enough) => accurate.Passed && enough.Passed;

[Publish("price"), When(nameof(Ready))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: a gate stands beside the way, and an intermediate stage asks another condition
//## share Houses.cs
//## share Trained.cs
[Parameter]
public bool Nightly { get; init; }

[Stage, When(nameof(Nightly)), After(nameof(Accurate))]
public PriceModel Rounded(PriceModel fit) => new(Math.Round(fit.Slope), fit.Offset);

[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel rounded) => rounded;

//# clean: the gate is on an intermediate stage, two steps before
//## share Houses.cs
//## share Trained.cs
[Stage, When(nameof(Accurate))]
public PriceModel Rounded(PriceModel fit) => new(Math.Round(fit.Slope), fit.Offset);

[Stage]
public PriceModel Shifted(PriceModel rounded) => rounded with { Offset = 0 };

[Publish("price")]
public PriceModel Release(PriceModel shifted) => shifted;

//# fault: a table of rates that is measured on held-out rows is a model, whatever it is called
//## share Houses.cs
[Stage]
public RateTable Learn(TrainSet<House> train) =>
    new(train.GroupBy(house => house.Rooms).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Average(house => house.Price)));

[Stage]
public double Error(RateTable learn, TestSet<House> test) =>
    test.Average(house => Math.Abs(learn.Rates[house.Rooms] - house.Price));

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20_000);

[Publish("rates")]
public RateTable {|MLP6001:Release|}(RateTable learn) => learn;

//## RateTable.cs
public sealed record RateTable(Dictionary<double, double> Rates);

//# fault: a gate's reason is told beside the release, and decides nothing
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel fit, GateResult accurate, StageContext context)
{
    context.Logger.LogInformation("The gate says: {Reason}", accurate.Reason);
    return fit;
}

//# clean: a summary of the training rows with which others are compared is an account
//## share Houses.cs
[Stage]
public PriceSummary Describe(TrainSet<House> train) => new(train.Average(house => house.Price));

[Stage]
public double Shift(PriceSummary describe, TestSet<House> test) => Math.Abs(describe.Mean - test.Average(house => house.Price));

[Publish("price-summary")]
public PriceSummary Release(PriceSummary describe, double shift, StageContext context)
{
    context.LogMetric("shift", shift);
    return describe;
}

//## PriceSummary.cs
public sealed record PriceSummary(double Mean);

//# fault: the publication logs what the gate said, and goes on
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel fit, GateResult accurate, StageContext context)
{
    var verdict = accurate.Passed ? "accurate" : "not accurate: " + accurate.Reason;
    context.Logger.LogInformation("Release is {Verdict}", verdict);
    if (!accurate.Passed)
    {
        context.LogMetric("refused", 1.0);
    }
    else
    {
        context.ReportProgress(1.0, "released");
    }

    return fit;
}

//# fault: a helper warns where the gate refused, and gives the model back all the same
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel fit, GateResult accurate, StageContext context)
{
    Announce(context.Logger, accurate);
    return Rounded(fit, accurate);
}

private static void Announce(ILogger logger, GateResult result)
{
    if (result is { Passed: false })
    {
        logger.LogWarning("{Reason}", result.Reason);
    }
}

private static PriceModel Rounded(PriceModel fit, GateResult result)
{
    Console.WriteLine($"rounded although {result.Passed}");
    return fit with { Offset = Math.Round(fit.Offset) };
}

//# clean: a helper that tells of the gate throws where it refused
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel Release(PriceModel fit, GateResult accurate, StageContext context) => Demanded(fit, accurate, context.Logger);

private static PriceModel Demanded(PriceModel fit, GateResult result, ILogger logger)
{
    if (!result.Passed)
    {
        logger.LogError("{Reason}", result.Reason);
        throw new InvalidOperationException(result.Reason);
    }

    return fit;
}

//# clean: where the gate refused, a plain model is published in place of the trained one
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel Release(PriceModel fit, GateResult accurate, StageContext context)
{
    var released = fit;
    if (!accurate.Passed)
    {
        context.Logger.LogWarning("{Reason}", accurate.Reason);
        released = new PriceModel(2_000, 0);
    }

    return released;
}

//# clean: a yes or no is made of the result, and asked
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel Release(PriceModel fit, GateResult accurate, StageContext context)
{
    var isGood = IsGood(accurate);
    context.Logger.LogInformation("{Passed}", isGood);
    return isGood ? fit : new PriceModel(0, 0);
}

private static bool IsGood(GateResult result) => result.Passed;
