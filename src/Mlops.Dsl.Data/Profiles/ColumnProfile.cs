using System.Globalization;

namespace Mlops.Dsl;

/// <summary>What is known of the values of a column.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="TypeName">Its C# type.</param>
/// <param name="Kind">What is kept of it.</param>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Missing">In how many of them the value is null or NaN.</param>
/// <param name="Distinct">How many different values there are; if <paramref name="DistinctIsExact"/> is false, at least so many.</param>
/// <param name="DistinctIsExact">Whether all different values were counted: beyond <see cref="ColumnProfile.MaximumDistinct"/> they are
/// not.</param>
/// <param name="Numbers">The distribution, of a number.</param>
/// <param name="Categories">The most frequent values, of a category.</param>
public sealed record ColumnProfile(
    string Name,
    string TypeName,
    ColumnKind Kind,
    int Rows,
    int Missing,
    int Distinct,
    bool DistinctIsExact,
    NumberProfile? Numbers,
    CategoryProfile? Categories
)
{
    /// <summary>How many different values of a column that is no number are told apart.</summary>
    public const int MaximumDistinct = 100_000;

    /// <summary>The share of the rows without a value, 0 to 1; 0 where there are no rows.</summary>
    public double MissingShare => Rows == 0 ? 0 : (double)Missing / Rows;

    /// <inheritdoc />
    public override string ToString()
    {
        var distinct = string.Create(CultureInfo.InvariantCulture, $"{(DistinctIsExact ? "" : "at least ")}{Distinct} different");
        var detail = Numbers?.ToString() ?? Categories?.ToString();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: {distinct}, {MissingShare * 100:0.##}% missing{(detail is null ? "" : $", {detail}")}"
        );
    }
}
