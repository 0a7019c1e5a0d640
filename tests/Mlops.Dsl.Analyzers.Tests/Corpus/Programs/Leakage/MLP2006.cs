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
