namespace Mlops.Dsl;

/// <summary>Compares the values of a column with its profile.</summary>
internal static class ColumnComparison
{
    // Rarer categories share a bin: an expected count of a few rows would make the index a matter of chance.
    private const int MostCategories = 20;
    private const double SmallestCategory = 0.01;

    public static ColumnDrift Compare(ColumnProfile reference, ColumnValues current, DriftThresholds thresholds)
    {
        if (reference.Kind != current.Kind && reference.Kind != ColumnKind.Counts && current.Kind != ColumnKind.Counts)
        {
            throw new ArgumentException(
                $"The column '{reference.Name}' is a {current.Kind.ToString().ToLowerInvariant()} now, "
                    + $"and a {reference.Kind.ToString().ToLowerInvariant()} in the profile."
            );
        }

        var (expected, found, unseen) = reference switch
        {
            { Numbers: { } numbers } when current.Kind == ColumnKind.Number => ByNumber(numbers, current),
            { Categories: { } categories } when current.Kind == ColumnKind.Category => ByCategory(categories, current),
            _ => ([], [], double.NaN),
        };
        var isComparable = expected.Length > 0 && current.Present > 0 && reference.Rows > reference.Missing;
        var psi = isComparable ? PopulationStability.Index(expected, found) : double.NaN;
        var noise = isComparable
            ? PopulationStability.Noise(expected.Length, reference.Rows - reference.Missing, current.Present)
            : double.NaN;
        var missing = current.Rows == 0 ? 0 : (double)current.Missing / current.Rows;
        var severity = Math.Max(0, (missing - reference.MissingShare) / thresholds.MissingIncrease);
        severity = psi > noise ? Math.Max(severity, psi / thresholds.Psi) : severity;
        severity = unseen > 0 ? Math.Max(severity, unseen / thresholds.UnseenShare) : severity;
        return new ColumnDrift(reference.Name, reference.Kind, psi, noise, reference.MissingShare, missing, unseen, severity);
    }

    private static (int[] Expected, int[] Found, double Unseen) ByNumber(NumberProfile reference, ColumnValues current)
    {
        var outside = 0;
        foreach (var value in current.Numbers)
        {
            outside += value >= reference.Minimum && value <= reference.Maximum ? 0 : 1;
        }

        return ([.. reference.Counts], ColumnProfiler.Count(current.Numbers, reference.Edges), Share(outside, current.Present));
    }

    private static (int[] Expected, int[] Found, double Unseen) ByCategory(CategoryProfile reference, ColumnValues current)
    {
        var total = reference.Other + reference.Values.Sum(static value => (long)value.Count);
        var binned = reference.Values.Take(MostCategories).TakeWhile(value => value.Count >= SmallestCategory * total).ToArray();
        var expected = binned.Select(static value => value.Count).ToList();
        var found = binned.Select(value => current.Counts.GetValueOrDefault(value.Value)).ToList();
        var expectedRest = (int)(total - expected.Sum());
        var foundRest = current.Present - found.Sum();
        if (expectedRest > 0 || foundRest > 0 || expected.Count == 0)
        {
            expected.Add(expectedRest);
            found.Add(foundRest);
        }

        var seen = reference.Values.Sum(value => current.Counts.GetValueOrDefault(value.Value));
        return ([.. expected], [.. found], reference.IsComplete ? Share(current.Present - seen, current.Present) : double.NaN);
    }

    private static double Share(int count, int total) => total == 0 ? 0 : (double)count / total;
}
