//# fault: a target encoder learns from all three sets by params
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var encoder = TargetEncoder.Fit({|MLP2003:train, test|});
    return PriceModel.Fit([.. train.Select(house => house with { Rooms = encoder.Of(house) })]);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## TargetEncoder.cs
public sealed class TargetEncoder
{
    private readonly Dictionary<double, double> _means = [];

    public static TargetEncoder Fit(params IEnumerable<House>[] sets)
    {
        var encoder = new TargetEncoder();
        foreach (var group in sets.SelectMany(set => set).GroupBy(house => house.Rooms))
        {
            encoder._means[group.Key] = group.Average(house => house.Price);
        }

        return encoder;
    }

    public double Of(House house) => _means.GetValueOrDefault(house.Rooms);
}

//# fault: the fold's validation rows join its training rows
//## share Houses.cs
[Stage]
public IReadOnlyList<Fold<House>> Folds(TrainSet<House> train) => train.Folds(5, seed: 3);

[Stage, ForEach(nameof(Folds))]
public double FoldError(Fold<House> fold)
{
    var (train, validation) = fold;
    List<House> rows = [.. train];
    rows.AddRange(validation.Take(50));
    var model = PriceModel.Fit({|MLP2003:rows|});
    return validation.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

[Stage]
public double CrossValidated(IReadOnlyList<double> foldError) => foldError.Average();

//# fault: a lambda kept in a dictionary of steps is given the test set
//## share Houses.cs
[Stage]
public IReadOnlyList<PriceModel> Learn(TrainSet<House> train, TestSet<House> test)
{
    var steps = new Dictionary<string, Func<IEnumerable<House>, PriceModel>>(StringComparer.Ordinal)
    {
        ["plain"] = rows => PriceModel.Fit([.. rows]),
        ["large"] = rows => PriceModel.Fit({|MLP2003:[.. rows.Where(house => house.Area > 100)]|}),
    };
    return [steps["plain"](train), steps["large"](test)];
}

[Stage]
public double Slope(IReadOnlyList<PriceModel> learn) => learn[0].Slope;

//# fault: a data module with a property that picks by an enum
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var module = new DataModule(train, test);
    return PriceModel.Fit({|MLP2003:[.. module.Rows(Part.Test)]|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## DataModule.cs
public enum Part { Train, Test }

public sealed class DataModule(TrainSet<House> train, TestSet<House> test)
{
    public IEnumerable<House> Rows(Part part) => part switch
    {
        Part.Train => train,
        Part.Test => test,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}

//# fault: feature selection by correlation on the test rows
//## share Houses.cs
[Stage]
public bool UseArea(TestSet<House> test)
{
    var (x, y) = (test.Average(house => house.Area), test.Average(house => house.Price));
    return test.Sum(house => (house.Area - x) * (house.Price - y)) > 0;
}

[Stage]
public PriceModel Learn(TrainSet<House> train, bool useArea) => PriceModel.Fit({|MLP2003:[.. train.Select(house => useArea ? house : house with { Area = house.Rooms })]|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: rows are collected by a local function that captures a list
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var all = new List<House>(train.Count + test.Count);
    Collect(train);
    Collect(test);
    return PriceModel.Fit({|MLP2003:all|});

    void Collect(IEnumerable<House> rows)
    {
        foreach (var house in rows)
        {
            if (house is { Area: > 0, Price: > 0 })
            {
                all.Add(house);
            }
        }
    }
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: a generic evaluator is called for both sets with a label
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public IReadOnlyDictionary<string, double> Errors(PriceModel learn, TrainSet<House> train, TestSet<House> test)
{
    var sets = new (string Name, Dataset<House> Rows)[] { ("train", train), ("test", test) };
    return sets.ToDictionary(set => set.Name, set => Evaluator.Score(learn, set.Rows), StringComparer.Ordinal);
}

//## Evaluator.cs
public static class Evaluator
{
    public static double Score<T>(PriceModel model, T rows)
        where T : IEnumerable<House> => rows.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# clean: calibration on validation rows after the training
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<House> Check(FileArtifact table) => new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public PriceModel Learn(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public Calibrated Calibrate(PriceModel learn, ValidationSet<House> validation) => Calibrated.Fit(learn, validation);

[Stage]
public double MeanError(Calibrated calibrate, TestSet<House> test) => test.Average(house => Math.Abs(calibrate.Predict(house) - house.Price));

//## Calibrated.cs
public sealed record Calibrated(PriceModel Model, double Bias)
{
    public double Predict(House house) => Model.Predict(house) + Bias;

    public static Calibrated Fit(PriceModel model, IReadOnlyList<House> rows) => new(model, rows.Average(house => house.Price - model.Predict(house)));
}

//# clean: a fold is made of the sets of the split
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<House> Check(FileArtifact table) => new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public PriceModel Learn(TrainSet<House> train, ValidationSet<House> validation)
{
    var fold = new Fold<House>(train, validation);
    return Search.Best(fold);
}

[Stage]
public double MeanError(PriceModel learn, TestSet<House> test) => test.Average(house => Math.Abs(learn.Predict(house) - house.Price));

//## Search.cs
public static class Search
{
    public static PriceModel Best(Fold<House> fold)
    {
        PriceModel[] models = [PriceModel.Fit(fold.Train), PriceModel.Fit([.. fold.Train.Where(h => h.Area < 300)])];
        return models.MinBy(model => fold.Validation.Average(house => Math.Abs(model.Predict(house) - house.Price)))!;
    }
}

//# clean: a result object of the training holds the history of validation losses
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Validated<House> Check(FileArtifact table) => new Raw<House>(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))).Validate();

[Stage]
public (TrainSet<House> Train, ValidationSet<House> Validation, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.6, 0.2, seed: 42);

[Stage]
public (PriceModel Model, IReadOnlyList<double> History) Learn(TrainSet<House> train, ValidationSet<House> validation, StageContext context)
{
    var trainer = new Trainer(0.01) { Watch = model => validation.Average(house => Math.Abs(model.Predict(house) - house.Price)) };
    for (var epoch = 0; epoch < 20; epoch++)
    {
        trainer.Train(train);
        context.LogMetric("loss", trainer.History[^1], epoch);
    }

    return (trainer.Model, trainer.History);
}

[Stage]
public double MeanError(PriceModel model, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price));

[Stage]
public int Epochs(IReadOnlyList<double> history) => history.Count;

//## Trainer.cs
public sealed class Trainer(double rate)
{
    private readonly List<double> _history = [];

    public required Func<PriceModel, double> Watch { get; init; }

    public PriceModel Model { get; private set; } = new(0, 0);

    public IReadOnlyList<double> History => _history;

    public void Train(IReadOnlyList<House> rows)
    {
        Model = Model with { Offset = Model.Offset + (rate * rows.Average(house => house.Price - Model.Predict(house))) };
        _history.Add(Watch(Model));
    }
}

//# fault: the median of the test labels fills up the training labels
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> {|MLP2003:test|})
{
    if (!TryMedian(test.Select(h => h.Price), out var median))
    {
        return PriceModel.Fit(train);
    }

    var filled = from h in train select h.Price > 0 ? h : h with { Price = median.GetValueOrDefault() };
    return PriceModel.Fit({|MLP2003:filled.ToArray()|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

private static bool TryMedian(IEnumerable<double> values, out double? median)
{
    var sorted = values.Order().ToArray();
    median = sorted.Length == 0 ? null : sorted[sorted.Length / 2];
    return median is not null;
}

//# fault: an interpolated handler and a custom text format carry the rows
//## share Houses.cs
[Stage]
public PriceModel Learn(TestSet<House> test)
{
    var text = new System.Text.StringBuilder();
    foreach (var house in test)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{house.Area};{house.Price}");
    }

    var rows = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';'))
        .Select(cells => new House("", double.Parse(cells[0], CultureInfo.InvariantCulture), 1, double.Parse(cells[1], CultureInfo.InvariantCulture))).ToList();
    return PriceModel.Fit({|MLP2003:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a data set class with an implicit conversion and an indexer
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    Frame frame = train.ToArray();
    frame["extra"] = [.. test];
    return PriceModel.Fit({|MLP2003:frame["extra"]|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Frame.cs
public sealed class Frame
{
    private readonly Dictionary<string, House[]> _parts = new(StringComparer.Ordinal);

    public House[] this[string name]
    {
        get => _parts[name];
        set => _parts[name] = value;
    }

    public static implicit operator Frame(House[] rows) => new() { ["main"] = rows };
}

//# clean: a metric called fit, and a residual analysis of the test rows
//## share Houses.cs
//## share Trained.cs
[Stage]
public double GoodnessOfFit(PriceModel fit, TestSet<House> test)
{
    var mean = test.Average(house => house.Price);
    return 1 - (test.Sum(house => Math.Pow(house.Price - fit.Predict(house), 2)) / test.Sum(house => Math.Pow(house.Price - mean, 2)));
}

//# clean: a what-if study trains on growing parts of the training rows
//## share Houses.cs
[Stage]
public IReadOnlyList<(int Rows, double MeanError)> LearningCurve(TrainSet<House> train, TestSet<House> test) =>
    [.. new[] { 0.1, 0.3, 1.0 }.Select(share => (int)(share * train.Count)).Select(count => (count, MeanError(PriceModel.Fit([.. train.Take(count)]), test)))];

private static double MeanError(PriceModel model, IEnumerable<House> rows) => rows.Average(house => Math.Abs(model.Predict(house) - house.Price));

//# fault: an inline array of two sets
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var pair = new Pair();
    pair[0] = train;
    pair[1] = test;
    return PriceModel.Fit({|MLP2003:pair[1]|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Pair.cs
[System.Runtime.CompilerServices.InlineArray(2)]
public struct Pair
{
    private IReadOnlyList<House> _first;
}

//# fault: a list's ForEach adds the test rows by a method group
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var all = new List<House>();
    train.ToList().ForEach(all.Add);
    Array.ForEach(test.ToArray(), all.Add);
    return PriceModel.Fit({|MLP2003:all|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: a list's ForEach adds the training rows, and the test rows are counted by another
//## share Houses.cs
[Stage]
public (PriceModel Model, int Unseen) Learn(TrainSet<House> train, TestSet<House> test)
{
    var all = new List<House>();
    var unseen = new HashSet<string>(StringComparer.Ordinal);
    train.ToList().ForEach(all.Add);
    foreach (var id in test.Select(house => house.Id).Where(unseen.Add))
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
    }

    return (PriceModel.Fit(all), unseen.Count);
}

[Stage]
public double Slope(PriceModel model, int unseen) => model.Slope / unseen;

//# fault: a handler of an event adds test rows
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var rows = train.ToList();
    var reader = new HouseReader();
    reader.Seen += house => rows.Add(house);
    reader.Run(test);
    return PriceModel.Fit({|MLP2003:rows|});
}

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed class HouseReader
{
    public event Action<House>? Seen;

    public void Run(IEnumerable<House> houses)
    {
        foreach (var house in houses)
        {
            Seen?.Invoke(house);
        }
    }
}

//# fault: a lambda captures what a primary constructor was given
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test) => new Holder(train, test).Learn();

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed class Holder(IReadOnlyList<House> train, IReadOnlyList<House> more)
{
    public PriceModel Learn()
    {
        Func<IReadOnlyList<House>> rows = () => [.. train, .. more];
        return PriceModel.Fit({|MLP2003:rows()|});
    }
}

//# clean: a lambda captures training rows that a primary constructor was given
//## share Houses.cs
//## share Judge.cs
[Stage]
public PriceModel Learn(TrainSet<House> train) => new Holder(train, 3).Learn();

[Stage]
public double Error(PriceModel learn, TestSet<House> test) => Judge.Error(learn, test);

[Gate]
public GateResult Good(double error) => GateResult.AtMost(error, 4.0);

[Publish("price"), When(nameof(Good))]
public PriceModel Release(PriceModel learn) => learn;

//## Types.cs
public sealed class Holder(IReadOnlyList<House> train, int more)
{
    public PriceModel Learn()
    {
        Func<IReadOnlyList<House>> rows = () => [.. train.Skip(more)];
        return PriceModel.Fit(rows());
    }
}
