using System.Globalization;

namespace Mlops.Dsl;

/// <summary>The distribution of a number over the rows that have it.</summary>
/// <param name="Minimum">The least value; NaN where there is none.</param>
/// <param name="Maximum">The greatest value; NaN where there is none.</param>
/// <param name="Mean">The mean of the finite values; NaN where there is none.</param>
/// <param name="StandardDeviation">The sample standard deviation (divided by n - 1) of the finite values; NaN for fewer than two.</param>
/// <param name="Edges">
/// The upper edges of all bins but the last, ascending: the deciles, each a value that occurs (definition 1 of Hyndman and Fan, The
/// American Statistician 50, 1996), equal
/// ones once and the maximum not. A value belongs to the first bin whose edge is not below it.
/// </param>
/// <param name="Counts">How many values are in each bin: one more than there are edges.</param>
public sealed record NumberProfile(
    double Minimum,
    double Maximum,
    double Mean,
    double StandardDeviation,
    IReadOnlyList<double> Edges,
    IReadOnlyList<int> Counts
)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Minimum:G4} to {Maximum:G4}, mean {Mean:G4}, standard deviation {StandardDeviation:G4}"
        );
}
