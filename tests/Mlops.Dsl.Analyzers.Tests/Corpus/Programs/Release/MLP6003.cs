//# fault: a second gate that nothing asks
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6003:Plausible|}(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the publication waits for the second gate and does not ask it
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6003:Plausible|}(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Publish("price"), When(nameof(Accurate)), After(nameof(Plausible))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a gate asks the other's result
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Plausible(PriceModel fit, GateResult accurate) => GateResult.All(accurate, GateResult.AtLeast(fit.Slope, 0.5));

[Publish("price"), When(nameof(Plausible))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the second gate decides about a stage on the way
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Plausible(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Stage, When(nameof(Plausible))]
public PriceModel Rounded(PriceModel fit) => fit with { Slope = Math.Round(fit.Slope) };

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel rounded) => rounded;

//# fault: the gate after the last stage is for show
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Gate]
public GateResult {|MLP6003:Small|}(double error, TestSet<House> test) => GateResult.AtMost(error / test.Count, 1.0);

//# clean: a gate without any publication is a test of the data
//## share Houses.cs
[Gate]
public GateResult Enough(Validated<House> check) => GateResult.AtLeast(check.Count, 100);

//# fault: the gate that sums up tells of one of the two, and decides by the other
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6003:Plausible|}(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Gate]
public GateResult Ready(GateResult accurate, GateResult plausible, StageContext context)
{
    if (!plausible.Passed)
    {
        context.Logger.LogWarning("Slope: {Reason}", plausible.Reason);
    }

    return GateResult.All(accurate);
}

[Publish("price"), When(nameof(Ready))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: the second result gives the words, and the first one the decision
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6003:Plausible|}(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Gate]
public GateResult Ready(GateResult accurate, GateResult plausible) => new(accurate.Passed, $"{accurate.Reason}; {plausible.Reason}");

[Publish("price"), When(nameof(Ready))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: results are collected in a list by a helper
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Plausible(PriceModel fit) => GateResult.AtLeast(fit.Slope, 0.5);

[Gate]
public GateResult Ready(GateResult accurate, GateResult plausible, StageContext context)
{
    context.Logger.LogInformation("{Reason}", plausible.Reason);
    var all = new List<GateResult> { accurate };
    Take(all, plausible);
    return GateResult.All([.. all]);
}

private static void Take(List<GateResult> all, GateResult next) => all.Add(next);

[Publish("price"), When(nameof(Ready))]
public PriceModel Release(PriceModel fit) => fit;
