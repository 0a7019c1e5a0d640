using Mlops.Dsl.BuildRecords;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Finds what makes the code of two fingerprints differ. A constant's value is part of the code that uses it: where it changed,
/// the constant is what a person changed, and a symbol that differs in nothing else is not named.
/// </summary>
internal static class SymbolComparison
{
    /// <summary>The constants that changed, and then the symbols.</summary>
    public static IEnumerable<KeyChange> Compare(IReadOnlyList<NamedText> before, IReadOnlyList<NamedText> after)
    {
        var old = Parse(before);
        var recent = Parse(after);
        var differing = recent
            .Where(symbol => old.TryGetValue(symbol.Key, out var earlier) && earlier.Hash != symbol.Value.Hash)
            .Select(symbol => (Name: symbol.Key, Before: old[symbol.Key], After: symbol.Value))
            .ToArray();
        var constants = differing.SelectMany(static symbol => CompareConstants(symbol.Before, symbol.After)).Distinct().ToList();
        if (differing.Length > 0 && constants.Count == 0)
        {
            // None is found by its value in the code: the compiler may have computed with it, or left out what it switches off.
            constants.AddRange(
                recent
                    .Where(table => SymbolDetails.IsTable(table.Key) && old.ContainsKey(table.Key))
                    .SelectMany(table => CompareConstants(old[table.Key], table.Value))
            );
        }

        var explained =
            constants.Count == 0
                ? []
                : differing
                    .Where(static symbol => symbol.Before.Shape is not "" && symbol.Before.Shape == symbol.After.Shape)
                    .Select(static symbol => symbol.Name)
                    .ToHashSet(StringComparer.Ordinal);
        var symbols = new List<KeyChange>();
        KeyComparison.CompareTexts(symbols, KeyChangeKind.Symbol, Hashes(old, explained), Hashes(recent, explained));
        return constants.Concat(symbols);
    }

    /// <summary>A constant that only one side has may be another with the same value.</summary>
    private static IEnumerable<KeyChange> CompareConstants(SymbolDetails before, SymbolDetails after)
    {
        var old = before.Constants.ToLookup(static constant => constant.Key, static constant => constant.Value, StringComparer.Ordinal);
        foreach (var (name, value) in after.Constants)
        {
            if (old[name].FirstOrDefault() is { } earlier && earlier != value)
            {
                yield return new KeyChange(KeyChangeKind.Constant, name, earlier, value);
            }
        }
    }

    private static Dictionary<string, SymbolDetails> Parse(IReadOnlyList<NamedText> symbols)
    {
        var parsed = new Dictionary<string, SymbolDetails>(StringComparer.Ordinal);
        foreach (var (name, value) in symbols)
        {
            parsed[name] = SymbolDetails.Parse(value ?? "");
        }

        return parsed;
    }

    private static NamedText[] Hashes(Dictionary<string, SymbolDetails> symbols, HashSet<string> except) =>
        [
            .. symbols
                .Where(symbol => !except.Contains(symbol.Key) && !SymbolDetails.IsTable(symbol.Key))
                .Select(static symbol => new NamedText(symbol.Key, symbol.Value.Hash)),
        ];
}
