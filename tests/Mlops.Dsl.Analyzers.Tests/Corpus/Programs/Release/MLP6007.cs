//# fault: a gate that the team requires is not on the path
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel {|MLP6007:Release|}(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.required_gates = Accurate, Fair

//# fault: the required gate is there and decides about another publication
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fair(PriceModel fit, TestSet<House> test) =>
    GateResult.AtMost(test.Where(house => house.Area < 60).Average(house => Math.Abs(fit.Predict(house) - house.Price)), 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel {|MLP6007:Release|}(PriceModel fit) => fit;

[Publish("price-small"), When(nameof(Accurate)), When(nameof(Fair))]
public PriceModel Small(PriceModel fit) => fit;

//## build properties
MlopsDslRequiredGates = Fair

//# clean: both required gates decide
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Fair(PriceModel fit, TestSet<House> test) =>
    GateResult.AtMost(test.Where(house => house.Area < 60).Average(house => Math.Abs(fit.Predict(house) - house.Price)), 20_000);

[Publish("price"), When(nameof(Accurate)), When(nameof(Fair))]
public PriceModel Release(PriceModel fit) => fit;

//## build properties
MlopsDslRequiredGates = Fair; Accurate

//# clean: any gate will do
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## build properties
MlopsDslRequiredGates = *
