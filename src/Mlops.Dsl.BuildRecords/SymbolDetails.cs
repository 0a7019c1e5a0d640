namespace Mlops.Dsl.BuildRecords;

/// <summary>
/// What is recorded of a symbol for explanations, as one text: <c>hash</c>, or <c>hash⇥shape⇥name=value⇥…</c> where its code
/// holds literals.
/// </summary>
/// <param name="Hash">Tells that the symbol changed.</param>
/// <param name="Shape">A hash of its code without the values of literals; empty where it has none.</param>
/// <param name="Constants">The constants and default arguments whose values stand in its code.</param>
internal sealed record SymbolDetails(string Hash, string Shape, IReadOnlyList<KeyValuePair<string, string>> Constants)
{
    private const char Separator = '\t';
    private const string TablePrefix = "constants of ";

    /// <summary>
    /// The name under which all constants and default arguments of a module are recorded, as if they were a symbol: the compiler
    /// may fold them away.
    /// </summary>
    public static string TableOf(string module) => TablePrefix + module;

    /// <summary>Whether a name is that of a module's table.</summary>
    public static bool IsTable(string symbol) => symbol.StartsWith(TablePrefix, StringComparison.Ordinal);

    /// <summary>Reads a text.</summary>
    public static SymbolDetails Parse(string text)
    {
        var fields = text.Split(Separator);
        return new(fields[0], fields.Length > 1 ? fields[1] : "", [.. fields.Skip(2).Select(SplitConstant)]);
    }

    /// <inheritdoc />
    public override string ToString() =>
        Shape.Length == 0 && Constants.Count == 0
            ? Hash
            : string.Join(
                Separator,
                [Hash, Shape, .. Constants.Select(static constant => $"{constant.Key}={constant.Value.Replace(Separator, ' ')}")]
            );

    private static KeyValuePair<string, string> SplitConstant(string field)
    {
        // No name of a member holds the character; a value may.
        var split = field.IndexOf('=', StringComparison.Ordinal);
        return split < 0 ? new(field, "") : new(field[..split], field[(split + 1)..]);
    }
}
