namespace Mlops.Dsl;

/// <summary>
/// Makes datasets of any provenance out of nothing: for unit tests of stages, and for nothing else. In a pipeline, a
/// <see cref="TrainSet{T}"/> comes from
/// <see cref="DataValidation.Validate{T}(Raw{T}, double)"/> and a split.
/// </summary>
public static class UnitTestDatasets
{
    /// <summary>Rows that pass for validated.</summary>
    public static Validated<T> Validated<T>(params IEnumerable<T> rows)
        where T : notnull
    {
        T[] copy = [.. rows];
        return new Validated<T>(copy, new ValidationReport<T>(copy.Length, 0, [], []));
    }

    /// <summary>Rows that pass for a training set.</summary>
    public static TrainSet<T> TrainSet<T>(params IEnumerable<T> rows)
        where T : notnull => new([.. rows]);

    /// <summary>Rows that pass for a validation set.</summary>
    public static ValidationSet<T> ValidationSet<T>(params IEnumerable<T> rows)
        where T : notnull => new([.. rows]);

    /// <summary>Rows that pass for a test set.</summary>
    public static TestSet<T> TestSet<T>(params IEnumerable<T> rows)
        where T : notnull => new([.. rows]);
}
