namespace Mlops.Dsl;

/// <summary>
/// The step from <see cref="Validated{T}"/> to sets with a purpose where others have split the data: one file to train on, another to test
/// on. Nothing is dealt out; it is checked that nothing is on both sides. Rows keep their order.
/// </summary>
public static class DatasetHoldOut
{
    /// <summary>Holds rows out of training to test on, and checks that none is in both sets.</summary>
    /// <param name="train">The rows to train on, at least one.</param>
    /// <param name="test">The rows to test on, at least one.</param>
    /// <param name="shared">What becomes of rows that are on both sides: those of one <see cref="RowKeyAttribute">[RowKey]</see>, or, of a
    /// type without a key, those of which every column is the same.</param>
    /// <exception cref="HoldOutException">Rows are on both sides and may not be.</exception>
    /// <exception cref="ArgumentException">A set has no rows, or is left without.</exception>
    public static (TrainSet<T> Train, TestSet<T> Test) HoldOut<T>(
        this Validated<T> train,
        Validated<T> test,
        SharedRows shared = SharedRows.Refuse
    )
        where T : notnull, IRow<T>
    {
        var identity = RowIdentity.Of<T>();
        return Two<T>([new("training", train), new("test", test)], sides => HoldOutCheck.Apart(sides, identity.Of, shared, identity.What));
    }

    /// <summary>Holds rows out to choose among models on, and others to test on, and checks that none is in two of the sets.</summary>
    /// <param name="train">The rows to train on, at least one.</param>
    /// <param name="validation">The rows to choose among models on, at least one.</param>
    /// <param name="test">The rows to test on, at least one.</param>
    /// <param name="shared">What becomes of rows that are on two sides.</param>
    /// <inheritdoc cref="HoldOut{T}(Validated{T}, Validated{T}, SharedRows)" />
    public static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) HoldOut<T>(
        this Validated<T> train,
        Validated<T> validation,
        Validated<T> test,
        SharedRows shared = SharedRows.Refuse
    )
        where T : notnull, IRow<T>
    {
        var identity = RowIdentity.Of<T>();
        return Three<T>(
            [new("training", train), new("validation", validation), new("test", test)],
            sides => HoldOutCheck.Apart(sides, identity.Of, shared, identity.What)
        );
    }

    /// <summary>
    /// Holds rows out of training to test on, and checks that rows that belong together, such as one person's, are on one side.
    /// </summary>
    /// <param name="train">The rows to train on, at least one.</param>
    /// <param name="test">The rows to test on, at least one.</param>
    /// <param name="groupBy">Tells a row's group; null is a group like any other.</param>
    /// <param name="shared">What becomes of the rows of groups that are on both sides.</param>
    /// <inheritdoc cref="HoldOut{T}(Validated{T}, Validated{T}, SharedRows)" />
    public static (TrainSet<T> Train, TestSet<T> Test) HoldOutByGroup<T, TKey>(
        this Validated<T> train,
        Validated<T> test,
        Func<T, TKey> groupBy,
        SharedRows shared = SharedRows.Refuse
    )
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(groupBy);
        return Two<T>([new("training", train), new("test", test)], sides => HoldOutCheck.Apart(sides, groupBy, shared, "of a group"));
    }

    /// <summary>Holds rows out to choose among models on, and others to test on; rows that belong together are on one side.</summary>
    /// <param name="train">The rows to train on, at least one.</param>
    /// <param name="validation">The rows to choose among models on, at least one.</param>
    /// <param name="test">The rows to test on, at least one.</param>
    /// <param name="groupBy">Tells a row's group; null is a group like any other.</param>
    /// <param name="shared">What becomes of the rows of groups that are on two sides.</param>
    /// <inheritdoc cref="HoldOut{T}(Validated{T}, Validated{T}, SharedRows)" />
    public static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) HoldOutByGroup<T, TKey>(
        this Validated<T> train,
        Validated<T> validation,
        Validated<T> test,
        Func<T, TKey> groupBy,
        SharedRows shared = SharedRows.Refuse
    )
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(groupBy);
        return Three<T>(
            [new("training", train), new("validation", validation), new("test", test)],
            sides => HoldOutCheck.Apart(sides, groupBy, shared, "of a group")
        );
    }

    /// <summary>Holds rows out of training to test on, and checks that all of them are younger than what is trained on.</summary>
    /// <param name="train">The rows to train on, at least one.</param>
    /// <param name="test">The rows to test on, at least one.</param>
    /// <param name="timeOf">Tells a row's time.</param>
    /// <exception cref="HoldOutException">A row to train on is as young as one to test on, or younger.</exception>
    /// <exception cref="ArgumentException">A set has no rows.</exception>
    public static (TrainSet<T> Train, TestSet<T> Test) HoldOutByTime<T, TTime>(
        this Validated<T> train,
        Validated<T> test,
        Func<T, TTime> timeOf
    )
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(timeOf);
        return Two<T>([new("training", train), new("test", test)], sides => HoldOutCheck.InOrder(sides, timeOf));
    }

    /// <summary>Holds rows out to choose among models on, and younger ones to test on; what is trained on is older than both.</summary>
    /// <param name="train">The rows to train on, at least one.</param>
    /// <param name="validation">The rows to choose among models on, at least one.</param>
    /// <param name="test">The rows to test on, at least one.</param>
    /// <param name="timeOf">Tells a row's time.</param>
    /// <inheritdoc cref="HoldOutByTime{T, TTime}(Validated{T}, Validated{T}, Func{T, TTime})" />
    public static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) HoldOutByTime<T, TTime>(
        this Validated<T> train,
        Validated<T> validation,
        Validated<T> test,
        Func<T, TTime> timeOf
    )
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(timeOf);
        return Three<T>(
            [new("training", train), new("validation", validation), new("test", test)],
            sides => HoldOutCheck.InOrder(sides, timeOf)
        );
    }

    private static (TrainSet<T> Train, TestSet<T> Test) Two<T>(HoldOutSide<T>[] sides, Func<HoldOutSide<T>[], T[][]> check)
        where T : notnull
    {
        var kept = check(HoldOutSide<T>.Filled(sides));
        return (new TrainSet<T>(kept[0]), new TestSet<T>(kept[1]));
    }

    private static (TrainSet<T> Train, ValidationSet<T> Validation, TestSet<T> Test) Three<T>(
        HoldOutSide<T>[] sides,
        Func<HoldOutSide<T>[], T[][]> check
    )
        where T : notnull
    {
        var kept = check(HoldOutSide<T>.Filled(sides));
        return (new TrainSet<T>(kept[0]), new ValidationSet<T>(kept[1]), new TestSet<T>(kept[2]));
    }
}
