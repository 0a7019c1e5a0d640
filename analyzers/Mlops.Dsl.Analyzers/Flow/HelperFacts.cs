using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Tells whether a helper, with all that it calls, has to be followed for values with certain marks, or whether its signature tells as
/// much. Bodies are added while the compiler analyzes them, concurrently, and looked at when somebody asks; of one that was never added
/// nothing is known, and it is followed.
/// </summary>
/// <param name="dispatch">What virtual calls may reach.</param>
/// <param name="symbols">What the rules say of symbols.</param>
internal sealed class HelperFacts(FlowDispatch dispatch, FlowSymbols symbols)
{
    // Each takes some 8 KiB until the end of the build.
    private const int MaximumKept = 25_000;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, BodyFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Mark> _interests = new(SymbolEqualityComparer.Default);
    private int _kept;

    /// <summary>Keeps the body of a member. Of ever so many, what one look at each tells is kept.</summary>
    public void Add(ISymbol owner, ImmutableArray<IOperation> blocks)
    {
        if (Interlocked.Increment(ref _kept) > MaximumKept)
        {
            _facts[owner.Canonical()] = Look(blocks);
        }
        else
        {
            _bodies[owner.Canonical()] = blocks;
        }
    }

    /// <summary>
    /// The marks for which what a method does, and all that it calls, matters to some rule; <see cref="Mark.Any"/> also where that cannot
    /// be told.
    /// </summary>
    public Mark Interest(IMethodSymbol method)
    {
        var definition = method.Canonical();
        if (!_interests.TryGetValue(definition, out var interest))
        {
            interest = Collect(definition);
            _interests.Add(definition, interest);
        }

        return interest;
    }

    private Mark Collect(ISymbol start)
    {
        var interest = Mark.None;
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { start };
        var pending = new Stack<ISymbol>(seen);
        while (pending.Count > 0 && interest != Mark.Any)
        {
            var member = pending.Pop();
            var facts = FactsOf(member);
            interest |= facts?.Interest ?? OfUnknown(member);
            foreach (var callee in facts is null ? [] : facts.Calls.SelectMany(Runs).Where(seen.Add))
            {
                pending.Push(callee);
            }
        }

        return interest;
    }

    private BodyFacts? FactsOf(ISymbol member)
    {
        if (!_facts.TryGetValue(member, out var facts) && _bodies.TryGetValue(member, out var blocks))
        {
            _facts[member] = facts = Look(blocks);
        }

        return facts;
    }

    private bool HasBody(ISymbol member) => _bodies.ContainsKey(member) || _facts.ContainsKey(member);

    private BodyFacts Look(ImmutableArray<IOperation> blocks)
    {
        var look = new BodyFactsCollector(symbols);
        var walk = new BodyWalk(blocks, isParameter: null);
        while (look.IsUndecided && walk.MoveNext())
        {
            look.Visit(walk.Current, walk.Kind);
        }

        return look.Facts;
    }

    /// <summary>What runs where a member is used.</summary>
    private IEnumerable<ISymbol> Runs(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().SelectMany(Targets),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor
                .ContainingType.GetMembers()
                .Where(HasBody)
                .Where(static m => m is IFieldSymbol or IPropertySymbol)
                .Append(constructor),
            IMethodSymbol method => Targets(method),
            _ => [],
        };

    private IEnumerable<ISymbol> Targets(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride ? dispatch.Targets(method) : [method]).Select(static target =>
            target.Canonical()
        );

    /// <summary>
    /// What has no code, such as an automatic property or the constructor of a positional record, does nothing that a rule could want to
    /// see.
    /// </summary>
    private static Mark OfUnknown(ISymbol member) =>
        member.IsImplicitlyDeclared
        || member
            is IMethodSymbol { IsAbstract: true }
                or IMethodSymbol { AssociatedSymbol: not null }
                or IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? Mark.None
            : Mark.Any;
}
