using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>What makes two rows the same.</summary>
/// <param name="Of">What is equal where the rows are the same.</param>
/// <param name="What">How they are the same, in words.</param>
internal sealed record RowIdentity<T>(Func<T, object?> Of, string What);

/// <summary>Finds what makes two rows the same: the key, or else the bytes of all columns.</summary>
internal static class RowIdentity
{
    public static RowIdentity<T> Of<T>()
        where T : notnull, IRow<T> =>
        T.Schema.Columns.FirstOrDefault(static column => column.Role == ColumnRole.Key) is { } key
            ? new(key.Accept(new KeyGetter<T>()), "of one key")
            : new(static row => Hash(row), "the same");

    private static ContentHash Hash<T>(T row)
        where T : notnull, IRow<T>
    {
        using var bytes = new MemoryStream();
        using (var writer = new ArtifactWriter(bytes, NoArtifactFiles.Instance))
        {
            T.Codec.Write(writer, row);
        }

        return ContentHash.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private sealed class KeyGetter<T> : IRowColumnVisitor<T, Func<T, object?>>
    {
        public Func<T, object?> Visit<TValue>(RowColumn<T, TValue> column) => row => column.Get(row);
    }
}
