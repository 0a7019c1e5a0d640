//# clean: the result of a helper is logged by an extension method of the context
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Review(PriceModel fit, TestSet<House> test, StageContext context)
{
    var half = fit with { Slope = fit.Slope / 2 };
    context.LogModel(half);
    return test.Count;
}

//## ContextExtensions.cs
public static class ContextExtensions
{
    public static void LogModel(this StageContext context, PriceModel model)
    {
        context.LogMetric("slope", model.Slope);
        context.LogMetric("offset", model.Offset);
    }
}

//# clean: a fluent trainer that keeps its state
//## share Houses.cs
//## share Trained.cs
[Stage]
public PriceModel Refit(TrainSet<House> train)
{
    var trainer = new Trainer();
    foreach (var chunk in train.Chunk(100))
    {
        trainer.Learn(chunk);
    }

    return trainer.Model;
}

[Stage]
public double Second(PriceModel refit, TestSet<House> test) => test.Average(house => Math.Abs(refit.Predict(house) - house.Price));

//## Trainer.cs
public sealed class Trainer
{
    public PriceModel Model { get; private set; } = new(0, 0);

    public PriceModel Learn(IReadOnlyList<House> houses)
    {
        var next = PriceModel.Fit(houses);
        return Model = Model with { Slope = (Model.Slope + next.Slope) / 2, Offset = next.Offset };
    }
}

//# clean: checks on the way: a validation that throws, its result discarded by name
//## share Houses.cs
[Stage]
public int Guard(Raw<House> parse)
{
    _ = parse.Validate(maxInvalidShare: 0);
    return parse.Count;
}

//# clean: fluent assertions and a guard that return what they check
//## share Houses.cs
[Stage]
public int Rows(Validated<House> check)
{
    check.NotEmpty().AtMost(1_000_000);
    return check.Count;
}

//## Guards.cs
public static class Guards
{
    public static Validated<House> NotEmpty(this Validated<House> houses) => houses.Count > 0 ? houses : throw new InvalidDataException("no houses");

    public static Validated<House> AtMost(this Validated<House> houses, int most)
    {
        if (houses.Count > most)
        {
            throw new InvalidDataException($"more than {most} houses");
        }

        return houses;
    }
}

//# clean: a fluent builder of a dataset in an extension block
//## share Houses.cs
[Stage]
public Report Summary(TrainSet<House> train)
{
    var report = new Report([]);
    report.With("rows", train.Count).With("columns", 4);
    return report;
}

//## Report.cs
public sealed record Report(Dictionary<string, int> Values);

public static class ReportExtensions
{
    extension(Report report)
    {
        public Report With(string name, int value)
        {
            report.Values[name] = value;
            return report;
        }
    }
}

//# clean: a model is checked by a dry run whose result is compared, and by an assertion that throws
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Verify(PriceModel fit, TestSet<House> test)
{
    var shifted = fit with { Offset = fit.Offset + 1 };
    if (test.Any(house => shifted.Predict(house) <= fit.Predict(house)))
    {
        throw new InvalidOperationException("a greater offset must predict more");
    }

    System.Diagnostics.Debug.Assert(new PriceModel(1, 0).Predict(test[0]) > 0, "positive");
    return fit.Slope;
}

//# clean: thresholds are tried in a loop, each model in a tuple of which the best is taken
//## share Houses.cs
[Stage]
public PriceModel Best(TrainSet<House> train)
{
    var best = (Model: PriceModel.Fit(train), Error: double.MaxValue);
    for (var fold = 0; fold < 3; fold++)
    {
        var candidate = PriceModel.Fit([.. train.Where((_, index) => index % 3 != fold)]);
        var error = train.Where((_, index) => index % 3 == fold).Average(house => Math.Abs(candidate.Predict(house) - house.Price));
        if (error < best.Error)
        {
            best = (candidate, error);
        }
    }

    return best.Model;
}

[Stage]
public double Error(PriceModel best, TestSet<House> test) => test.Average(house => Math.Abs(best.Predict(house) - house.Price));

//# fault: a fitted scaler is forgotten among others of a switch expression's helper
//## share Houses.cs
[Stage]
public Scaler Scale(TrainSet<House> train) => Scaler.Of(train, house => house.Area);

[Stage]
public double Shifted(TrainSet<House> train, Scaler scale)
{
    foreach (var column in new Func<House, double>[] { house => house.Area, house => house.Rooms })
    {
        var other = {|MLP3008:Scaler.Of(train)|};
    }

    return scale.Mean;
}

//## Scaler.cs
public sealed record Scaler(double Mean, double Deviation)
{
    public static Scaler Of(IReadOnlyList<House> houses, Func<House, double> column) => new(houses.Average(column), 1);

    public static Scaler Of(IReadOnlyList<House> houses) => Of(houses, house => house.Area);
}
