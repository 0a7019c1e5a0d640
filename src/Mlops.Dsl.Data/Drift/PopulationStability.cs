namespace Mlops.Dsl;

/// <summary>
/// The population stability index of two histograms over the same bins: the sum over the bins of (q - p) ln(q / p), where p and q are the
/// shares of the bin in the reference and now;
/// that is Jeffreys' divergence (Siddiqi, Credit Risk Scorecards, Wiley 2006, page 136). Shares are smoothed, so that an empty bin is no
/// infinity: 0.5 is added to each count
/// (the estimator of Krichevsky and Trofimov, IEEE Transactions on Information Theory 27, 1981).
/// </summary>
public static class PopulationStability
{
    private const double Smoothing = 0.5;

    // The 99% quantile of the standard normal distribution.
    private const double Normal99 = 2.3263478740408408;

    /// <summary>The index.</summary>
    /// <param name="reference">How many values of the reference are in each bin.</param>
    /// <param name="current">How many values now are in each bin.</param>
    /// <returns>0 or more; NaN if one side has no values.</returns>
    /// <exception cref="ArgumentException">The histograms have different numbers of bins, or none.</exception>
    public static double Index(ReadOnlySpan<int> reference, ReadOnlySpan<int> current)
    {
        if (reference.Length != current.Length || reference.IsEmpty)
        {
            throw new ArgumentException(
                $"Histograms over the same bins are expected, not {reference.Length} and {current.Length} bins.",
                nameof(current)
            );
        }

        var (referenceTotal, currentTotal) = (Total(reference), Total(current));
        if (referenceTotal == 0 || currentTotal == 0)
        {
            return double.NaN;
        }

        var index = 0.0;
        for (var i = 0; i < reference.Length; i++)
        {
            var p = (reference[i] + Smoothing) / (referenceTotal + (Smoothing * reference.Length));
            var q = (current[i] + Smoothing) / (currentTotal + (Smoothing * reference.Length));
            index += (q - p) * Math.Log(q / p);
        }

        return index;
    }

    /// <summary>
    /// What the index exceeds, approximately, in one of a hundred pairs of samples of one distribution: it is then distributed like (1/n +
    /// 1/m) times chi-square of one
    /// degree less than bins (Yurdakul, Naranjo, Statistical properties of the population stability index, Journal of Risk Model Validation
    /// 14, 2020), whose
    /// quantile is taken by Wilson and Hilferty's approximation (Proceedings of the National Academy of Sciences 17, 1931).
    /// </summary>
    /// <param name="bins">The number of bins, at least 1.</param>
    /// <param name="referenceCount">How many values the reference has.</param>
    /// <param name="currentCount">How many values there are now.</param>
    public static double Noise(int bins, int referenceCount, int currentCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (bins == 1)
        {
            return 0;
        }

        var freedom = bins - 1.0;
        var root = 1 - (2 / (9 * freedom)) + (Normal99 * Math.Sqrt(2 / (9 * freedom)));
        return freedom * root * root * root * ((1.0 / referenceCount) + (1.0 / currentCount));
    }

    private static double Total(ReadOnlySpan<int> counts)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            total += count;
        }

        return total;
    }
}
