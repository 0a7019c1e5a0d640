using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What all rules together say of symbols, asked once of each definition. Safe for concurrent use.</summary>
/// <param name="assembly">The compilation's assembly.</param>
/// <param name="types">The language's types.</param>
/// <param name="rules">The rules.</param>
internal sealed class FlowSymbols(IAssemblySymbol assembly, KnownTypes types, ImmutableArray<FlowRule> rules)
{
    private readonly ConcurrentDictionary<ISymbol, SymbolFacts> _facts = new(SymbolEqualityComparer.Default);

    /// <summary>The marks of a condition that a value which it chooses gets.</summary>
    public Mark Told { get; } = rules.Aggregate(Mark.None, static (all, rule) => all | rule.Told);

    /// <summary>The marks that the answer to a question does not have.</summary>
    public Mark Untold { get; } = rules.Aggregate(Mark.None, static (all, rule) => all | rule.Untold);

    /// <summary>The marks that a list gets because something is put at a place in it that something with these marks tells.</summary>
    public Mark Placed(Mark index) => index == Mark.None ? Mark.None : rules.Aggregate(Mark.None, (all, rule) => all | rule.Placed(index));

    /// <summary>The marks that a number has for a function of single rows that takes it from outside.</summary>
    public Mark OfAll(Mark marks) => rules.Aggregate(Mark.None, (all, rule) => all | rule.OfAll(marks));

    /// <summary>What is known of a member.</summary>
    public SymbolFacts Of(ISymbol member) => Ask(member.OriginalDefinition);

    /// <summary>What is known of a type. Numbers, texts and arrays are what is in them.</summary>
    public SymbolFacts Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } named ? Ask(named.OriginalDefinition) : SymbolFacts.None;

    /// <summary>For which marks a use of a member matters to some rule.</summary>
    public Mark Interest(ISymbol used, SymbolFacts facts) =>
        facts.MayTakeSets && used is IMethodSymbol method
            ? rules.Aggregate(facts.Interest, (all, rule) => all | rule.InterestInSets(method))
            : facts.Interest;

    /// <summary>
    /// The marks of what was chosen, which whatever a library does with it keeps: rows that are filtered by a chosen number, say.
    /// </summary>
    public Mark Choices { get; } = rules.Aggregate(Mark.None, static (all, rule) => all | rule.Chosen(Mark.Any));

    /// <summary>What a value was chosen by, if a measurement with these marks decided.</summary>
    public Mark Chosen(Mark measurement) =>
        measurement == Mark.None ? Mark.None : rules.Aggregate(Mark.None, (all, rule) => all | rule.Chosen(measurement));

    /// <summary>The marks that the result of an operator has because its operands met.</summary>
    public Mark Combined(Mark left, Mark right)
    {
        var all = Mark.None;
        if (left != Mark.None && right != Mark.None)
        {
            foreach (var rule in rules)
            {
                all |= rule.Combined(left, right);
            }
        }

        return all;
    }

    // Definitions alone: to find a constructed generic symbol costs more than all that is done with what is found.
    private SymbolFacts Ask(ISymbol definition) =>
        _facts.TryGetValue(definition, out var facts) ? facts : _facts.GetOrAdd(definition, Find(definition));

    private SymbolFacts Find(ISymbol definition)
    {
        var (given, removed, interest) = (Mark.None, Mark.None, Mark.None);
        foreach (var rule in rules)
        {
            if (definition is ITypeSymbol type)
            {
                given |= rule.MarksOfType(type, types);
            }
            else
            {
                given |= rule.MarksOfMember(definition, types);
                removed |= rule.Removes(definition, types);
            }

            interest |= rule.Interest(definition);
        }

        return new SymbolFacts(given, removed, interest) { Body = Body(definition) }.Of(definition);
    }

    private ISymbol? Body(ISymbol definition) =>
        definition.IsIn(assembly)
        && definition
            is IPropertySymbol
                or IEventSymbol
                or IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.DelegateInvoke) }
            ? definition.Canonical()
            : null;
}
