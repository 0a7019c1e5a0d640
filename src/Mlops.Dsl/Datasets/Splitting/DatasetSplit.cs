using System.Globalization;

namespace Mlops.Dsl;

/// <summary>
/// The step from <see cref="Validated{T}"/> to sets with a purpose. A split depends on the rows, their order, the shares and the seed, and
/// on nothing else. Each stratum is shuffled and dealt out by largest remainders, so that the sets have the strata in like shares; a
/// stratum with enough rows has some in every set, and one with a single row is trained on. Rows keep their order.
/// </summary>
public static class DatasetSplit
{
    /// <summary>Splits rows at random into a training and a test set.</summary>
    /// <param name="rows">At least two rows.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0 and less than 1.</param>
    /// <param name="seed">Another seed is another split.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share leaves a set without rows.</exception>
    /// <exception cref="ArgumentException">There are too few rows.</exception>
    public static (TrainSet<T> Train, TestSet<T> Test) Split<T>(this Validated<T> rows, double trainShare, int seed)
        where T : notnull => Two(rows, DatasetSplitter.ByStratum(Strata.Single(Count(rows, 2)), Shares(trainShare), seed));

    /// <summary>Splits rows at random into a training and a test set in which each stratum has a like share.</summary>
    /// <param name="rows">At least two rows.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0 and less than 1.</param>
    /// <param name="seed">Another seed is another split.</param>
    /// <param name="stratifyBy">Tells a row's stratum: mostly its label.</param>
    /// <inheritdoc cref="Split{T}(Validated{T}, double, int)" />
    public static (TrainSet<T> Train, TestSet<T> Test) Split<T, TKey>(
        this Validated<T> rows,
        double trainShare,
        int seed,
        Func<T, TKey> stratifyBy
    )
        where T : notnull
    {
        Count(rows, 2);
        return Two(rows, DatasetSplitter.ByStratum(Strata.By(rows, stratifyBy), Shares(trainShare), seed));
    }

