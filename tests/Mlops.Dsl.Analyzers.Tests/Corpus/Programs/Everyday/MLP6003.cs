//# fault: a drift gate is declared and only its name is in the report
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult {|MLP6003:NoDrift|}(TrainSet<House> train, TestSet<House> test) => GateResult.AtMost(Math.Abs(train.Average(h => h.Area) - test.Average(h => h.Area)), 10);

[Stage]
public string Report(double error) => $"{nameof(NoDrift)}, {nameof(Accurate)}: {error.ToString(CultureInfo.InvariantCulture)}";

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: a gate feeds another gate
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult NoDrift(TrainSet<House> train, TestSet<House> test) => GateResult.AtMost(Math.Abs(train.Average(h => h.Area) - test.Average(h => h.Area)), 10);

[Gate]
public GateResult Release2(GateResult noDrift, GateResult accurate) => GateResult.All(noDrift, accurate);

[Publish("price"), When(nameof(Release2))]
public PriceModel Release(PriceModel fit) => fit;
