/// <summary>Deals out rows as ML.NET does.</summary>
public sealed class Deals
{
    public Rows Load<T>(IEnumerable<T> rows, Func<T, double> feature, Func<T, double> label) => new([.. rows.Select(row => (feature(row), label(row)))]);

    public Halves TrainTestSplit(Rows data, double testFraction = 0.1, string? samplingKeyColumnName = null, int? seed = null) =>
        new(new([.. data.Pairs.Skip((int)(testFraction * data.Pairs.Length))]), new([.. data.Pairs.Take((int)(testFraction * data.Pairs.Length))]));

    public Centring Centre() => new();

    public Slopes Slope() => new();
}

/// <summary>Features beside labels.</summary>
public sealed record Rows((double X, double Y)[] Pairs);

/// <summary>Rows in two parts.</summary>
public sealed record Halves(Rows TrainSet, Rows TestSet);

/// <summary>A step that is fitted.</summary>
public sealed class Centring
{
    public Centre Fit(Rows input) => new(input.Pairs.Average(pair => pair.X));
}

/// <summary>A step that was fitted.</summary>
public sealed record Centre(double Mean)
{
    public Rows Transform(Rows input) => new([.. input.Pairs.Select(pair => (pair.X - Mean, pair.Y))]);
}

/// <summary>Learns a slope.</summary>
public sealed class Slopes
{
    public Line Fit(Rows input) => new(input.Pairs.Sum(pair => pair.X * pair.Y) / input.Pairs.Sum(pair => pair.X * pair.X));
}

/// <summary>A slope.</summary>
public sealed record Line(double Slope)
{
    public double Error(Rows rows) => rows.Pairs.Average(pair => Math.Abs((Slope * pair.X) - pair.Y));
}