    /// <summary>Splits rows at random into a training, a validation and a test set. What the first two leave is the test set's.</summary>
    /// <param name="rows">At least three rows.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0.</param>
    /// <param name="validationShare">The share of the rows to choose among models on, greater than 0; the two add up to less than
    /// 1.</param>
    /// <param name="seed">Another seed is another split.</param>
    /// <inheritdoc cref="Split{T}(Validated{T}, double, int)" />
    public static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) Split<T>(
        this Validated<T> rows,
        double trainShare,
        double validationShare,
        int seed
    )
        where T : notnull =>
        Three(rows, DatasetSplitter.ByStratum(Strata.Single(Count(rows, 3)), Shares(trainShare, validationShare), seed));

    /// <summary>Splits rows at random into a training, a validation and a test set in which each stratum has a like share.</summary>
    /// <param name="rows">At least three rows.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0.</param>
    /// <param name="validationShare">The share of the rows to choose among models on, greater than 0; the two add up to less than
    /// 1.</param>
    /// <param name="seed">Another seed is another split.</param>
    /// <param name="stratifyBy">Tells a row's stratum: mostly its label.</param>
    /// <inheritdoc cref="Split{T}(Validated{T}, double, int)" />
    public static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) Split<T, TKey>(
        this Validated<T> rows,
        double trainShare,
        double validationShare,
        int seed,
        Func<T, TKey> stratifyBy
    )
        where T : notnull
    {
        Count(rows, 3);
        return Three(rows, DatasetSplitter.ByStratum(Strata.By(rows, stratifyBy), Shares(trainShare, validationShare), seed));
    }

    /// <summary>
    /// Splits groups of rows into a training and a test set: rows that belong together, such as one person's, never land in both. Groups
    /// go, in random order, to the set that lacks most rows, so that the shares are met as nearly as the groups allow.
    /// </summary>
    /// <param name="rows">Rows of at least two groups.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0 and less than 1.</param>
    /// <param name="seed">Another seed is another split.</param>
    /// <param name="groupBy">Tells a row's group.</param>
    /// <inheritdoc cref="Split{T}(Validated{T}, double, int)" />
    public static (TrainSet<T> Train, TestSet<T> Test) SplitByGroup<T, TKey>(
        this Validated<T> rows,
        double trainShare,
        int seed,
        Func<T, TKey> groupBy
    )
        where T : notnull
    {
        Count(rows, 2);
        return Two(rows, DatasetSplitter.ByGroup(Strata.By(rows, groupBy), Shares(trainShare), seed));
    }

    /// <summary>
    /// Splits groups of rows into a training, a validation and a test set: rows that belong together never land in two of them.
    /// </summary>
    /// <param name="rows">Rows of at least three groups.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0.</param>
    /// <param name="validationShare">The share of the rows to choose among models on, greater than 0; the two add up to less than
    /// 1.</param>
    /// <param name="seed">Another seed is another split.</param>
    /// <param name="groupBy">Tells a row's group.</param>
    /// <inheritdoc cref="Split{T}(Validated{T}, double, int)" />
    public static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) SplitByGroup<T, TKey>(
        this Validated<T> rows,
        double trainShare,
        double validationShare,
        int seed,
        Func<T, TKey> groupBy
    )
        where T : notnull
    {
        Count(rows, 3);
        return Three(rows, DatasetSplitter.ByGroup(Strata.By(rows, groupBy), Shares(trainShare, validationShare), seed));
    }

    /// <summary>
    /// Splits rows by time: the model is fitted to the oldest and tested on the youngest, as it will be used. Rows of one time stay
    /// together, so that the cut is made at the change of time that is nearest to the share.
    /// </summary>
    /// <param name="rows">Rows of at least two times.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0 and less than 1.</param>
    /// <param name="timeOf">Tells a row's time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share leaves a set without rows.</exception>
    /// <exception cref="ArgumentException">There are too few rows, or too few times.</exception>
    public static (TrainSet<T> Train, TestSet<T> Test) SplitByTime<T, TTime>(
        this Validated<T> rows,
        double trainShare,
        Func<T, TTime> timeOf
    )
        where T : notnull
    {
        Count(rows, 2);
        return Two(rows, DatasetSplitter.ByTime(rows, timeOf, Shares(trainShare)));
    }

    /// <summary>
    /// Splits rows by time: the oldest train, the next choose among models, and the youngest test. Rows of one time stay together.
    /// </summary>
    /// <param name="rows">Rows of at least three times.</param>
    /// <param name="trainShare">The share of the rows to train on, greater than 0.</param>
    /// <param name="validationShare">The share of the rows to choose among models on, greater than 0; the two add up to less than
    /// 1.</param>
    /// <param name="timeOf">Tells a row's time.</param>
    /// <inheritdoc cref="SplitByTime{T, TTime}(Validated{T}, double, Func{T, TTime})" />
    public static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) SplitByTime<T, TTime>(
        this Validated<T> rows,
        double trainShare,
        double validationShare,
        Func<T, TTime> timeOf
    )
        where T : notnull
    {
        Count(rows, 3);
        return Three(rows, DatasetSplitter.ByTime(rows, timeOf, Shares(trainShare, validationShare)));
    }

    private static (TrainSet<T> Train, TestSet<T> Test) Two<T>(Validated<T> rows, int[][] sides)
        where T : notnull
    {
        EnsureFilled(sides, ["training", "test"]);
        return (new TrainSet<T>(DatasetSplitter.Pick(rows, sides[0])), new TestSet<T>(DatasetSplitter.Pick(rows, sides[1])));
    }

    private static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) Three<T>(Validated<T> rows, int[][] sides)
        where T : notnull
    {
        EnsureFilled(sides, ["training", "validation", "test"]);
        return (
            new TrainSet<T>(DatasetSplitter.Pick(rows, sides[0])),
            new ValidationSet<T>(DatasetSplitter.Pick(rows, sides[1])),
            new TestSet<T>(DatasetSplitter.Pick(rows, sides[2]))
        );
    }

    private static double[] Shares(double trainShare)
    {
        Share.EnsureInside(trainShare);
        return [trainShare, 1 - trainShare];
    }

    private static double[] Shares(double trainShare, double validationShare)
    {
        Share.EnsureInside(trainShare);
        Share.EnsureInside(validationShare);
        Share.EnsureInside(trainShare + validationShare);
        return [trainShare, validationShare, 1 - trainShare - validationShare];
    }

    private static int Count<T>(Dataset<T> rows, int minimum)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Count >= minimum
            ? rows.Count
            : throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows.Count} row{(rows.Count == 1 ? "" : "s")} can't be split into {minimum} sets: each needs at least one."
                ),
                nameof(rows)
            );
    }

    private static void EnsureFilled(int[][] sides, string[] names)
    {
        var empty = Array.FindIndex(sides, static side => side.Length == 0);
        if (empty >= 0)
        {
            throw new ArgumentException(
                $"No row is left for the {names[empty]} set: the strata have too few rows each. Stratify by something coarser, or "
                    + $"not at all."
            );
        }
    }
}
