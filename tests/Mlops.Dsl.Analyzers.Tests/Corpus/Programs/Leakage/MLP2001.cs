//# fault: raw rows train the model
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public PriceModel Fit(Raw<House> parse) => PriceModel.Fit({|MLP2001:parse|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: rows that were never called raw
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public IReadOnlyList<House> Parse(FileArtifact table) => [.. table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000))];

[Stage]
public PriceModel Fit(IReadOnlyList<House> parse) => PriceModel.Fit({|MLP2001:parse|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: parsed and fitted in one stage
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public PriceModel Fit(FileArtifact table)
{
    var houses = table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)).ToList();
    return PriceModel.Fit({|MLP2001:houses|});
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: filtered by LINQ is not validated
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public IReadOnlyList<House> Clean(Raw<House> parse) => [.. parse.Where(house => house.Area > 0).Select(house => house with { Rooms = Math.Max(1, house.Rooms) })];

[Stage]
public PriceModel Fit(IReadOnlyList<House> clean) => PriceModel.Fit({|MLP2001:clean|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: through two helpers and a cast
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public PriceModel Fit(Raw<House> parse) => Rows.Make(Rows.AsObjects(parse));

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//## Rows.cs
public static class Rows
{
    public static IEnumerable<object> AsObjects(Raw<House> houses) => houses;

    public static PriceModel Make(IEnumerable<object> rows) => PriceModel.Fit({|MLP2001:rows.Cast<House>().ToList()|});
}

//# fault: validated, and then joined by rows that are not
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public Validated<House> Check(Raw<House> parse) => parse.Validate();

[Stage]
public PriceModel Fit(Validated<House> check, Raw<House> parse) => PriceModel.Fit({|MLP2001:[.. check, .. parse]|});

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# fault: the test double of a training set in the product
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public TrainSet<House> Train(Raw<House> parse) => {|MLP2002:UnitTestDatasets.TrainSet(parse)|};

[Stage]
public PriceModel Fit(TrainSet<House> train) => PriceModel.Fit(train);

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# clean: validated in the stage that fits
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public PriceModel Fit(Raw<House> parse)
{
    var houses = parse.Validate(maxInvalidShare: 0.01);
    return PriceModel.Fit(houses);
}

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//# clean: validated by a helper of another class
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public PriceModel Fit(Raw<House> parse) => PriceModel.Fit(Gatekeeper.Admit(parse));

[Stage]
public double Slope(PriceModel fit) => fit.Slope;

//## Gatekeeper.cs
public static class Gatekeeper
{
    public static IReadOnlyList<House> Admit(Raw<House> houses)
    {
        var valid = houses.Validate();
        return [.. valid.Where(house => house.Price > 0)];
    }
}

//# clean: the whole way, in small steps
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Rows(Raw<House> parse) => parse.Count;

[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# clean: raw rows are profiled, not learned from
[Source("houses.csv")]
public partial FileArtifact Table();

[Stage]
public Raw<House> Parse(FileArtifact table) => new(table.ReadLines().Select(line => new House(line, line.Length, 3, 250_000)));

[Stage]
public (double Mean, double Largest) Profile(Raw<House> parse) => (parse.Average(house => house.Price), parse.Max(house => house.Price));

[Stage]
public double Ratio(double mean, double largest) => largest / mean;

//# clean: what is fitted is no model of rows
[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage]
public int Fit(FileSet docs) => Fits(docs.Count) ? 1 : 0;

private static bool Fits(int count) => count < 100;

//# fault: a delegate kept in a static field fits
//## share Houses.cs
private static readonly Func<IReadOnlyList<House>, PriceModel> Trainer = rows => PriceModel.Fit({|MLP2001:rows|});

[Stage]
public PriceModel Learn(Raw<House> parse) => Trainer(parse);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a delegate kept in a field of the pipeline fits
//## share Houses.cs
private readonly Func<IReadOnlyList<House>, PriceModel> _trainer = rows => PriceModel.Fit({|MLP2001:rows|});

[Stage]
public PriceModel Learn(Raw<House> parse) => _trainer(parse);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: the trainer's method itself is kept in a static field
//## share Houses.cs
private static readonly Func<IReadOnlyList<House>, PriceModel> Trainer = PriceModel.Fit;

[Stage]
public PriceModel Learn(Raw<House> parse) => Trainer({|MLP2001:parse|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a table of trainers by name
//## share Houses.cs
private static readonly Dictionary<string, Func<IReadOnlyList<House>, PriceModel>> Trainers = new(StringComparer.Ordinal)
{
    ["line"] = rows => PriceModel.Fit({|MLP2001:rows|}),
    ["flat"] = rows => new PriceModel(0, rows.Average(house => house.Price)),
};

[Stage]
public PriceModel Learn(Raw<House> parse) => Trainers["line"](parse);

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: an extension block joins unchecked rows to checked ones
//## share Houses.cs
[Stage]
public PriceModel Learn(Validated<House> check, Raw<House> parse) => PriceModel.Fit({|MLP2001:check.Joined(parse)|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Extensions.cs
public static class HouseExtensions
{
    extension(IEnumerable<House> houses)
    {
        public List<House> Joined(IEnumerable<House> others) => [.. houses, .. others];
    }
}

//# fault: an extension property of an extension block
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => PriceModel.Fit({|MLP2001:parse.Affordable|});

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Extensions.cs
public static class HouseExtensions
{
    extension(IEnumerable<House> houses)
    {
        public IReadOnlyList<House> Affordable => [.. houses.Where(house => house.Price < 500_000)];
    }
}

//# fault: the extension method itself fits
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => parse.Where(house => house.Area > 20).Regression();

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Extensions.cs
public static class HouseExtensions
{
    public static PriceModel Regression(this IEnumerable<House> houses)
    {
        var rows = houses.ToList();
        return PriceModel.Fit({|MLP2001:rows|});
    }
}

//# fault: a primary constructor keeps the rows
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse) => new Trainer(parse, 3).Run();

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//## Trainer.cs
public sealed class Trainer(IEnumerable<House> houses, int rounds)
{
    public PriceModel Run()
    {
        var model = new PriceModel(0, 0);
        for (var round = 0; round < rounds; round++)
        {
            model = PriceModel.Fit({|MLP2001:[.. houses.Skip(round)]|});
        }

        return model;
    }
}

//# fault: an iterator in between
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    return PriceModel.Fit({|MLP2001:Large(parse).ToArray()|});

    static IEnumerable<House> Large(IEnumerable<House> houses)
    {
        foreach (var house in houses)
        {
            if (house.Area > 50)
            {
                yield return house;
            }
        }
    }
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: query syntax with a join
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check)
{
    var rows =
        from house in check
        join other in parse on house.Id equals other.Id
        where other.Area > 10
        orderby other.Price
        select other;
    return PriceModel.Fit({|MLP2001:rows.ToList()|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: with makes new rows of old ones
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var rows = new List<House>();
    foreach (var house in parse)
    {
        rows.Add(house with { Area = Math.Clamp(house.Area, 10, 500) });
    }

    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a switch expression picks the set
//## share Houses.cs
[Parameter]
public int Mode { get; init; }

[Stage]
public PriceModel Learn(Raw<House> parse, Validated<House> check)
{
    IReadOnlyList<House> rows = Mode switch
    {
        0 => check,
        1 => [.. check.Take(10)],
        _ => parse,
    };
    return PriceModel.Fit({|MLP2001:rows|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: a span of rows
//## share Houses.cs
[Stage]
public PriceModel Learn(Raw<House> parse)
{
    var rows = parse.AsSpan();
    return PriceModel.Fit({|MLP2001:rows[..100].ToArray()|});
}

[Stage]
public double Slope(PriceModel learn) => learn.Slope;

//# fault: what a database gives gets into a model unchecked
//## share Houses.cs
[Stage, NoCache]
public async Task<IReadOnlyList<Rate>> Rates([FromServices] System.Data.Common.DbConnection db) =>
    [.. await Dapper.SqlMapper.QueryAsync<Rate>(db, "select town, factor from rates order by town")];

[Stage]
public RatedModel FitRated(TrainSet<House> train, IReadOnlyList<Rate> {|MLP2001:rates|}) => new(PriceModel.Fit(train), rates);

//## Types.cs
public sealed record Rate(string Town, double Factor);

public sealed record RatedModel(PriceModel Prices, IReadOnlyList<Rate> Rates);

//# fault: a reader of a command
//## share Houses.cs
[Stage, NoCache]
public Dictionary<string, double> Rates([FromServices] System.Data.Common.DbConnection db)
{
    using var command = db.CreateCommand();
    command.CommandText = "select town, factor from rates";
    using var reader = command.ExecuteReader();
    var rates = new Dictionary<string, double>(StringComparer.Ordinal);
    while (reader.Read())
    {
        rates.Add(reader.GetString(0), reader.GetDouble(1));
    }

    return rates;
}

[Stage]
public RatedModel FitRated(TrainSet<House> train, Dictionary<string, double> {|MLP2001:rates|}) => new(PriceModel.Fit(train), rates);

//## Types.cs
public sealed record RatedModel(PriceModel Prices, Dictionary<string, double> Rates);

//# clean: what a database gives passes a validator
//## share Houses.cs
[Stage, NoCache]
public IReadOnlyList<Rate> Rates([FromServices] System.Data.Common.DbConnection db) =>
    Checked(Dapper.SqlMapper.Query<Rate>(db, "select town, factor from rates order by town"));

[Validator]
private static List<Rate> Checked(IEnumerable<Rate> rates) =>
    [.. rates.Select(r => r.Factor is > 0.1 and < 10 ? r : throw new InvalidDataException($"The factor of {r.Town} is {r.Factor}."))];

[Stage]
public RatedModel FitRated(TrainSet<House> train, IReadOnlyList<Rate> rates) => new(PriceModel.Fit(train), rates);

//## Types.cs
public sealed record Rate(string Town, double Factor);

public sealed record RatedModel(PriceModel Prices, IReadOnlyList<Rate> Rates);
