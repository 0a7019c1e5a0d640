using System.Globalization;

namespace Mlops.Dsl;

/// <summary>
/// Makes folds for <see cref="ForEachAttribute">[ForEach]</see>: each row is in the validation set of exactly one fold, and in the training
/// set of all others. Sizes differ by at most one row, or, by group, as little as the groups allow. Folds depend on the rows, their order,
/// the count and the seed, and on nothing else.
/// </summary>
public static class CrossValidation
{
    /// <summary>Deals rows out at random.</summary>
    /// <param name="rows">At least as many rows as folds.</param>
    /// <param name="count">The number of folds, 2 or more.</param>
    /// <param name="seed">Other seeds make other folds.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds, or fewer rows or groups than folds.</exception>
    public static IReadOnlyList<Fold<T>> Folds<T>(this Dataset<T> rows, int count, int seed)
        where T : notnull
    {
        Ensure(rows, count);
        return Make(rows, count, Deal(Strata.Single(rows.Count), rows.Count, count, seed));
    }

    /// <summary>Deals the rows of each stratum out in turn, so that every fold has the strata in like shares.</summary>
    /// <param name="rows">At least as many rows as folds.</param>
    /// <param name="count">The number of folds, 2 or more.</param>
    /// <param name="seed">Other seeds make other folds.</param>
    /// <param name="stratifyBy">Tells a row's stratum: mostly its label.</param>
    /// <inheritdoc cref="Folds{T}(Dataset{T}, int, int)" />
    public static IReadOnlyList<Fold<T>> Folds<T, TKey>(this Dataset<T> rows, int count, int seed, Func<T, TKey> stratifyBy)
        where T : notnull
    {
        Ensure(rows, count);
        return Make(rows, count, Deal(Strata.By(rows, stratifyBy), rows.Count, count, seed));
    }

    /// <summary>
    /// Deals whole groups out, the largest first, each to the fold with the fewest rows: rows that belong together are in one validation
    /// set.
    /// </summary>
    /// <param name="rows">Rows of at least as many groups as folds.</param>
    /// <param name="count">The number of folds, 2 or more.</param>
    /// <param name="seed">Other seeds make other folds.</param>
    /// <param name="groupBy">Tells a row's group.</param>
    /// <inheritdoc cref="Folds{T}(Dataset{T}, int, int)" />
    public static IReadOnlyList<Fold<T>> FoldsByGroup<T, TKey>(this Dataset<T> rows, int count, int seed, Func<T, TKey> groupBy)
        where T : notnull
    {
        Ensure(rows, count);
        var groups = Strata.By(rows, groupBy).ToArray();
        if (groups.Length < count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count),
                count,
                string.Create(CultureInfo.InvariantCulture, $"The rows form {groups.Length} groups, too few for {count} folds.")
            );
        }

        new SplitRandom(seed).Shuffle<int[]>(groups);
        var folds = new int[rows.Count];
        var sizes = new int[count];
        foreach (var group in groups.OrderByDescending(static group => group.Length))
        {
            var fold = Array.IndexOf(sizes, sizes.Min());
            sizes[fold] += group.Length;
            Array.ForEach(group, index => folds[index] = fold);
        }

        return Make(rows, count, folds);
    }

    private static int[] Deal(List<int[]> strata, int rowCount, int count, int seed)
    {
        var random = new SplitRandom(seed);
        var folds = new int[rowCount];
        var next = 0;
        foreach (var stratum in strata)
        {
            random.Shuffle<int>(stratum);
            foreach (var index in stratum)
            {
                // Going on where the last stratum ended keeps the folds' sizes equal.
                folds[index] = next++ % count;
            }
        }

        return folds;
    }

    private static Fold<T>[] Make<T>(Dataset<T> rows, int count, int[] folds)
        where T : notnull
    {
        var made = new Fold<T>[count];
        for (var fold = 0; fold < count; fold++)
        {
            List<T> train = [],
                validation = [];
            for (var i = 0; i < folds.Length; i++)
            {
                (folds[i] == fold ? validation : train).Add(rows[i]);
            }

            made[fold] = new Fold<T>(new TrainSet<T>([.. train]), new ValidationSet<T>([.. validation]));
        }

        return made;
    }

    private static void Ensure<T>(Dataset<T> rows, int count)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (rows.Count < count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count),
                count,
                string.Create(CultureInfo.InvariantCulture, $"{rows.Count} rows are too few for {count} folds: each needs at least one.")
            );
        }
    }
}
