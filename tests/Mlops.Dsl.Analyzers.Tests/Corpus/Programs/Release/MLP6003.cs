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
