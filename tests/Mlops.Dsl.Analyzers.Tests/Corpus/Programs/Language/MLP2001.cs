//# fault: raw rows are joined inside the stage that evaluates
//## share Houses.cs
//## share Trained.cs
[Stage]
public double Evaluate(PriceModel fit, Raw<House> {|MLP2001:parse|}) => parse.Average(house => Math.Abs(fit.Predict(house) - house.Price));

[Stage]
public double Twice(double evaluate) => evaluate * 2;

//# fault: rejected rows are given a second chance
//## share Houses.cs
[Stage]
public PriceModel Learn(Validated<House> check)
{
    var rows = check.ToList();
    rows.AddRange(check.Report.Rejects.Select(rejected => rejected.Row));
    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: the validation is on another variable than the one that is learned
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var valid = parse.Validate();
    var rows = valid.Count > 10 ? parse.ToList() : [];
    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: the chain of calls validates in the middle
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) =>
    PriceModel.Fit([.. new Raw<House>(parse.Where(house => house.Area > 0).Select(house => house with { Rooms = 1 })).Validate(0.1).OrderBy(house => house.Id, StringComparer.Ordinal)]);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: a generic helper validates
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => PriceModel.Fit(Checked(parse, static rows => rows.Validate(0.05)));

private static IReadOnlyList<T> Checked<T, TRows>(TRows rows, Func<TRows, Validated<T>> check) => check(rows);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: the sizes of files are no data
[Source("images/*.bin")]
public partial FileSet Images();

[Stage]
public int Batches(FileSet images) => Plan.FitBatches(images.Count, 32);

//## Plan.cs
public static class Plan
{
    public static int FitBatches(int count, int size) => (count + size - 1) / size;
}

//# clean: a validator that a person wrote checks the ratings
[Source("ratings.json")]
public partial FileArtifact Ratings();

[Stage]
public IReadOnlyList<double> Factors(FileArtifact ratings)
{
    using var stream = ratings.OpenRead();
    var all = System.Text.Json.JsonSerializer.Deserialize<List<Rating>>(stream) ?? [];
    var good = Factorization.Admit(all);
    return Factorization.Train(good);
}

[Stage]
public int Size(IReadOnlyList<double> factors) => factors.Count;

//## Ratings.cs
public sealed record Rating(int User, int Item, double Stars);

public static class Factorization
{
    [Validator]
    public static List<Rating> Admit(List<Rating> ratings) => ratings.TrueForAll(rating => rating.Stars is >= 1 and <= 5) ? ratings : throw new InvalidDataException("Stars are 1 to 5.");

    public static IReadOnlyList<double> Train(IReadOnlyList<Rating> ratings) => [.. ratings.GroupBy(rating => rating.Item).Select(group => group.Average(rating => rating.Stars))];
}

