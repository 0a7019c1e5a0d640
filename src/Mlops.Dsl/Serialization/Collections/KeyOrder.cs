namespace Mlops.Dsl.Serialization;

/// <summary>
/// Orders keys by their encoded bytes, so that a dictionary's or set's artifact does not depend on how it was filled or hashed.
/// </summary>
internal static class KeyOrder
{
    /// <summary>Encodes keys, and tells the order of their bytes.</summary>
    /// <returns>The keys' bytes in ascending order, with the keys' positions.</returns>
    /// <exception cref="ArtifactFormatException">Two keys have the same bytes.</exception>
    public static List<(ReadOnlyMemory<byte> Bytes, int Position)> Sort<TKey>(
        Codec<TKey> codec,
        IReadOnlyList<TKey> keys,
        IArtifactFiles files
    )
    {
        using var buffer = new MemoryStream();
        var ends = new int[keys.Count];
        using (var writer = new ArtifactWriter(buffer, files))
        {
            for (var i = 0; i < ends.Length; i++)
            {
                ItemSequence.WriteItem(writer, codec, keys[i]);
                writer.Flush();
                ends[i] = checked((int)buffer.Length);
            }
        }

        var bytes = new ReadOnlyMemory<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
        var order = new List<(ReadOnlyMemory<byte> Bytes, int Position)>(ends.Length);
        for (var i = 0; i < ends.Length; i++)
        {
            var start = i == 0 ? 0 : ends[i - 1];
            order.Add((bytes[start..ends[i]], i));
        }

        order.Sort(static (left, right) => left.Bytes.Span.SequenceCompareTo(right.Bytes.Span));
        for (var i = 1; i < order.Count; i++)
        {
            if (order[i].Bytes.Span.SequenceEqual(order[i - 1].Bytes.Span))
            {
                throw new ArtifactFormatException(
                    $"Two different keys of type '{typeof(TKey)}' have the same content, so that they can't be told apart when they are "
                        + $"read back. Make the type a record, or override Equals."
                );
            }
        }

        return order;
    }
}
