namespace Mlops.Dsl.Mutants.Reporting;

/// <summary>What a sample tells of the share of all mutants that are killed: Wilson's score interval, 1927.</summary>
internal static class SampleInterval
{
    private const double DeviationsOf95Percent = 1.96;

    /// <summary>The interval, in percent, that holds the share with a confidence of 95 %.</summary>
    /// <param name="killed">How many of the sample were killed.</param>
    /// <param name="tried">The sample's size, above 0.</param>
    public static (double From, double To) Of(int killed, int tried)
    {
        var (share, square) = ((double)killed / tried, DeviationsOf95Percent * DeviationsOf95Percent / tried);
        var half = DeviationsOf95Percent * Math.Sqrt(((share * (1 - share)) + (square / 4)) / tried);
        var middle = share + (square / 2);
        return (100 * (middle - half) / (1 + square), 100 * (middle + half) / (1 + square));
    }
}
