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
