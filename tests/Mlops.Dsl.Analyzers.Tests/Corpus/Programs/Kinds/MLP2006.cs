//# fault: a helper bands the label, one limit after the other
[Stage]
public Raw<Flat> Read() => new([new() { Area = 30, Rent = 900 }]);

[Stage]
public void Show(Raw<Flat> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Flat.cs
[Row]
public sealed partial record Flat
{
    [Range(1.0, 500.0), Feature]
    public required double Area { get; init; }

    [Range(0.0, 1e5), Label]
    public required double Rent { get; init; }

    [Feature]
    public string {|MLP2006:Segment|} => Bands.Of(Rent);
}

//## Bands.cs
public static class Bands
{
    public static string Of(double amount)
    {
        if (amount < 500)
        {
            return "cheap";
        }

        if (amount < 1500)
        {
            return "usual";
        }

        return "dear";
    }
}

//# fault: a feature counts the limits that the label exceeds
[Stage]
public Raw<Flat> Read() => new([new() { Area = 30, Rent = 900 }]);

[Stage]
public void Show(Raw<Flat> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Flat.cs
[Row]
public sealed partial record Flat
{
    private static readonly double[] Limits = [500, 1000, 2000];

    [Range(1.0, 500.0), Feature]
    public required double Area { get; init; }

    [Range(0.0, 1e5), Label]
    public required double Rent { get; init; }

    [Feature]
    public int {|MLP2006:Band|} => Limits.Count(limit => Rent >= limit);
}

//# fault: a helper counts up in a loop
[Stage]
public Raw<Flat> Read() => new([new() { Area = 30, Rent = 900 }]);

[Stage]
public void Show(Raw<Flat> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Flat.cs
[Row]
public sealed partial record Flat
{
    [Range(1.0, 500.0), Feature]
    public required double Area { get; init; }

    [Range(0.0, 1e5), Label]
    public required double Rent { get; init; }

    [Feature]
    public int {|MLP2006:Band|}
    {
        get
        {
            var band = 0;
            for (var limit = 500; limit < 5000; limit += 500)
            {
                if (Rent > limit)
                {
                    band++;
                }
            }

            return band;
        }
    }
}

//# fault: the label is computed of a feature
[Stage]
public Raw<Subscriber> Read() => new([new(3, 20)]);

[Stage]
public void Show(Raw<Subscriber> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Subscriber.cs
[Row]
public sealed partial record Subscriber([Range(0, 600), Feature] int Months, [Range(0, 365), Feature] int? {|MLP2006:DaysUntilCancelled|})
{
    [Label]
    public bool Churned => DaysUntilCancelled is <= 30;
}

//# fault: the label is computed of two features by a helper
[Stage]
public Raw<Order> Read() => new([new(3, 20, 4)]);

[Stage]
public void Show(Raw<Order> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Order.cs
[Row]
public sealed partial record Order([Range(0, 600), Feature] int {|MLP2006:Sent|}, [Range(0, 365), Feature] int Taken, [Range(0, 99), Feature] int Items)
{
    [Label]
    public bool Late => Lateness.Of(this) > 2;
}

public static class Lateness
{
    public static int Of(Order order) => order.Taken - order.Sent;
}

//# clean: the label is computed of a feature and of what is known only afterwards
[Stage]
public Raw<Trip> Read() => new([new(3, 20, 4)]);

[Stage]
public void Show(Raw<Trip> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Trip.cs
[Row]
public sealed partial record Trip([Range(0, 1440), Feature] int Planned, [Range(0, 1440)] int Arrived, [Range(0, 99), Feature] int Stops)
{
    [Label]
    public bool Late => Arrived - Planned > 5;

    [Feature]
    public int Hour => Hours.Of(Planned);
}

public static class Hours
{
    private static readonly int[] Limits = [360, 720, 1080];

    public static int Of(int minute) => Limits.Count(limit => minute >= limit);
}

//# fault: a parser adds the label to a feature
[Source("rides.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Ride> Load([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(Rides.Parse));

[Stage]
public void Show(Raw<Ride> load, StageContext context) => context.LogMetric("rows", load.Count);

//## Ride.cs
[Row]
public sealed partial record Ride([Range(0.0, 300.0), Feature] double Distance, [Range(0.0, 2000.0), Feature] double Total, [Range(0.0, 500.0), Label] double Tip);

public static class Rides
{
    public static Ride Parse(string line)
    {
        var cells = line.Split(',');
        var fare = double.Parse(cells[1], CultureInfo.InvariantCulture);
        var tip = double.Parse(cells[2], CultureInfo.InvariantCulture);
        var total = Math.Round(fare + tip, 2);
        return new Ride(double.Parse(cells[0], CultureInfo.InvariantCulture), {|MLP2006:total|}, tip);
    }
}

//# fault: one cell is feature and label
[Source("mail.tsv")]
public partial FileArtifact File();

[Stage]
public Raw<Mail> Load([From(nameof(File))] FileArtifact file) => new(
    from line in file.ReadLines()
    let cells = line.Split('\t')
    select new Mail { Text = {|MLP2006:$"{cells[0]} {cells[2]}"|}, Words = cells[1].Length, Spam = cells[2] == "spam" });

[Stage]
public void Show(Raw<Mail> load, StageContext context) => context.LogMetric("rows", load.Count);

//## Mail.cs
[Row]
public sealed partial record Mail
{
    [Feature]
    public required string Text { get; init; }

    [Range(0, 10_000), Feature]
    public required int Words { get; init; }

    [Label]
    public required bool Spam { get; init; }
}

//# fault: rows of another type are mapped
[Source("rides.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Ride> Load([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(RideDto.Parse).Select(dto => new Ride(dto.Distance, {|MLP2006:dto.Fare + dto.Tip|}, dto.Tip)));

[Stage]
public void Show(Raw<Ride> load, StageContext context) => context.LogMetric("rows", load.Count);

//## Ride.cs
[Row]
public sealed partial record Ride([Range(0.0, 300.0), Feature] double Distance, [Range(0.0, 2000.0), Feature] double Total, [Range(0.0, 500.0), Label] double Tip);

public sealed record RideDto(double Distance, double Fare, double Tip)
{
    public static RideDto Parse(string line) => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray() is [var distance, var fare, var tip]
        ? new RideDto(distance, fare, tip)
        : throw new FormatException(line);
}

//# clean: each column has a cell of its own, and the label is taken out of a text
[Source("rides.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Mail> Load([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(Mails.Parse));

[Stage]
public void Show(Raw<Mail> load, StageContext context) => context.LogMetric("rows", load.Count);

//## Mail.cs
[Row]
public sealed partial record Mail([Required, Feature] string Text, [Range(0, 10_000), Feature] int Length, [Label] string Topic);

public static class Mails
{
    public static Mail Parse(string line)
    {
        var cells = line.Split('\t');
        var topic = cells[0];
        return new Mail(cells[1].Replace(topic, "", StringComparison.Ordinal), line.Length, topic);
    }
}

//# clean: a line of fixed width, of which features and label are different parts
[Source("rides.txt")]
public partial FileArtifact File();

[Stage]
public Raw<Ride> Load([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(line => new Ride(Number(line[..6]), Number(line[6..12]), line[^1] == 'y')));

[Stage]
public void Show(Raw<Ride> load, StageContext context) => context.LogMetric("rows", load.Count);

private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

//## Ride.cs
[Row]
public sealed partial record Ride([Range(0.0, 300.0), Feature] double Distance, [Range(0.0, 2000.0), Feature] double Fare, [Label] bool Tipped);

//# fault: a copy of a row gets the label in a feature
[Source("rides.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Ride> Load([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(line => new Ride(line.Length, line.Split(' ').Length, 3)));

[Stage]
public Raw<Ride> Summed(Raw<Ride> load) => new(load.Select(ride => ride with { Total = {|MLP2006:ride.Total + ride.Tip|} }));

[Stage]
public void Show(Raw<Ride> summed, StageContext context) => context.LogMetric("rows", summed.Count);

//## Ride.cs
[Row]
public sealed partial record Ride([Range(0.0, 300.0), Feature] double Distance, [Range(0.0, 2000.0), Feature] double Total, [Range(0.0, 500.0), Label] double Tip);

//# fault: a copy of a row gets a constant where the label is such
[Source("claims.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Claim> Load([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(line => new Claim(line.Length, 0, line.EndsWith('f'))));

[Stage]
public Raw<Claim> Tiered(Raw<Claim> load) => new(load.Select(Tier));

[Stage]
public void Show(Raw<Claim> tiered, StageContext context) => context.LogMetric("rows", tiered.Count);

private static Claim Tier(Claim claim)
{
    if (claim.Fraud)
    {
        return claim with { Tier = {|MLP2006:3|} };
    }

    return claim.Amount > 10_000 ? claim with { Tier = 2 } : claim with { Tier = 1 };
}

//## Claim.cs
[Row]
public sealed partial record Claim([Range(0.0, 1e6), Feature] double Amount, [Range(0, 3), Feature] int Tier, [Label] bool Fraud);

//# clean: the label of the day before is known, and copies depend on other columns
[Source("days.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Day> Load([From(nameof(File))] FileArtifact file) => new(file.ReadLines().Select(line => new Day(line.Length, 0, 0, 3)));

[Stage]
public Raw<Day> Lagged(Raw<Day> load) => new(load.Zip(load.Skip(1), (before, today) => today with { Before = before.Sales, Season = today.Number > 180 ? 1 : 0 }));

[Stage]
public void Show(Raw<Day> lagged, StageContext context) => context.LogMetric("rows", lagged.Count);

//## Day.cs
[Row]
public sealed partial record Day([Range(0, 366), Feature] int Number, [Range(0, 4), Feature] int Season, [Range(0.0, 1e6), Feature] double Before, [Range(0.0, 1e6), Label] double Sales);

//# fault: a helper tells from the whole row what the copy gets
[Source("claims.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Claim> Load([From(nameof(File))] FileArtifact file) => new(
    file.ReadLines().Select(line => line.Split(';')).Select(cells => new Claim(Number(cells[0]), 0, Number(cells[1]) > 0)));

[Stage]
public Raw<Claim> Tiered(Raw<Claim> load) => new(load.Select(claim => claim with { Tier = {|MLP2006:Tiers.Of(claim)|} }));

[Stage]
public void Show(Raw<Claim> tiered, StageContext context) => context.LogMetric("rows", tiered.Count);

private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

//## Claim.cs
[Row]
public sealed partial record Claim([Range(0.0, 1e6), Feature] double Amount, [Range(0, 3), Feature] int Tier, [Label] bool Fraud);

public static class Tiers
{
    public static int Of(Claim claim) => claim switch
    {
        { Fraud: true } => 3,
        { Amount: > 10_000 } => 2,
        _ => 1,
    };
}

//# fault: a helper parses the cell of the label for a feature, too
[Source("claims.csv")]
public partial FileArtifact File();

[Stage]
public Raw<Ride> Load([From(nameof(File))] FileArtifact file) => new(
    file.ReadLines().Select(line => line.Split(';')).Select(cells => new Ride(Number(cells[0]), {|MLP2006:Number(cells[1]) + Number(cells[2])|}, Number(cells[2]))));

[Stage]
public void Show(Raw<Ride> load, StageContext context) => context.LogMetric("rows", load.Count);

private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

//## Ride.cs
[Row]
public sealed partial record Ride([Range(0.0, 300.0), Feature] double Distance, [Range(0.0, 2000.0), Feature] double Total, [Range(0.0, 500.0), Label] double Tip);
