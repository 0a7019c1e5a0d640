//# fault: one column is both
[Stage]
public Raw<Flat> Read() => new([new(30, 900)]);

[Stage]
public void Show(Raw<Flat> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Flat.cs
[Row]
public sealed partial record Flat([Range(1.0, 500.0), Feature] double Area, [Range(0.0, 1e5), Label, Feature] double {|MLP2006:Rent|});

//# clean: the label is no feature
[Stage]
public Raw<Flat> Read() => new([new(30, 900)]);

[Stage]
public void Show(Raw<Flat> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Flat.cs
[Row]
public sealed partial record Flat([Range(1.0, 500.0), Feature] double Area, [Range(0.0, 1e5), Label] double Rent);

//# fault: a computed feature reads the label
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
    public double {|MLP2006:RentPerSquareMetre|} => Rent / Area;
}

//# clean: a computed feature reads other features
[Stage]
public Raw<Flat> Read() => new([new() { Area = 30, Rooms = 2, Rent = 900 }]);

[Stage]
public void Show(Raw<Flat> read, StageContext context) => context.LogMetric("rows", read.Count);

//## Flat.cs
[Row]
public sealed partial record Flat
{
    [Range(1.0, 500.0), Feature]
    public required double Area { get; init; }

    [Range(1.0, 50.0), Feature]
    public required double Rooms { get; init; }

    [Range(0.0, 1e5), Label]
    public required double Rent { get; init; }

    [Feature]
    public double AreaPerRoom => Area / Rooms;
}

//# fault: a computed feature encodes the label
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
    public string {|MLP2006:Class|} => Rent > 1000 ? "dear" : "cheap";
}

//# fault: by way of an extension block in another file
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
    public double {|MLP2006:PerMetre|} => this.Rate;
}

//## Extensions.cs
public static class Flats
{
    extension(Flat flat)
    {
        public double Rate => flat.Rent / flat.Area;
    }
}

//# fault: through two other properties and a static helper
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

    private double Yearly => 12 * Rent;

    private double Scaled => Scales.Log(Yearly);

    [Feature]
    public double {|MLP2006:Size|}
    {
        get
        {
            var size = Area;
            size += Scaled;
            return size;
        }
    }
}

//## Scales.cs
public static class Scales
{
    public static double Log(double value) => Math.Log(1 + value);
}

//# clean: a computed feature of other columns, beside a computed property of the label
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

    public double PerMetre => Rent / Area;

    [Feature]
    public double LogArea => Scales.Log(this).Area;
}

//## Scales.cs
public static class Scales
{
    public static (double Area, double Rent) Log(Flat flat) => (Math.Log(flat.Area), Math.Log(flat.Rent));
}

//# fault: what a feature is counted in goes up where the label is true
[Stage]
public Raw<Claim> Shape() => new(Claims.Shape([(3, true), (1, false)]));

[Stage]
public void Show(Raw<Claim> shape, StageContext context) => context.LogMetric("rows", shape.Count);

//## Claim.cs
[Row]
public sealed partial record Claim([Range(0, 100), Feature] int Letters, [Label] bool Fraud);

public static class Claims
{
    public static IEnumerable<Claim> Shape(IEnumerable<(int Letters, bool Fraud)> cases)
    {
        foreach (var (count, isFraud) in cases)
        {
            var letters = count;
            if (isFraud)
            {
                letters += 2;
            }

            yield return new Claim({|MLP2006:letters|}, isFraud);
        }
    }
}

//# clean: how many of the rows before had the label
[Stage]
public Raw<Claim> Shape() => new(Claims.Shape([(3, true), (1, false)]));

[Stage]
public void Show(Raw<Claim> shape, StageContext context) => context.LogMetric("rows", shape.Count);

//## Claim.cs
[Row]
public sealed partial record Claim([Range(0, 100), Feature] int Before, [Label] bool Fraud);

public static class Claims
{
    public static IEnumerable<Claim> Shape(IEnumerable<(int Letters, bool Fraud)> cases)
    {
        var before = 0;
        foreach (var (count, isFraud) in cases)
        {
            yield return new Claim(before, isFraud);
            if (isFraud)
            {
                before++;
            }
        }
    }
}
