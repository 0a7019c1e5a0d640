namespace Mlops.Dsl.Serialization;

/// <summary>A codec whose values have a fixed size, so that many are written and read at once.</summary>
internal interface IBulkCodec<T>
{
    /// <summary>The bytes of one value.</summary>
    int ItemSize { get; }

    /// <summary>Writes values one after the other.</summary>
    void WriteAll(ArtifactWriter writer, ReadOnlySpan<T> values);

    /// <summary>Fills the span.</summary>
    void ReadAll(ArtifactReader reader, Span<T> values);
}
