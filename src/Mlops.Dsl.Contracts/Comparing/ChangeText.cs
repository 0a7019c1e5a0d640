using System.Globalization;

namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>Lists changes in a sentence.</summary>
internal static class ChangeText
{
    // Nobody reads more of them in one message; the rest is told when these are mended.
    private const int Most = 20;

    /// <summary>The changes as clauses, the last joined by <c>and</c>.</summary>
    public static string Join(IReadOnlyList<ContractChange> changes)
    {
        var clauses = changes.Take(Most).Select(static change => change.Words).ToList();
        if (changes.Count > Most)
        {
            clauses.Add(string.Format(CultureInfo.InvariantCulture, "{0} changes more", changes.Count - Most));
        }

        return clauses.Count == 1 ? clauses[0] : $"{string.Join(", ", clauses.Take(clauses.Count - 1))} and {clauses[clauses.Count - 1]}";
    }
}
