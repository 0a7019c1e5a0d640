//# fault: a publication of a list of models by an async stage in a nested pipeline class file
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Learn(TrainSet<House> train) => [.. train.GroupBy(house => house.Rooms).OrderBy(g => g.Key).Select(g => PriceModel.Fit([.. g]))];

[Stage]
public double MeanError(IReadOnlyList<PriceModel> learn, TestSet<House> test) => test.Average(house => Math.Abs(learn[0].Predict(house) - house.Price));

[Stage]
public bool Ready(double meanError) => meanError < 20_000;

[Publish("prices"), When(nameof(Ready))]
public ValueTask<IReadOnlyList<PriceModel>> {|MLP6001:Release|}(IReadOnlyList<PriceModel> learn) => ValueTask.FromResult(learn);

//# fault: a model file is published without a gate
//## share Houses.cs
[Stage]
public FileArtifact Learn(TrainSet<House> train, StageContext context)
{
    var model = PriceModel.Fit(train);
    using (var stream = context.CreateFile("model.json"))
    {
        System.Text.Json.JsonSerializer.Serialize(stream, model);
    }

    return context.GetFile("model.json");
}

[Publish("model")]
public FileArtifact {|MLP6001:Release|}(FileArtifact learn) => learn;

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP3009.severity = none

//# clean: the gate's result is asked by a helper that throws
//## share Houses.cs
//## share Trained.cs
[Publish("price")]
public PriceModel Release(PriceModel fit, GateResult accurate) => Guard.Ensure(accurate, fit);

//## Guard.cs
public static class Guard
{
    public static T Ensure<T>(GateResult gate, T value) => gate.Passed ? value : throw new InvalidOperationException(gate.Reason);
}

//# clean: a decision record made from two gates
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Plausible(PriceModel fit, TestSet<House> test) => GateResult.AtLeast(test.Min(fit.Predict), 0);

[Stage]
public bool Go(GateResult accurate, GateResult plausible) => accurate is { Passed: true } && plausible.Passed;

[Publish("price"), When(nameof(Go))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: the gate guards a stage whose output alone is published
//## share Houses.cs
//## share Trained.cs
[Stage, When(nameof(Accurate))]
public Card Describe(PriceModel fit, double error) => new(fit, error);

[Publish("price-card")]
public Card Release(Card describe) => describe;

//## Card.cs
public sealed record Card(PriceModel Model, double Error);

//# fault: the gate guards the card, and the model beside it is published without
//## share Houses.cs
//## share Trained.cs
[Stage, When(nameof(Accurate))]
public string Describe(double error) => error.ToString(CultureInfo.InvariantCulture);

[Publish("price-card")]
public string Card(string describe) => describe;

[Publish("price")]
public PriceModel {|MLP6001:Release|}(PriceModel fit) => fit;
