//# fault: both publications of a pipeline run if the gate refused
//## share Houses.cs
//## share Trained.cs
[Publish("price"), Unless({|MLP6004:nameof(Accurate)|})]
public PriceModel Release(PriceModel fit) => fit;

[Publish("price-slope"), Unless({|MLP6004:nameof(Accurate)|})]
public double Slope(PriceModel fit) => fit.Slope;

//# clean: a fallback is published when the gate refuses, the model when it passes
//## share Houses.cs
//## share Trained.cs
[Stage]
public PriceModel Flat(TrainSet<House> train) => new(0, train.Average(house => house.Price));

[Publish("price"), When(nameof(Accurate))]
public PriceModel Challenger(PriceModel fit) => fit;

[Publish("price-fallback"), Unless(nameof(Accurate))]
public PriceModel Fallback(PriceModel flat) => flat;
