namespace Mlops.Dsl.Serialization;

/// <content>What pipelines are about: datasets, files and gates.</content>
public static partial class Codecs
{
    /// <summary>The codec of what a gate decided.</summary>
    public static Codec<GateResult> GateResult { get; } = new GateResultCodec();

    /// <summary>The codec of a file that a stage returns: its content becomes an object of the store.</summary>
    public static Codec<FileArtifact> FileArtifact { get; } = new FileArtifactCodec(staysInPlace: false);

    /// <summary>The codec of a file that a source found: its content is hashed where it is.</summary>
    public static Codec<FileArtifact> FileArtifactInPlace { get; } = new FileArtifactCodec(staysInPlace: true);

    /// <summary>The codec of files that a stage returns: their contents become objects of the store.</summary>
    public static Codec<FileSet> FileSet { get; } = new FileSetCodec(FileArtifact);

    /// <summary>The codec of files that a source found: their contents are hashed where they are.</summary>
    public static Codec<FileSet> FileSetInPlace { get; } = new FileSetCodec(FileArtifactInPlace);

    /// <summary>The codec that the generator wrote for a <see cref="RowAttribute">[Row]</see> type.</summary>
    public static Codec<T> Row<T>()
        where T : IRow<T> => T.Codec;

    /// <summary>The codec of rows as they were read.</summary>
    public static Codec<Raw<T>> Raw<T>(Codec<T> row)
        where T : notnull => new DatasetCodec<Raw<T>, T>("raw", row, static rows => new Raw<T>(rows));

    /// <summary>The codec of validated rows and the report of their validation.</summary>
    public static Codec<Validated<T>> Validated<T>(Codec<T> row)
        where T : notnull => new ValidatedCodec<T>(row);

    /// <summary>The codec of a training set.</summary>
    public static Codec<TrainSet<T>> TrainSet<T>(Codec<T> row)
        where T : notnull => new DatasetCodec<TrainSet<T>, T>("train", row, static rows => new TrainSet<T>(rows));

    /// <summary>The codec of a validation set.</summary>
    public static Codec<ValidationSet<T>> ValidationSet<T>(Codec<T> row)
        where T : notnull => new DatasetCodec<ValidationSet<T>, T>("validation", row, static rows => new ValidationSet<T>(rows));

    /// <summary>The codec of a test set.</summary>
    public static Codec<TestSet<T>> TestSet<T>(Codec<T> row)
        where T : notnull => new DatasetCodec<TestSet<T>, T>("test", row, static rows => new TestSet<T>(rows));

    /// <summary>The codec of what a service answered in a window.</summary>
    public static Codec<Served<TInput, TPrediction>> Served<TInput, TPrediction>(Codec<TInput> input, Codec<TPrediction> prediction) =>
        new ServedCodec<TInput, TPrediction>(input, prediction);

    /// <summary>The codec of a fold of a cross-validation.</summary>
    public static Codec<Fold<T>> Fold<T>(Codec<T> row)
        where T : notnull => new FoldCodec<T>(TrainSet(row), ValidationSet(row));
}
