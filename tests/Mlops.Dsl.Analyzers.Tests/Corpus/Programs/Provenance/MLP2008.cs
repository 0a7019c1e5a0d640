//# fault: a threshold is chosen on the test set, and reported on it
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Limit(PriceModel fit, TestSet<House> test) => Enumerable.Range(1, 50).Select(i => i * 1e4).MinBy(limit => Judge.Errors(fit, test, limit));

[Stage]
public double Error(PriceModel fit, double limit, TestSet<House> test) => Judge.Errors(fit, test, limit);

[Gate]
public GateResult Accurate(double {|MLP2008:error|}) => GateResult.AtMost(error, 20);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## Judge.cs
public static class Judge
{
    public static double Errors(PriceModel model, IEnumerable<House> houses, double limit) => houses.Count(house => (model.Predict(house) > limit) != (house.Price > 250_000));
}

//# fault: one stage looks for the best threshold and reports it
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public (double Limit, double Accuracy) Evaluate(PriceModel fit, TestSet<House> test)
{
    var best = (Limit: 0.0, Accuracy: 0.0);
    for (var limit = 1e4; limit < 1e6; limit += 1e4)
    {
        var accuracy = test.Average(house => (fit.Predict(house) > limit) == (house.Price > 250_000) ? 1.0 : 0.0);
        if (accuracy > best.Accuracy)
        {
            best = (limit, accuracy);
        }
    }

    return best;
}

[Gate]
public GateResult Accurate(double {|MLP2008:accuracy|}) => GateResult.AtLeast(accuracy, 0.9);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit, double limit) => fit with { Offset = fit.Offset - limit };

//# clean: the threshold is chosen on the validation set
//## share Unsplit.cs
[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Limit(PriceModel fit, ValidationSet<House> validation) => Enumerable.Range(1, 50).Select(i => i * 1e4).MinBy(limit => Judge.Errors(fit, validation, limit));

[Stage]
public double Error(PriceModel fit, double limit, TestSet<House> test) => Judge.Errors(fit, test, limit);

[Gate]
public GateResult Accurate(double error) => GateResult.AtMost(error, 20);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## Judge.cs
public static class Judge
{
    public static double Errors(PriceModel model, IEnumerable<House> houses, double limit) => houses.Count(house => (model.Predict(house) > limit) != (house.Price > 250_000));
}

//# clean: the worst row is told beside the mean
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public (double Mean, double Worst) Measure(PriceModel fit, TestSet<House> test)
{
    var (sum, worst) = (0.0, 0.0);
    foreach (var house in test)
    {
        var error = Math.Abs(fit.Predict(house) - house.Price);
        sum += error;
        if (error > worst)
        {
            worst = error;
        }
    }

    return (sum / test.Count, worst);
}

[Gate]
public GateResult Accurate(double mean, double worst) => worst > 1e6 ? GateResult.AtMost(mean, 10_000) : GateResult.AtMost(mean, 20_000);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;
