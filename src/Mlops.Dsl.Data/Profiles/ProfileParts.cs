using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>Writes and reads the distributions in a profile; a byte before each says whether it is there.</summary>
internal static class ProfileParts
{
    public static void Write(ArtifactWriter writer, NumberProfile? numbers)
    {
        writer.WriteBoolean(numbers is not null);
        if (numbers is null)
        {
            return;
        }

        writer.WriteDouble(numbers.Minimum);
        writer.WriteDouble(numbers.Maximum);
        writer.WriteDouble(numbers.Mean);
        writer.WriteDouble(numbers.StandardDeviation);
        writer.WriteLength(numbers.Edges.Count);
        foreach (var edge in numbers.Edges)
        {
            writer.WriteDouble(edge);
        }

        foreach (var count in numbers.Counts)
        {
            writer.WriteLength(count);
        }
    }

    public static void Write(ArtifactWriter writer, CategoryProfile? categories)
    {
        writer.WriteBoolean(categories is not null);
        if (categories is null)
        {
            return;
        }

        writer.WriteLength(categories.Values.Count);
        foreach (var value in categories.Values)
        {
            writer.WriteString(value.Value);
            writer.WriteLength(value.Count);
        }

        writer.WriteLength(categories.Other);
    }

    public static ColumnKind ReadKind(ArtifactReader reader)
    {
        var kind = (ColumnKind)reader.ReadByte();
        return kind is ColumnKind.Counts or ColumnKind.Number or ColumnKind.Category
            ? kind
            : throw new ArtifactFormatException($"The profile is damaged: {(int)kind} is no kind of column.");
    }

    public static NumberProfile? ReadNumbers(ArtifactReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var (minimum, maximum, mean, deviation) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        var edges = new double[reader.ReadLength(sizeof(double))];
        reader.ReadSpan(edges.AsSpan());
        var counts = new int[edges.Length + 1];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = reader.ReadLength();
        }

        return new NumberProfile(minimum, maximum, mean, deviation, edges, counts);
    }

    public static CategoryProfile? ReadCategories(ArtifactReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var values = new ValueCount[reader.ReadLength(minimumItemSize: 2)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new ValueCount(reader.ReadString(), reader.ReadLength());
        }

        return new CategoryProfile(values, reader.ReadLength());
    }
}
