using System.Globalization;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl;

/// <summary>Tells what a profile consists of.</summary>
internal static class ProfileTranscript
{
    public static void Number(ArtifactTranscript transcript, string name, int value)
    {
        transcript.WriteName(name);
        transcript.WriteDigits(value.ToString(CultureInfo.InvariantCulture));
    }

    public static void Write(ArtifactTranscript transcript, ColumnProfile column)
    {
        transcript.BeginObject();
        Text(transcript, "name", column.Name);
        Text(transcript, "type", column.TypeName);
        Text(transcript, "kind", column.Kind.ToString());
        Number(transcript, "rows", column.Rows);
        Number(transcript, "missing", column.Missing);
        Number(transcript, "distinct", column.Distinct);
        transcript.WriteName("distinctIsExact");
        transcript.WriteBoolean(column.DistinctIsExact);
        if (column.Numbers is { } numbers)
        {
            Write(transcript, numbers);
        }

        if (column.Categories is { } categories)
        {
            Write(transcript, categories);
        }

        transcript.EndObject();
    }

    private static void Write(ArtifactTranscript transcript, NumberProfile numbers)
    {
        Real(transcript, "minimum", numbers.Minimum);
        Real(transcript, "maximum", numbers.Maximum);
        Real(transcript, "mean", numbers.Mean);
        Real(transcript, "standardDeviation", numbers.StandardDeviation);
        transcript.WriteName("edges");
        transcript.BeginList(numbers.Edges.Count);
        foreach (var edge in numbers.Edges)
        {
            transcript.WriteNumber(edge);
        }

        transcript.EndList();
        transcript.WriteName("counts");
        transcript.BeginList(numbers.Counts.Count);
        foreach (var count in numbers.Counts)
        {
            transcript.WriteDigits(count.ToString(CultureInfo.InvariantCulture));
        }

        transcript.EndList();
    }

    private static void Write(ArtifactTranscript transcript, CategoryProfile categories)
    {
        transcript.WriteName("values");
        transcript.BeginMap(categories.Values.Count);
        foreach (var value in categories.Values)
        {
            Number(transcript, value.Value, value.Count);
        }

        transcript.EndMap();
        Number(transcript, "other", categories.Other);
    }

    private static void Real(ArtifactTranscript transcript, string name, double value)
    {
        transcript.WriteName(name);
        transcript.WriteNumber(value);
    }

    private static void Text(ArtifactTranscript transcript, string name, string value)
    {
        transcript.WriteName(name);
        transcript.WriteText(value);
    }
}
