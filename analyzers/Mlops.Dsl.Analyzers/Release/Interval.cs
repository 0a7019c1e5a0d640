namespace Mlops.Dsl.Analyzers.Release;

/// <summary>
/// The numbers from one to another, both included. An operation gives an interval that holds whatever it can make of the numbers of its
/// operands (Moore, 1966).
/// </summary>
internal sealed record Interval(double Low, double High)
{
    /// <summary>All numbers.</summary>
    public static Interval All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Zero and more.</summary>
    public static Interval NotNegative { get; } = new(0, double.PositiveInfinity);

    /// <summary>A share or a probability.</summary>
    public static Interval Share { get; } = new(0, 1);

    /// <summary>One number.</summary>
    public static Interval Of(double number) => new(number, number);

    public static Interval operator +(Interval left, Interval right) => Known(left.Low + right.Low, left.High + right.High);

    public static Interval operator -(Interval left, Interval right) => left + -right;

    public static Interval operator -(Interval value) => new(-value.High, -value.Low);

    public static Interval operator *(Interval left, Interval right) => Corners(left, right, static (l, r) => l * r);

    /// <summary>What dividing gives; by zero, as a count may be that divides, it gives no number that anybody compares.</summary>
    public static Interval operator /(Interval left, Interval right) =>
        right.Low > 0 || right.High < 0 ? Corners(left, right, static (l, r) => l / r)
        : right.Low == 0 && left.Low >= 0 ? NotNegative
        : All;

    /// <summary>What may be in either.</summary>
    public Interval Or(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>What is in both; where nothing is, as far as this one tells.</summary>
    public Interval And(Interval other)
    {
        var both = new Interval(Math.Max(Low, other.Low), Math.Min(High, other.High));
        return both.Low <= both.High ? both : this;
    }

    /// <summary>The greater ones of each two.</summary>
    public Interval Max(Interval other) => new(Math.Max(Low, other.Low), Math.Max(High, other.High));

    /// <summary>The smaller ones of each two.</summary>
    public Interval Min(Interval other) => new(Math.Min(Low, other.Low), Math.Min(High, other.High));

    /// <summary>What is left without the sign.</summary>
    public Interval Abs() =>
        Low >= 0 ? this
        : High <= 0 ? -this
        : new(0, Math.Max(-Low, High));

    private static Interval Corners(Interval left, Interval right, Func<double, double, double> of)
    {
        double[] corners = [of(left.Low, right.Low), of(left.Low, right.High), of(left.High, right.Low), of(left.High, right.High)];
        return Array.Exists(corners, double.IsNaN)
            ? left.Low >= 0 && right.Low >= 0
                ? NotNegative
                : All
            : new(corners.Min(), corners.Max());
    }

    private static Interval Known(double low, double high) =>
        new(double.IsNaN(low) ? double.NegativeInfinity : low, double.IsNaN(high) ? double.PositiveInfinity : high);
}
