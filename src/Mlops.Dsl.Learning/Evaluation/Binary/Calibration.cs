namespace Mlops.Dsl;

/// <summary>Compares predicted probabilities with shares, in bins of equal width.</summary>
internal static class Calibration
{
    /// <summary>The bins that have rows.</summary>
    public static CalibrationBin[] Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int count)
    {
        var rows = new int[count];
        var positives = new int[count];
        var sums = new double[count];
        for (var i = 0; i < labels.Length; i++)
        {
            var bin = Math.Min((int)(probabilities[i] * count), count - 1);
            rows[bin]++;
            positives[bin] += labels[i] ? 1 : 0;
            sums[bin] += probabilities[i];
        }

        return
        [
            .. Enumerable
                .Range(0, count)
                .Where(bin => rows[bin] > 0)
                .Select(bin => new CalibrationBin(
                    (double)bin / count,
                    (bin + 1.0) / count,
                    rows[bin],
                    sums[bin] / rows[bin],
                    (double)positives[bin] / rows[bin]
                )),
        ];
    }

    /// <summary>The mean difference between predicted and true share.</summary>
    public static double Error(CalibrationBin[] bins, int rows) =>
        bins.Sum(bin => Math.Abs(bin.MeanPrediction - bin.PositiveShare) * bin.Rows / rows);
}