//# clean: the variable is given checked rows before it is learned
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, StageContext context)
{
    IReadOnlyList<House> rows = parse;
    context.LogMetric("raw", rows.Count);
    try
    {
        rows = parse.Validate();
    }
    catch (DataValidationException)
    {
        rows = [];
    }

    return PriceModel.Fit(rows);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: raw rows tell how many epochs a checked training takes
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, TrainSet<House> train)
{
    var epochs = parse.Count > 1000 ? 1 : 10;
    var model = new PriceModel(0, 0);
    for (var epoch = 0; epoch < epochs; epoch++)
    {
        model = PriceModel.Fit(train);
    }

    return model;
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# clean: an object holds both, and the checked ones are learned
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check)
{
    var sets = new Sets(parse, check);
    var (_, good) = sets;
    return good.Count > 0 ? PriceModel.Fit(sets.Good) : PriceModel.Fit(good);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Sets.cs
public sealed record Sets(IReadOnlyList<House> All, IReadOnlyList<House> Good);

//# clean: a dashboard of raw rows is called a report
//## share Houses.cs
[Stage]
public string Report(Raw<House> parse) => string.Join('\n', parse.GroupBy(house => Math.Round(house.Rooms)).Select(group => $"{(int)group.Key}: {group.Count()}"));

[Stage]
public int Length(string report) => report.Length;

//# clean: a config file is deserialized and tunes nothing but speed
[Source("settings.json")]
public partial FileArtifact Settings();

[Stage]
public int Threads(FileArtifact settings) => int.Parse(settings.ReadAllText(), CultureInfo.InvariantCulture);

[Stage]
public string Say(int threads) => threads.ToString(CultureInfo.InvariantCulture);

//# fault: a field of a service object keeps the rows between two calls
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var store = new Store();
    store.Load(parse);
    store.Clean();
    return store.Train();
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Store.cs
public sealed class Store
{
    private List<House> _houses = [];

    public void Load(IEnumerable<House> houses) => _houses = [.. houses];

    public void Clean() => _houses.RemoveAll(house => house.Area <= 0);

    public PriceModel Train() => PriceModel.Fit({|MLP2001:_houses|});
}

//# fault: a base class's template method
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => new HouseTrainer().Run(parse);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Trainers.cs
public abstract class TrainerBase<TRow, TModel>
{
    public TModel Run(IEnumerable<TRow> rows)
    {
        var prepared = Prepare(rows);
        return FitCore({|MLP2001:prepared|});
    }

    protected virtual IReadOnlyList<TRow> Prepare(IEnumerable<TRow> rows) => [.. rows];

    protected abstract TModel FitCore(IReadOnlyList<TRow> rows);
}

public sealed class HouseTrainer : TrainerBase<House, PriceModel>
{
    protected override PriceModel FitCore(IReadOnlyList<House> rows) => PriceModel.Fit(rows);
}

//# fault: a curried function
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    Func<IEnumerable<House>, Func<double, PriceModel>> trainer = rows => smallest => PriceModel.Fit({|MLP2001:[.. rows.Where(house => house.Area > smallest)]|});
    return trainer(parse)(20);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: composed functions
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => parse.AsEnumerable().Pipe(rows => rows.Take(100)).Pipe(Enumerable.ToList).Pipe(rows => PriceModel.Fit({|MLP2001:rows|}));

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Functional.cs
public static class Functional
{
    public static TOut Pipe<TIn, TOut>(this TIn value, Func<TIn, TOut> next) => next(value);
}

//# fault: an event carries the rows
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var model = new PriceModel(0, 0);
    var reader = new Reader();
    reader.Ready += (_, rows) => model = PriceModel.Fit({|MLP2001:rows|});
    reader.Read(parse);
    return model;
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Reader.cs
public sealed class Reader
{
    public event EventHandler<IReadOnlyList<House>>? Ready;

    public void Read(IReadOnlyList<House> houses) => Ready?.Invoke(this, houses);
}

//# fault: a visitor collects the rows
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var collector = new Collector();
    foreach (var house in parse)
    {
        house.Accept(collector);
    }

    return PriceModel.Fit({|MLP2001:collector.Houses|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Collector.cs
public interface IVisitor
{
    void Visit(House house);
}

public sealed class Collector : IVisitor
{
    public List<House> Houses { get; } = [];

    void IVisitor.Visit(House house) => Houses.Add(house);
}

public static class Visiting
{
    public static void Accept(this House house, IVisitor visitor) => visitor.Visit(house);
}

//# fault: a ref struct wraps the span
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var window = new Window(parse.AsSpan(), 10);
    return PriceModel.Fit({|MLP2001:window.Rows.ToArray()|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Window.cs
public readonly ref struct Window(ReadOnlySpan<House> rows, int size)
{
    public ReadOnlySpan<House> Rows { get; } = rows[..size];
}

//# fault: rows through a stack of anonymous objects
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var ranked = parse.Select((house, index) => new { House = house, Rank = index }).OrderByDescending(item => item.House.Price).GroupBy(item => item.Rank % 3);
    var rows = ranked.SelectMany(group => group.Select(item => item.House)).ToList();
    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a nullable struct of arrays
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    Columns? columns = parse.Count == 0 ? null : new Columns { Areas = [.. parse.Select(house => house.Area)], Prices = [.. parse.Select(house => house.Price)] };
    return columns is { } c ? Line.Fit({|MLP2001:c.Areas|}, {|MLP2001:c.Prices|}) : new PriceModel(0, 0);
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Columns.cs
public struct Columns
{
    public double[] Areas;
    public double[] Prices;
}

public static class Line
{
    public static PriceModel Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => new(y[0] / x[0], 0);
}

//# fault: a multidimensional array is filled by columns
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var matrix = new double[parse.Count, 2];
    for (var i = 0; i < parse.Count; i++)
    {
        (matrix[i, 0], matrix[i, 1]) = (parse[i].Area, parse[i].Price);
    }

    return Line.Fit({|MLP2001:matrix|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Line.cs
public static class Line
{
    public static PriceModel Fit(double[,] matrix) => new(matrix[0, 1] / matrix[0, 0], 0);
}
