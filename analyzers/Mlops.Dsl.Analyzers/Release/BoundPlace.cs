using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>A bound by where it is found: in something, under a chain of properties of it, which may be empty.</summary>
/// <param name="IsHolder">Whether an expression is what the bound is found in.</param>
/// <param name="Members">The chain, from the holder on.</param>
internal sealed record BoundPlace(Func<IOperation, bool> IsHolder, ImmutableArray<ISymbol> Members)
{
    /// <summary>The place of a bound.</summary>
    public static BoundPlace Of(IOperation bound)
    {
        var (holder, members) = Taken(bound);
        return new(operand => Bounds.IsSame(operand, holder), members);
    }

    /// <summary>Whether an expression is the bound.</summary>
    public bool Is(IOperation operand) => Rest(operand, Members) is { } holder && IsHolder(holder);

    /// <summary>
    /// The bound for code that calls a part of the chain something else: a getter calls the object itself <c>this</c>, a helper what it is
    /// given by the name of its parameter. Null if the bound is not found in that part.
    /// </summary>
    public BoundPlace? In(IOperation part, Func<IOperation, bool> isHolder)
    {
        for (var count = 0; count <= Members.Length; count++)
        {
            if (Rest(part, Members.Take(count).ToImmutableArray()) is { } holder && IsHolder(holder))
            {
                return new(isHolder, Members.RemoveRange(0, count));
            }
        }

        return null;
    }

    /// <summary>The bound as the code of a method calls it: by the name of a parameter, or in <c>this</c>.</summary>
    public IEnumerable<BoundPlace> Given(IInvocationOperation call) =>
        call
            .Arguments.Where(static argument => argument.Parameter is not null)
            .Select(argument => In(argument.Value, operand => IsParameter(operand, argument.Parameter!.OriginalDefinition)))
            .Append(call.Instance is { } instance ? In(instance, static operand => operand is IInstanceReferenceOperation) : null)
            .OfType<BoundPlace>();

    private static bool IsParameter(IOperation operand, IParameterSymbol parameter) =>
        operand is IParameterReferenceOperation reference
        && SymbolEqualityComparer.Default.Equals(reference.Parameter.OriginalDefinition, parameter);

    private static (IOperation Holder, ImmutableArray<ISymbol> Members) Taken(IOperation bound)
    {
        var members = ImmutableArray<ISymbol>.Empty;
        var holder = Ranges.Plain(bound);
        while (holder is IPropertyReferenceOperation { Instance: { } instance, Arguments.Length: 0 } reference)
        {
            members = members.Insert(0, reference.Property);
            holder = Ranges.Plain(instance);
        }

        return (holder, members);
    }

    /// <summary>What is left of an expression without the properties that end it; null if it does not end with them.</summary>
    private static IOperation? Rest(IOperation operand, ImmutableArray<ISymbol> members)
    {
        var rest = Ranges.Plain(operand);
        foreach (var member in members.Reverse())
        {
            if (
                rest is not IPropertyReferenceOperation { Instance: { } instance, Property: var property }
                || !SymbolEqualityComparer.Default.Equals(property, member)
            )
            {
                return null;
            }

            rest = Ranges.Plain(instance);
        }

        return rest;
    }
}
