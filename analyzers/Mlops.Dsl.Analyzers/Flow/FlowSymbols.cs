using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What all rules together say of a symbol, asked once. Safe for concurrent use.</summary>
internal sealed class FlowSymbols(KnownTypes types, ImmutableArray<FlowRule> rules)
{
    private readonly ConcurrentDictionary<ISymbol, Mark> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Mark> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Mark> _removed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Mark> _interests = new(SymbolEqualityComparer.Default);

    /// <summary>The marks of every value of a type.</summary>
    public Mark OfType(ITypeSymbol? type) =>
        type is null || type.SpecialType != SpecialType.None ? Mark.None : Ask(_types, type, t => rules.Aggregate(Mark.None, (all, rule) => all | rule.MarksOfType(t, types)));

    /// <summary>The marks that a property, field or method gives.</summary>
    public Mark OfMember(ISymbol member) =>
        Ask(_members, member.OriginalDefinition, m => rules.Aggregate(Mark.None, (all, rule) => all | rule.MarksOfMember(m, types)));

    /// <summary>What a value was chosen by, if a measurement with these marks decided.</summary>
    public Mark Chosen(Mark measurement) => measurement == Mark.None ? Mark.None : rules.Aggregate(Mark.None, (all, rule) => all | rule.Chosen(measurement));

    /// <summary>The marks of a condition that a value which it chooses gets.</summary>
    public Mark Told { get; } = rules.Aggregate(Mark.None, static (all, rule) => all | rule.Told);

    /// <summary>The marks that what a method or property gives never has.</summary>
    public Mark RemovedBy(ISymbol member) =>
        Ask(_removed, member.OriginalDefinition, m => rules.Aggregate(Mark.None, (all, rule) => all | rule.Removes(m, types)));

    /// <summary>For which marks a use of a member matters to some rule.</summary>
    public Mark Interest(ISymbol used) => Ask(_interests, used, u => rules.Aggregate(Mark.None, (all, rule) => all | rule.Interest(u)));

    private static Mark Ask<T>(ConcurrentDictionary<ISymbol, Mark> known, T symbol, Func<T, Mark> ask)
        where T : ISymbol => known.TryGetValue(symbol, out var marks) ? marks : known.GetOrAdd(symbol, ask(symbol));
}
