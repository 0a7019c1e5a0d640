using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>A value that a body puts into a place.</summary>
/// <param name="Owner">The member whose body does it.</param>
/// <param name="Value">Where the value comes from.</param>
internal readonly record struct Inflow(ISymbol Owner, Origin Value);

/// <summary>
/// What all bodies of a compilation put into locals, parameters, fields, properties and return values, as far as it can be a path. One node a symbol: the
/// order of statements and the identity of objects do not count. Filled concurrently, then asked.
/// </summary>
internal sealed class OriginGraph
{
    private readonly ConcurrentDictionary<ISymbol, ConcurrentQueue<Inflow>> _inflows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ConcurrentQueue<ISymbol>> _functionPlaces = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ConcurrentQueue<Invocation>> _invocations = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<Origin, bool> _returned = new();

    /// <summary>Puts a value into a place.</summary>
    public void Add(ISymbol place, ISymbol owner, Origin value)
    {
        AddHolder(place, value);

        if (value is not Origin.Nothing)
        {
            _inflows.GetOrAdd(place, static _ => new()).Enqueue(new(owner, value));
        }
    }

    /// <summary>A function may be called by where it is kept, and by where that is taken from, such as an element of a list.</summary>
    private void AddHolder(ISymbol place, Origin value)
    {
        switch (value)
        {
            case Origin.Place { Symbol: IMethodSymbol or ILocalSymbol or IFieldSymbol or IParameterSymbol } held:
                _functionPlaces.GetOrAdd(held.Symbol, static _ => new()).Enqueue(place);
                break;
            case Origin.AllOf all:
                foreach (var part in all.Origins)
                {
                    AddHolder(place, part);
                }

                break;
        }
    }

    private List<ISymbol> Holders(ISymbol function)
    {
        var holders = new List<ISymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { function };
        for (var i = -1; i < holders.Count; i++)
        {
            if (_functionPlaces.TryGetValue(i < 0 ? function : holders[i], out var places))
            {
                holders.AddRange(places.Where(seen.Add));
            }
        }

        return holders;
    }

    /// <summary>Makes an artifact of the file at a path.</summary>
    public void AddReturned(Origin path) => _returned.TryAdd(path, value: true);

    /// <summary>Whether the file at a path is made an artifact somewhere, so that it is stored wherever it was written.</summary>
    public bool IsReturned(Origin path) => _returned.ContainsKey(path);

    /// <summary>Calls the function that a place holds.</summary>
    public void AddInvocation(ISymbol place, ISymbol owner, IReadOnlyList<Origin> arguments) => _invocations.GetOrAdd(place, static _ => new()).Enqueue(new(owner, arguments));

    /// <summary>Whether a lambda or local function is held by anything but locals, so that code elsewhere may call it.</summary>
    public bool IsGivenAway(ISymbol function) => Holders(function).Exists(static holder => holder is not ILocalSymbol);

    /// <summary>What is put into a place.</summary>
    public IEnumerable<Inflow> Into(ISymbol place)
    {
        if (_inflows.TryGetValue(place, out var inflows))
        {
            foreach (var inflow in inflows)
            {
                yield return inflow;
            }
        }

        // A lambda's parameter gets what the places that hold the lambda are called with.
        if (place is IParameterSymbol { ContainingSymbol: IMethodSymbol function } parameter)
        {
            foreach (var holder in Holders(function))
            {
                foreach (var invocation in _invocations.TryGetValue(holder, out var invocations) ? invocations : [])
                {
                    if (parameter.Ordinal < invocation.Arguments.Count)
                    {
                        yield return new(invocation.Owner, invocation.Arguments[parameter.Ordinal]);
                    }
                }
            }
        }
    }

    private readonly record struct Invocation(ISymbol Owner, IReadOnlyList<Origin> Arguments);
}
