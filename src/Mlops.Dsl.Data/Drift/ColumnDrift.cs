using System.Globalization;

namespace Mlops.Dsl;

/// <summary>How far the values of a column have moved.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Kind">What it is; of <see cref="ColumnKind.Counts"/> only the missing values are compared.</param>
/// <param name="Psi">The population stability index (<see cref="PopulationStability"/>); NaN where one side has no values, or no
/// distribution is kept.</param>
/// <param name="PsiNoise">
/// What the index exceeds in one of a hundred windows of so many rows although nothing changed. An index that is not above it is no drift,
/// whatever the threshold.
/// </param>
/// <param name="ReferenceMissingShare">The share of missing values in the reference.</param>
/// <param name="MissingShare">The share of missing values now.</param>
/// <param name="UnseenShare">
/// The share of the values that the reference did not have: numbers outside its range, categories that it lists all of. NaN where that
/// can't be told.
/// </param>
/// <param name="Severity">The greatest of the three measures, each divided by its threshold; 1 or more is drift.</param>
public sealed record ColumnDrift(
    string Column,
    ColumnKind Kind,
    double Psi,
    double PsiNoise,
    double ReferenceMissingShare,
    double MissingShare,
    double UnseenShare,
    double Severity
)
{
    /// <summary>Whether a measure is at its threshold or above.</summary>
    public bool IsDrifted => Severity >= 1;

    /// <inheritdoc />
    public override string ToString()
    {
        var psi = double.IsNaN(Psi) ? "" : string.Create(CultureInfo.InvariantCulture, $"PSI {Psi:0.000}, ");
        var unseen = UnseenShare > 0 ? string.Create(CultureInfo.InvariantCulture, $", {UnseenShare * 100:0.##}% unseen values") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Column} ({psi}missing {ReferenceMissingShare * 100:0.##}% -> {MissingShare * 100:0.##}%{unseen})"
        );
    }
}
