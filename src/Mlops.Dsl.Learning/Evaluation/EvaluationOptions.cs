namespace Mlops.Dsl;

/// <summary>How a model is evaluated. The defaults are what is usual.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The score from which on a binary model says yes, where it does not say so itself.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>How many samples the intervals come from; at least 100.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>The share of the samples that an interval covers, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>What the samples depend on: the same seed and rows give the same intervals everywhere.</summary>
    public int Seed { get; init; }

    /// <summary>How many bins of equal width the calibration has; at least 1.</summary>
    public int CalibrationBins { get; init; } = 10;

    /// <summary>
    /// Slices with fewer rows are marked as small, and left out of the differences between groups, where a handful of rows would
    /// decide.
    /// </summary>
    public int MinimumSliceRows { get; init; } = 30;

    /// <summary>Refuses settings that can't be meant.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Resamples, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(CalibrationBins, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MinimumSliceRows);
        if (!(Confidence > 0 && Confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Confidence), Confidence, "A share between 0 and 1 is expected, such as 0.95.");
        }

        if (!double.IsFinite(Threshold))
        {
            throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "A finite number is expected.");
        }
    }
}
