//# fault: a learner goes on while it is measured, and is published
//## share Houses.cs
[Stage]
public OnlineModel Fit(TrainSet<House> train)
{
    var learner = new Online(new OnlineModel(0, 0));
    foreach (var house in train)
    {
        learner.Observe(house);
    }

    return learner.Snapshot();
}

[Stage]
public (double Error, OnlineModel Warm) Measure(OnlineModel fit, TestSet<House> {|MLP2003:test|})
{
    var learner = new Online(fit);
    var total = 0.0;
    foreach (var house in test)
    {
        total += Math.Abs(learner.Guess(house) - house.Price);
        learner.Observe(house);
    }

    return (total / test.Count, learner.Snapshot());
}

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public OnlineModel Release(OnlineModel warm) => warm;

//## Online.cs
public sealed record OnlineModel(double Slope, double Offset);

public sealed class Online(OnlineModel start)
{
    private (double Slope, double Offset) _state = (start.Slope, start.Offset);

    public double Guess(House house) => _state.Offset + (_state.Slope * house.Area);

    public void Observe(House house)
    {
        var error = house.Price - Guess(house);
        _state = (_state.Slope + (1e-6 * error * house.Area), _state.Offset + (1e-3 * error));
    }

    public OnlineModel Snapshot() => new(_state.Slope, _state.Offset);
}

//# clean: the model is given back with what was measured
//## share Houses.cs
[Stage]
public Noted Fit(TrainSet<House> train) => new(train.Average(house => house.Price / house.Area), null);

[Stage]
public (double Error, Noted Card) Measure(Noted fit, TestSet<House> test)
{
    var error = test.Average(house => Math.Abs((fit.Slope * house.Area) - house.Price));
    return (error, fit with { Error = error });
}

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 20_000);

[Publish("price"), When(nameof(Good))]
public Noted Release(Noted card) => card;

//## Noted.cs
public sealed record Noted(double Slope, double? Error);
