using System.Globalization;

namespace Mlops.Dsl.Engine;

/// <summary>Says in a few words what changed.</summary>
internal static class ChangeText
{
    private const int MostShown = 3;
    private const int LongestValue = 40;

    /// <summary>Such as <c>code changed (Helper.Normalize), TrainShare 0.8 → 0.9</c>.</summary>
    public static string Describe(IReadOnlyList<KeyChange> changes)
    {
        var symbols = changes.Where(static change => change.Kind == KeyChangeKind.Symbol).Select(static change => change.Name).ToList();
        var parts = new List<string>();
        if (symbols.Count > 0)
        {
            parts.Add($"code changed ({Join(symbols)})");
        }

        parts.AddRange(changes.Where(static change => change.Kind != KeyChangeKind.Symbol).Select(Describe));
        return Join(parts);
    }

    private static string Describe(KeyChange change) =>
        change.Kind switch
        {
            KeyChangeKind.Code => "code changed",
            KeyChangeKind.Package => $"package {change.Name} changed",
            KeyChangeKind.Input when change.Before is not null && change.After is not null => $"input {change.Name} changed",
            KeyChangeKind.Input => change.Before is null ? $"new input {change.Name}" : $"input {change.Name} removed",
            KeyChangeKind.Codec => $"encoding of {change.Name} changed",
            _ => $"{change.Name} {Shorten(change.Before)} → {Shorten(change.After)}",
        };

    private static string Join(List<string> items) =>
        items.Count <= MostShown
            ? string.Join(", ", items)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items.Take(MostShown))} and {items.Count - MostShown} more");

    private static string Shorten(string? value) =>
        value is null ? "(absent)"
        : value.Length <= LongestValue ? value
        : $"{value.AsSpan(0, LongestValue)}…";
}
