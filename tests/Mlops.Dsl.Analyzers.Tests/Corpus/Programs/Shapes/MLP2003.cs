//# fault: a list pattern takes the test rows apart
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test)
{
    House[] rows = [.. test];
    return rows is [var first, .. var rest] && first.Area > 10 ? PriceModel.Fit({|MLP2003:rest|}) : PriceModel.Fit(train);
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# fault: the validation rows are appended
//## share Houses.cs
[Stage]
public (TrainSet<House> Learned, ValidationSet<House> Held, TestSet<House> Last) Again(Validated<House> check) => check.Split(0.6, 0.2, seed: 7);

[Stage]
public PriceModel Model(TrainSet<House> learned, ValidationSet<House> held)
{
    var rows = new List<House>(learned);
    rows.AddRange(held);
    return PriceModel.Fit({|MLP2003:rows|});
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# fault: a builder with a fluent interface
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => new TrainerBuilder().With(train).With(test).Build();

[Stage]
public double Slope(PriceModel model) => model.Slope;

//## TrainerBuilder.cs
public sealed class TrainerBuilder
{
    private readonly List<House> _rows = [];

    public TrainerBuilder With(IEnumerable<House> rows)
    {
        _rows.AddRange(rows);
        return this;
    }

    public PriceModel Build() => PriceModel.Fit({|MLP2003:_rows|});
}

//# fault: an immutable list grows
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test)
{
    var rows = System.Collections.Immutable.ImmutableList.CreateRange(train);
    rows = rows.AddRange(test);
    return PriceModel.Fit({|MLP2003:rows|});
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# clean: the model is fitted in a task while the test rows are counted
//## share Houses.cs
[Stage]
public async Task<double> Score(TrainSet<House> train, TestSet<House> test)
{
    var fitting = Task.Run(() => PriceModel.Fit(train));
    var largest = test.Max(house => house.Area);
    var model = await fitting;
    return test.Count(house => model.Predict(house) < largest);
}

//# clean: one class is made for each set
//## share Houses.cs
[Stage]
public double Score(TrainSet<House> train, TestSet<House> test)
{
    var learner = new Worker(train);
    var judge = new Worker(test);
    return judge.Judge(learner.Learn());
}

//## Worker.cs
public sealed class Worker(IReadOnlyList<House> rows)
{
    public PriceModel Learn() => PriceModel.Fit(rows);

    public double Judge(PriceModel model) => rows.Average(house => Math.Abs(model.Predict(house) - house.Price));
}

//# clean: a dictionary holds both sets, and the right one is fitted
//## share Houses.cs
[Stage]
public double Score(TrainSet<House> train, TestSet<House> test)
{
    var model = PriceModel.Fit(train);
    var errors = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["train"] = Error(model, train),
        ["test"] = Error(model, test),
    };
    return errors["test"] / errors["train"];
}

private static double Error(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));

//# clean: validation rows choose the number of rounds
//## share Houses.cs
[Stage]
public (TrainSet<House> Learned, ValidationSet<House> Held, TestSet<House> Last) Again(Validated<House> check) => check.Split(0.6, 0.2, seed: 7);

[Stage]
public PriceModel Model(TrainSet<House> learned, ValidationSet<House> held)
{
    var best = PriceModel.Fit(learned);
    for (var size = 10; size < learned.Count; size *= 2)
    {
        var candidate = PriceModel.Fit([.. learned.Take(size)]);
        if (Error(candidate, held) < Error(best, held))
        {
            best = candidate;
        }
    }

    return best;
}

private static double Error(PriceModel model, IEnumerable<House> houses) => houses.Average(house => Math.Abs(model.Predict(house) - house.Price));

[Stage]
public double Judged(PriceModel model, TestSet<House> last) => Error(model, last);

//# clean: drift of the test rows against the training rows is no model
//## share Houses.cs
[Stage]
public double Drift(TrainSet<House> train, TestSet<House> test) => Math.Abs(train.Average(house => house.Area) - test.Average(house => house.Area));

[Stage]
public string Words(double drift) => drift > 10 ? "drifted" : "stable";

//# clean: an object holds all sets, and the training takes what is its own
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => Trainer.Fit(new Sets(train, test));

[Stage]
public double Error(PriceModel model, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price));

//## Trainer.cs
public sealed record Sets(IReadOnlyList<House> Train, IReadOnlyList<House> Test);

public static class Trainer
{
    public static PriceModel Fit(Sets sets) => new(sets.Train.Average(house => house.Price / house.Area), 0);
}

//# fault: an object holds all sets, and the training takes the wrong one
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => Trainer.Fit({|MLP2003:new Sets(train, test)|});

[Stage]
public double Error(PriceModel model, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price));

//## Trainer.cs
public sealed record Sets(IReadOnlyList<House> Train, IReadOnlyList<House> Test);

public static class Trainer
{
    public static PriceModel Fit(Sets sets) => new(sets.Test.Average(house => house.Price / house.Area), 0);
}

