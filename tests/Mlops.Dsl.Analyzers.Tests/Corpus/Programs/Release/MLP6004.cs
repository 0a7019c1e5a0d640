//# fault: unless was meant to be when
//## share Houses.cs
//## share Trained.cs
[Publish("price"), Unless({|MLP6004:nameof(Accurate)|})]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a gate that finds trouble
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish("price-failed"), Unless(nameof(Accurate))]
public string Failure(double error) => "mean error " + error.ToString(CultureInfo.InvariantCulture);

//# fault: the stage before the publication has it the wrong way round
//## share Houses.cs
//## share Trained.cs
[Stage, Unless({|MLP6004:nameof(Accurate)|})]
public PriceModel Rounded(PriceModel fit) => fit with { Slope = Math.Round(fit.Slope) };

[Publish("price")]
public PriceModel Release(PriceModel rounded) => rounded;

//# clean: a switch of the run turns the publication off
//## share Houses.cs
//## share Trained.cs
[Parameter]
public bool DryRun { get; init; }

[Publish("price"), When(nameof(Accurate)), Unless(nameof(DryRun))]
public PriceModel Release(PriceModel fit) => fit;
