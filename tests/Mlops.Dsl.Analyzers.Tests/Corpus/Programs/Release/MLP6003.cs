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