//# fault: an object holds all sets, and its own training is called
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test) => new Sets(train, test).Learn();

[Stage]
public double Error(PriceModel model, TestSet<House> test) => test.Average(house => Math.Abs(model.Predict(house) - house.Price));

//## Trainer.cs
public sealed record Sets(IReadOnlyList<House> Train, IReadOnlyList<House> Test)
{
    public PriceModel Learn() => PriceModel.Fit({|MLP2003:[.. Train, .. Test]|});
}

//# fault: an event carries the test rows
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test)
{
    var model = PriceModel.Fit(train);
    var reader = new Reader();
    reader.Ready += (_, rows) => model = PriceModel.Fit({|MLP2003:rows|});
    reader.Read(test);
    return model;
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//## Reader.cs
public sealed class Reader
{
    public event EventHandler<IReadOnlyList<House>>? Ready;

    public void Read(IReadOnlyList<House> houses) => Ready?.Invoke(this, houses);
}

//# fault: the threshold is chosen on the test set and becomes a part of the model
//## share Houses.cs
[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public PriceModel FitOffset(PriceModel fit, TestSet<House> {|MLP2003:test|}) => fit with { Offset = test.Average(house => house.Price - fit.Predict(house)) };

[Stage]
public double Error(PriceModel fitOffset, TestSet<House> test) => test.Average(house => Math.Abs(fitOffset.Predict(house) - house.Price));

//# fault: a test row is swapped in by a ref local
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test)
{
    House[] rows = [.. train];
    ref var first = ref rows[0];
    first = test[0];
    return PriceModel.Fit({|MLP2003:rows|});
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# clean: pseudo-labels come from other rows than the test set's
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test, StageContext context)
{
    var first = PriceModel.Fit([.. train.Take(100)]);
    var second = PriceModel.Fit([.. train.Skip(100).Select(house => house with { Price = first.Predict(house) })]);
    var ids = test.Select(house => house.Id).ToHashSet(StringComparer.Ordinal);
    context.LogMetric("overlap", train.Count(house => ids.Contains(house.Id)));
    return second;
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# fault: functions that capture the list that they are in
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test)
{
    var steps = new List<Func<IReadOnlyList<House>, IReadOnlyList<House>>>();
    for (var i = 0; i < 3; i++)
    {
        steps.Add(rows => steps.Count > 5 ? steps[0](rows) : [.. rows.Skip(1), .. test]);
    }

    IReadOnlyList<House> prepared = train;
    foreach (var step in steps)
    {
        prepared = step(prepared);
    }

    return PriceModel.Fit({|MLP2003:prepared|});
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# clean: an object keeps functions that know the object
//## share Houses.cs
[Stage]
public PriceModel Model(TrainSet<House> train, TestSet<House> test, StageContext context)
{
    var schedule = new Schedule();
    for (var i = 0; i < 3; i++)
    {
        schedule.Then(() => schedule.Run(i));
        schedule.Then(() => context.LogMetric("rows", test.Count));
    }

    Func<int, int> count = null!;
    while (schedule.Count < 10)
    {
        count = n => n == 0 ? schedule.Count : count(n - 1);
        schedule.Then(() => count(3));
    }

    return PriceModel.Fit(train);
}

[Stage]
public double Slope(PriceModel model) => model.Slope;

//## Schedule.cs
public sealed class Schedule
{
    private readonly List<Action> _actions = [];
    private Action? _last;

    public int Count => _actions.Count;

    public void Then(Action action)
    {
        var before = _last;
        _last = () =>
        {
            before?.Invoke();
            action();
            _last?.Invoke();
        };
        _actions.Add(_last);
    }

    public void Run(int times)
    {
        while (times-- > 0)
        {
            _actions.ForEach(step => step());
        }
    }
}

//# fault: test rows are written into a file, and a later stage learns it
//## share Houses.cs
[Stage]
public FileArtifact Export(TrainSet<House> train, TestSet<House> test, StageContext context)
{
    using (var stream = context.CreateFile("all.json"))
    {
        System.Text.Json.JsonSerializer.Serialize(stream, train.Concat(test).ToList());
    }

    return context.GetFile("all.json");
}

[Stage]
public PriceModel Model(FileArtifact export) => PriceModel.Fit({|MLP2003:System.Text.Json.JsonSerializer.Deserialize<List<House>>(export.ReadAllText())!|});

[Stage]
public double Slope(PriceModel model) => model.Slope;

//# clean: training rows are written into a file, test rows are counted
//## share Houses.cs
[Stage]
public FileArtifact Export(TrainSet<House> train, TestSet<House> test, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("train.csv")))
    {
        foreach (var house in train)
        {
            writer.WriteLine(house.Id);
        }
    }

    context.LogMetric("test", test.Count);
    return context.GetFile("train.csv");
}

[Stage]
public PriceModel Model(FileArtifact export) => PriceModel.Fit([.. export.ReadLines().Select(line => new House(line, line.Length, 1, 1))]);

[Stage]
public double Slope(PriceModel model) => model.Slope;
