//# fault: fitted to the test set
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test) => PriceModel.Fit({|MLP2003:[.. train, .. test]|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: by concatenation, a local and a list
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    var all = train.Concat(test).ToList();
    return PriceModel.Fit({|MLP2003:all|});
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: the test rows are added in a loop
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    var all = new List<House>(train);
    foreach (var house in test)
    {
        all.Add(house);
    }

    return PriceModel.Fit({|MLP2003:all|});
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: an earlier stage mixed them
//## share Houses.cs
[Stage]
public IReadOnlyList<House> Mix(TrainSet<House> train, TestSet<House> test) => [.. train, .. test.Take(10)];

[Stage]
public PriceModel Fit(IReadOnlyList<House> mix) => PriceModel.Fit({|MLP2003:mix|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: a helper takes both and fits
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test) => Learner.Make(train, test);

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//## Learner.cs
public static class Learner
{
    public static PriceModel Make(IReadOnlyList<House> some, IReadOnlyList<House> others)
    {
        var rows = some.Union(others).ToArray();
        return PriceModel.Fit({|MLP2003:rows|});
    }
}

//# fault: out of a tuple
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    (IReadOnlyList<House> First, IReadOnlyList<House> Second) pair = (train, test);
    return PriceModel.Fit({|MLP2003:pair.Second|});
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: an out parameter
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    Choose(train, test, out var rows);
    return PriceModel.Fit({|MLP2003:rows|});
}

private static void Choose(TrainSet<House> train, TestSet<House> test, out IReadOnlyList<House> rows) => rows = train.Count > 100 ? train : test;

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: a lambda fits
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    Func<IReadOnlyList<House>, PriceModel> fit = rows => PriceModel.Fit({|MLP2003:rows|});
    return train.Count > 10 ? fit(train) : fit(test);
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: a closure captures the test set
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    IEnumerable<House> Rows() => train.Concat(test);
    return PriceModel.Fit({|MLP2003:Rows().ToList()|});
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: a field carries the rows
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    var trainer = new Trainer { Rows = test };
    return trainer.Run(train.Count);
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//## Trainer.cs
public sealed class Trainer
{
    public required IReadOnlyList<House> Rows { get; init; }

    public PriceModel Run(int rounds) => rounds > 0 ? PriceModel.Fit({|MLP2003:Rows|}) : new PriceModel(0, 0);
}

//# fault: pattern matching picks the rows
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test)
{
    object rows = train.Count < 100 ? test : train;
    return rows is IReadOnlyList<House> houses ? PriceModel.Fit({|MLP2003:houses|}) : new PriceModel(0, 0);
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: a generic extension method
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test) => PriceModel.Fit({|MLP2003:train.With(test)|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//## Extensions.cs
public static class Extensions
{
    public static IReadOnlyList<T> With<T>(this IEnumerable<T> first, IEnumerable<T> second) => [.. first, .. second];
}

//# fault: a base class fits what the derived one hands it
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test) => new TestTrainer(test).Run(train.Count);

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//## Trainers.cs
public abstract class Trainer
{
    protected abstract IReadOnlyList<House> Rows { get; }

    public PriceModel Run(int rounds) => rounds > 0 ? PriceModel.Fit({|MLP2003:Rows|}) : new PriceModel(0, 0);
}

public sealed class TestTrainer(IReadOnlyList<House> rows) : Trainer
{
    protected override IReadOnlyList<House> Rows => rows;
}

//# fault: an async stream of test rows
//## share Houses.cs
[Stage]
public async Task<PriceModel> Fit(TrainSet<House> train, TestSet<House> test)
{
    var rows = new List<House>(train);
    await foreach (var house in Stream(test))
    {
        rows.Add(house);
    }

    return PriceModel.Fit({|MLP2003:rows|});
}

private static async IAsyncEnumerable<House> Stream(IEnumerable<House> houses)
{
    foreach (var house in houses)
    {
        await Task.Yield();
        yield return house;
    }
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: the split is in the stage itself
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public PriceModel Fit(Validated<House> check)
{
    var (train, test) = check.Split(0.8, seed: 1);
    var rows = train.Count > 100 ? train.ToList() : test.ToList();
    return PriceModel.Fit({|MLP2003:rows|});
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# clean: fitted to one, measured on the other
//## share Houses.cs
[Stage]
public (PriceModel Model, double MeanError) Fit(TrainSet<House> train, TestSet<House> test)
{
    var model = PriceModel.Fit(train);
    return (model, test.Average(house => Math.Abs(model.Predict(house) - house.Price)));
}

[Stage]
public double Ratio(PriceModel model, double meanError) => meanError / model.Slope;

//# clean: the variable is given other rows before it is fitted
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test, StageContext context)
{
    IReadOnlyList<House> rows = test;
    context.LogMetric("test rows", rows.Count);
    rows = train;
    return PriceModel.Fit(rows);
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# clean: one helper for both, and only one result is fitted
//## share Houses.cs
[Stage]
public double Error(TrainSet<House> train, TestSet<House> test)
{
    var (small, smallTest) = (Small(train), Small(test));
    var model = PriceModel.Fit(small);
    return smallTest.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

private static IReadOnlyList<House> Small(IReadOnlyList<House> houses) => [.. houses.Where(house => house.Area < 100)];

//# clean: a tuple holds both, its first element is fitted
//## share Houses.cs
[Stage]
public double Error(TrainSet<House> train, TestSet<House> test)
{
    (IReadOnlyList<House> Fitted, IReadOnlyList<House> HeldOut) sets = (train, test);
    var model = PriceModel.Fit(sets.Fitted);
    return sets.HeldOut.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# clean: the number of test rows is no row
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> test) => PriceModel.Fit([.. train.Take(test.Count * 4)]);

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# clean: a method called Fit that is about size
//## share Houses.cs
[Stage]
public int Columns(TestSet<House> test) => Layout.FitToWidth(test.Select(house => house.Id).ToList());

//## Layout.cs
public static class Layout
{
    public static int FitToWidth(IReadOnlyList<string> cells) => cells.Sum(cell => cell.Length + 1);
}

//# clean: the final model is fitted to all rows after the measurement
//## share Houses.cs
//## share Trained.cs
[Stage, When(nameof(Accurate))]
public PriceModel Final(Validated<House> check) => PriceModel.Fit(check);

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel final) => final;

//# fault: a delegate in a static field fits the test rows
//## share Houses.cs
private static readonly Func<IReadOnlyList<House>, PriceModel> Learn = rows => PriceModel.Fit({|MLP2003:rows|});

[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => train.Count > 10 ? Learn(train) : Learn(test);

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# fault: a scaler is fitted to both sets and only the training rows are learned
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test)
{
    var scaler = new Scaler();
    scaler.Fit({|MLP2003:train.Concat(test)|});
    return PriceModel.Fit([.. train.Select(scaler.Transform)]);
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//## Scaler.cs
public sealed class Scaler
{
    private double _mean;

    public void Fit(IEnumerable<House> houses) => _mean = houses.Average(house => house.Area);

    public House Transform(House house) => house with { Area = house.Area / _mean };
}

//# fault: the vocabulary of the test texts
//## share Houses.cs
[Stage]
public IReadOnlyList<string> Vocabulary(TrainSet<House> train, TestSet<House> {|MLP2003:test|}) =>
    [.. train.Select(house => house.Id).Union(test.Select(house => house.Id)).Order(StringComparer.Ordinal)];

[Stage]
public PriceModel Fit(TrainSet<House> train, IReadOnlyList<string> {|MLP2003:vocabulary|}) => new(vocabulary.Count(id => train[0].Id == id), 0);

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: early stopping on the test set inside the loop
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train, TestSet<House> {|MLP2003:test|})
{
    var best = new PriceModel(0, 0);
    var lowest = double.MaxValue;
    for (var epoch = 0; epoch < 10; epoch++)
    {
        var model = new PriceModel(best.Slope + (0.1 * train[epoch].Price), 0);
        var error = test.Average(house => Math.Abs(model.Predict(house) - house.Price));
        if (error < lowest)
        {
            (best, lowest) = (model, error);
        }
    }

    return best;
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: an extension block fits what it extends
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => (train.Count > 5 ? (IReadOnlyList<House>)train : test).ToModel();

[Stage]
public double Slope(PriceModel model) => model.Slope;

//## Extensions.cs
public static class HouseExtensions
{
    extension(IReadOnlyList<House> houses)
    {
        public PriceModel ToModel() => PriceModel.Fit({|MLP2003:houses|});
    }
}

//# fault: a helper takes the best of several widths by the error on the test rows, and the training takes the object that holds it
//## share Houses.cs
[Stage]
public Setting Pick(TestSet<House> test) => new(Widths.Best([.. test]), "test");

[Stage]
public PriceModel Fit(TrainSet<House> train, Setting {|MLP2003:pick|}) =>
    new(train.Where(house => house.Area < pick.Width).Average(house => house.Price) / pick.Width, pick.Width);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

public sealed record Setting(double Width, string Set);

public static class Widths
{
    public static double Best(IReadOnlyList<House> houses) =>
        new[] { 50.0, 100.0, 200.0 }.MinBy(width => Spread([.. houses.Where(house => house.Area < width).Select(house => house.Price)]));

    private static double Spread(double[] prices) => prices.Length == 0 ? double.MaxValue : prices.Max() - prices.Min();
}

//# clean: the same choice on rows of the training set
//## share Houses.cs
[Stage]
public Setting Pick(TrainSet<House> train) => new(Widths.Best([.. train]), "train");

[Stage]
public PriceModel Fit(TrainSet<House> train, Setting pick) =>
    new(train.Where(house => house.Area < pick.Width).Average(house => house.Price) / pick.Width, pick.Width);

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

public sealed record Setting(double Width, string Set);

public static class Widths
{
    public static double Best(IReadOnlyList<House> houses) =>
        new[] { 50.0, 100.0, 200.0 }.MinBy(width => Spread([.. houses.Where(house => house.Area < width).Select(house => house.Price)]));

    private static double Spread(double[] prices) => prices.Length == 0 ? double.MaxValue : prices.Max() - prices.Min();
}

//# clean: what was found on the test rows is reported, and no training takes it
//## share Houses.cs
//## share Trained.cs
[Stage]
public Setting Pick(TestSet<House> test) => new(new[] { 50.0, 100.0 }.MinBy(width => test.Count(house => house.Area < width)), "test");

[Publish("weakest")]
public Setting Report(Setting pick) => pick;

public sealed record Setting(double Width, string Set);

//# fault: the publication fits the model anew, to the rows of both sets
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(TrainSet<House> train, TestSet<House> {|MLP2003:test|}) => Mean([.. train, .. test]);

private static PriceModel Mean(List<House> houses) => new(houses.Sum(house => house.Price) / houses.Sum(house => house.Area), 0);

//# clean: the publication notes in the model's card how many rows of both sets there were
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public Priced Release(PriceModel fit, TrainSet<House> train, TestSet<House> test) => new(fit, train.Count + test.Count);

public sealed record Priced(PriceModel Model, int Rows);

//# clean: the publication fits the model to the training rows
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(TrainSet<House> train, TestSet<House> test, StageContext context)
{
    context.LogMetric("held out", test.Average(house => house.Area));
    return new(train.Sum(house => house.Price) / train.Sum(house => house.Area), 0);
}
