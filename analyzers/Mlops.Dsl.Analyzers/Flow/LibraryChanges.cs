using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What a call of a library changes: by-reference arguments, the target of a copy, and an object to which something is added.
/// </summary>
/// <param name="context">Stores what has changed.</param>
internal sealed class LibraryChanges(FrameContext context)
{
    /// <summary>Stores what a call changes.</summary>
    /// <param name="site">The call.</param>
    /// <param name="everything">What goes in, and what the functions among the arguments give.</param>
    /// <param name="functions">What those give.</param>
    public void Store(CallSite site, FlowValue everything, FlowValue functions)
    {
        StoreByReference(site, everything);
        var (method, arguments) = (site.Method, site.Arguments);
        if (
            site.Object is null
            && Mutators.AddsToFirst(method)
            && arguments is [{ Operation: { } first, Parameter.Type.IsReferenceType: true }, ..]
        )
        {
            context.Store(
                first,
                KeyedValues.AreOf(first.Type as INamedTypeSymbol) && arguments.Length > 1
                    ? KeyedValues.Of(arguments.RemoveAt(0), functions)
                    : everything,
                isWhole: false
            );
        }

        if (
            site.Object?.Type is { IsReadOnly: false, SpecialType: not SpecialType.System_String }
            && (everything.All != Mark.None || everything.HoldsFunctions)
            && Mutators.Are(method.Name)
        )
        {
            context.Store(
                site.Object,
                KeyedValues.AreOf(method.ContainingType) ? KeyedValues.Of(arguments, functions) : everything,
                isWhole: false
            );
        }
    }

    /// <summary>Stores that a call of which nothing is known gives nothing.</summary>
    public void Clear(ImmutableArray<FlowArgument> arguments)
    {
        foreach (var argument in arguments.Where(static a => a.Parameter.RefKind == RefKind.Out))
        {
            context.Store(argument.Operation, FlowValue.None, isWhole: true);
        }
    }

    private void StoreByReference(CallSite site, FlowValue everything)
    {
        var isCopy = Mutators.Copies(site.Method);
        foreach (var argument in site.Arguments)
        {
            if (
                argument.Parameter.RefKind is RefKind.Out or RefKind.Ref
                || (
                    (isCopy || Mutators.Encodes(site.Method, argument.Parameter))
                    && argument.Operation?.Type is { IsReferenceType: true } or { IsRefLikeType: true }
                )
            )
            {
                context.Store(argument.Operation, Given(site) ?? everything, isWhole: argument.Parameter.RefKind == RefKind.Out);
            }
        }
    }

    /// <summary>What a look into a dictionary gives by reference; null for any other call.</summary>
    private FlowValue? Given(CallSite site) =>
        site.Method.Name == "TryGetValue"
        && site.Object is not null
        && context.Evaluate(site.Object) is var table
        && KeyedValues.AreOf(site.Method.ContainingType)
            ? KeyedValues
                .Under(table, site.Arguments[0].Operation)
                .With(KeyedValues.AskedFor(site.Method.OriginalDefinition, site.Arguments, context.Symbols))
            : null;
}
