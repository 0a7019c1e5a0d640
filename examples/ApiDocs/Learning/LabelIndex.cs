namespace ApiDocs.Learning;

/// <summary>Numbers the labels of a training set.</summary>
internal static class LabelIndex
{
    /// <summary>The distinct labels, in ordinal order: a label's number is its place.</summary>
    public static string[] Of(IEnumerable<string> labels) => [.. labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The number of each of <paramref name="values"/> in <paramref name="labels"/>.</summary>
    public static int[] Numbers(string[] labels, IEnumerable<string> values) =>
        [.. values.Select(value => Array.BinarySearch(labels, value, StringComparer.Ordinal))];
}
