namespace Mlops.Dsl;

/// <summary>From where on a column counts as drifted.</summary>
/// <param name="Psi">
/// The population stability index: 0.2 by default. The field's rule of thumb (Siddiqi, Credit Risk Scorecards, 2006) calls less than 0.1 no
/// change, up to 0.25 some, and more a shift.
/// </param>
/// <param name="MissingIncrease">By how much the share of missing values may grow: 0.05 by default, five in a hundred rows.</param>
/// <param name="UnseenShare">The share of values that the reference did not have at all: 0.05 by default.</param>
/// <param name="MinimumRows">
/// How many rows a window must have before its report is reliable: 200 by default. With ten bins and no change at all, one window in twenty
/// of so many rows has a PSI above 0.085.
/// </param>
public sealed record DriftThresholds(double Psi = 0.2, double MissingIncrease = 0.05, double UnseenShare = 0.05, int MinimumRows = 200)
{
    /// <summary>Refuses thresholds that can't be meant.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MinimumRows);
        Positive(Psi, nameof(Psi));
        Positive(MissingIncrease, nameof(MissingIncrease));
        Positive(UnseenShare, nameof(UnseenShare));
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0))
        {
            throw new ArgumentOutOfRangeException(name, value, "A threshold greater than 0 is expected.");
        }
    }
}
