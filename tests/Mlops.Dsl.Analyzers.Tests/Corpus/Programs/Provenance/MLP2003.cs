//# fault: a builder that was given both sets
//## share Houses.cs
[Stage]
public Neighbours Index(TrainSet<House> train, TestSet<House> test)
{
    var builder = new Builder();
    builder.Add(train);
    builder.Add(test);
    return {|MLP2003:builder.Fit()|};
}

[Stage]
public int Size(Neighbours index) => index.Houses.Count;

//## Builder.cs
public sealed record Neighbours(IReadOnlyList<House> Houses);

public sealed class Builder
{
    private readonly List<House> _houses = [];

    public void Add(IEnumerable<House> houses) => _houses.AddRange(houses);

    public Neighbours Fit() => new(_houses.ToArray());
}

//# fault: a fluent builder, whose own training is not reported again
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test) => {|MLP2003:new Learner().With(train).With(test).Train()|};

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Learner.cs
public sealed class Learner
{
    private IEnumerable<House> _houses = [];

    public Learner With(IEnumerable<House> houses)
    {
        _houses = _houses.Concat(houses);
        return this;
    }

    public PriceModel Train() => PriceModel.Fit([.. _houses]);
}

//# fault: an interface, row by row
//## share Houses.cs
[Stage]
public double[] Fit(TrainSet<House> train, TestSet<House> test)
{
    IObserver observer = new Averages();
    foreach (var house in train)
    {
        observer.Observe(house);
    }

    foreach (var house in test)
    {
        observer.Observe(house);
    }

    return {|MLP2003:observer.Fit()|};
}

[Stage]
public double First(double[] fit) => fit[0];

//## Observer.cs
public interface IObserver
{
    void Observe(House house);

    double[] Fit();
}

public sealed class Averages : IObserver
{
    private readonly Queue<House> _houses = new();

    public void Observe(House house) => _houses.Enqueue(house);

    public double[] Fit() => [_houses.Average(house => house.Area), _houses.Average(house => house.Price)];
}

//# fault: spans of one array
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var all = new House[train.Count + test.Count];
    train.ToArray().AsSpan().CopyTo(all);
    test.ToArray().AsSpan().CopyTo(all.AsSpan(train.Count));
    return PriceModel.Fit({|MLP2003:all|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a channel
//## share Houses.cs
[Stage]
public async Task<PriceModel> Learn(TrainSet<House> train, TestSet<House> test, CancellationToken cancellation)
{
    var channel = System.Threading.Channels.Channel.CreateUnbounded<House>();
    foreach (var house in train.Concat(test))
    {
        channel.Writer.TryWrite(house);
    }

    channel.Writer.Complete();
    var houses = new List<House>();
    await foreach (var house in channel.Reader.ReadAllAsync(cancellation))
    {
        houses.Add(house);
    }

    return PriceModel.Fit({|MLP2003:houses|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a static pool, in a helper
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    Pool.Add(train);
    Pool.Add(test);
    return Pool.Learn();
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Pool.cs
public static class Pool
{
    private static readonly List<House> Houses = [];

    public static void Add(IEnumerable<House> houses) => Houses.AddRange(houses);

    public static PriceModel Learn() => PriceModel.Fit({|MLP2003:Houses|});
}

//## .editorconfig
[*.cs]
dotnet_diagnostic.MLP4010.severity = none

//# fault: a number that was chosen on the test set is trained with
//## share Houses.cs
[Stage]
public int Smallest(TrainSet<House> train, TestSet<House> test)
{
    var (best, least) = (0, double.MaxValue);
    for (var area = 0; area < 100; area += 10)
    {
        var model = PriceModel.Fit([.. train.Where(house => house.Area > area)]);
        var error = test.Average(house => Math.Abs(model.Predict(house) - house.Price));
        if (error < least)
        {
            (best, least) = (area, error);
        }
    }

    return best;
}

[Stage]
public PriceModel Fit(TrainSet<House> train, int {|MLP2003:smallest|}) => PriceModel.Fit([.. train.Where(house => house.Area > smallest)]);

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# clean: a trainer watches the test set, and fits to what it is given
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test, StageContext context) => new Trainer(test, context).Fit(train);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Trainer.cs
public sealed class Trainer(IReadOnlyList<House> watched, StageContext context)
{
    public PriceModel Fit(IReadOnlyList<House> houses)
    {
        var model = PriceModel.Fit(houses);
        context.LogMetric("error", watched.Average(house => Math.Abs(model.Predict(house) - house.Price)));
        return model;
    }
}

//# clean: a learner holds the sets apart
//## share Houses.cs
[Stage]
public PriceModel Learn(TrainSet<House> train, TestSet<House> test)
{
    var learner = new Learner(train, test);
    learner.Fit();
    return learner.Model!;
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Learner.cs
public sealed class Learner(IReadOnlyList<House> train, IReadOnlyList<House> test)
{
    public PriceModel? Model { get; private set; }

    public int Rows => train.Count + test.Count;

    public void Fit() => Model = PriceModel.Fit(train);
}

//# clean: one object fits, another measures
//## share Houses.cs
[Stage]
public (PriceModel Fitted, double Error) Learn(TrainSet<House> train, TestSet<House> test)
{
    var (builder, judge) = (new Houses(), new Houses());
    builder.Add(train);
    judge.Add(test);
    var model = builder.Fit();
    return (model, judge.Error(model));
}

[Stage]
public double Ratio(PriceModel fitted, double error) => error / fitted.Slope;

//## Pairs.cs
public sealed class Houses
{
    private readonly List<House> _houses = [];

    public void Add(IEnumerable<House> houses) => _houses.AddRange(houses);

    public PriceModel Fit() => PriceModel.Fit(_houses);

    public double Error(PriceModel model) => _houses.Average(house => Math.Abs(model.Predict(house) - house.Price));
}
