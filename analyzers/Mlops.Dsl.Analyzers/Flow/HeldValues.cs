using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What is known, in a call of a library, of whatever has the type of a type parameter: what <c>Select&lt;TSource, TResult&gt;</c> returns
/// comes from where a TResult comes from, so from the lambda; the lambda's TSource is what the sequence holds.
/// </summary>
internal sealed class HeldValues
{
    private readonly Dictionary<ITypeSymbol, FlowValue> _held = new(SymbolEqualityComparer.Default);

    /// <summary>What is known of a type parameter that something is known of.</summary>
    public FlowValue this[ITypeSymbol parameter] => _held[parameter];

    /// <summary>Whether anything is known of a type parameter.</summary>
    public bool Knows(ITypeSymbol parameter) => _held.ContainsKey(parameter);

    /// <summary>Adds a value of a type, which is, or holds, values of the type parameters that the type mentions.</summary>
    public void Add(ITypeSymbol type, FlowValue value)
    {
        if (KeyedValues.TypeIn(type) is { } named && KeyedValues.AreApart(named, value))
        {
            Add(named.TypeArguments[0], value.Member(KeyedValues.Key));
            Add(named.TypeArguments[1], value.Member(KeyedValues.Value));
            return;
        }

        foreach (var parameter in Signatures.Mentioned(type))
        {
            _held[parameter] = _held.TryGetValue(parameter, out var known) ? known.Join(value) : value;
        }
    }

    /// <summary>A value of a type; where the type mentions no type parameter, it may be any of all values.</summary>
    public FlowValue Of(ITypeSymbol type, FlowValue all)
    {
        if (KeyedValues.TypeIn(type) is { } keyed)
        {
            return Keyed(keyed, all);
        }

        var mentioned = Signatures.Mentioned(type).ToList();
        return mentioned.Count == 0
            ? all
            : mentioned.Aggregate(
                FlowValue.None,
                (value, parameter) => _held.TryGetValue(parameter, out var known) ? value.Join(known) : value
            );
    }

    /// <summary>Keys, and what lies under them; of a number, such as a count, no more is known than of what was counted.</summary>
    public FlowValue Keyed(INamedTypeSymbol keyed, FlowValue all) =>
        KeyedValues.Of(
            Of(keyed.TypeArguments[0], all),
            Signatures.Mentioned(keyed.TypeArguments[1]).Any() ? Of(keyed.TypeArguments[1], all) : FlowValue.Of(all.Own)
        );
}
