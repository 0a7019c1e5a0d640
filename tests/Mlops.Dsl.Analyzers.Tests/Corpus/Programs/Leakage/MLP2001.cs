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
