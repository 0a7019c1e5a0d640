using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>A value that a body puts into a place.</summary>
/// <param name="Owner">The member whose body does it.</param>
/// <param name="Value">Where the value comes from.</param>
internal readonly record struct Inflow(Member Owner, Origin Value);

/// <summary>
/// What some bodies put into locals, parameters, fields, properties and return values, as far as it can be a path. One node a symbol: the
/// order of statements and the identity of objects do not count.
/// </summary>
internal sealed class OriginGraph
{
    private readonly Dictionary<ISymbol, List<Inflow>> _inflows = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<ISymbol>> _functionPlaces = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<Inflow[]>> _invocations = new(SymbolEqualityComparer.Default);
    private readonly HashSet<Origin> _returned = [];

    /// <summary>Puts together what bodies do.</summary>
    public OriginGraph(IEnumerable<BodyOrigins> bodies)
    {
        foreach (var body in bodies)
        {
            Add(body);
        }
    }

    /// <summary>Adds what a body does.</summary>
    public void Add(BodyOrigins body)
    {
        _returned.UnionWith(body.Returned);
        foreach (var (place, value) in body.Values)
        {
            AddHolder(place, value);
            Add(_inflows, place, new(body.Owner, value));
        }

        foreach (var (function, arguments) in body.Invocations)
        {
            Add(_invocations, function, [.. arguments.Select(argument => new Inflow(body.Owner, argument))]);
        }
    }

    /// <summary>Whether a lambda or local function is held by anything but locals, so that code elsewhere may call it.</summary>
    public bool IsGivenAway(ISymbol function) => Holders(function).Exists(static holder => holder is not ILocalSymbol);

    /// <summary>Whether the file at a path is made an artifact.</summary>
    public bool IsReturned(Origin path) => _returned.Contains(path);

    /// <summary>What is put into a place.</summary>
    public IEnumerable<Inflow> Into(ISymbol place)
    {
        foreach (var inflow in Found(_inflows, place))
        {
            yield return inflow;
        }

        // A lambda's parameter gets what the places that hold the lambda are called with.
        if (place is IParameterSymbol { ContainingSymbol: IMethodSymbol function } parameter)
        {
            foreach (var arguments in Holders(function).SelectMany(holder => Found(_invocations, holder)))
            {
                if (parameter.Ordinal < arguments.Length)
                {
                    yield return arguments[parameter.Ordinal];
                }
            }
        }
    }

    /// <summary>A function may be called by where it is kept, and by where that is taken from, such as an element of a list.</summary>
    private void AddHolder(ISymbol place, Origin value)
    {
        switch (value)
        {
            case Origin.Place { Symbol: IMethodSymbol or ILocalSymbol or IFieldSymbol or IParameterSymbol } held:
                Add(_functionPlaces, held.Symbol, place);
                break;
            case Origin.AllOf all:
                AddHolders(place, all.Origins);
                break;
            case Origin.AnyOf any:
                AddHolders(place, any.Origins);
                break;
        }
    }

    private void AddHolders(ISymbol place, ImmutableArray<Origin> values)
    {
        foreach (var value in values)
        {
            AddHolder(place, value);
        }
    }

    private List<ISymbol> Holders(ISymbol function)
    {
        var holders = new List<ISymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { function };
        for (var i = -1; i < holders.Count; i++)
        {
            holders.AddRange(Found(_functionPlaces, i < 0 ? function : holders[i]).Where(seen.Add));
        }

        return holders;
    }

    private static void Add<T>(Dictionary<ISymbol, List<T>> lists, ISymbol symbol, T item)
    {
        if (!lists.TryGetValue(symbol, out var list))
        {
            lists.Add(symbol, list = []);
        }

        list.Add(item);
    }

    private static List<T> Found<T>(Dictionary<ISymbol, List<T>> lists, ISymbol symbol) =>
        lists.TryGetValue(symbol, out var list) ? list : [];
}
