using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Lists of names with something beside each, <c>[("train", train), ("test", test)]</c>: what a query makes of the pairs is known by name,
/// as in a dictionary that it fills.
/// </summary>
/// <param name="context">Tells what is known of an element.</param>
/// <param name="functions">Calls what a query calls for each pair.</param>
internal sealed class NamedPairs(FrameContext context, FunctionCalls functions)
{
    /// <summary>A list with what lies beside each name, if its elements are such pairs.</summary>
    public FlowValue Named(ImmutableArray<IOperation> elements, FlowValue list)
    {
        if (
            elements.IsEmpty
            || !elements.All(static element => Tuple(element) is { Elements: [var name, _, ..] } && KeyedValues.Place(name) is not null)
        )
        {
            return list;
        }

        foreach (var element in elements)
        {
            list = list.WithMember(KeyedValues.Place(Tuple(element)!.Elements[0])!, context.Evaluate(element));
        }

        return list;
    }

    /// <summary>What a query makes of each of such pairs.</summary>
    public FlowValue Queried(CallSite site, FlowValue result)
    {
        if (
            site.Method.Name is not ("Select" or "ToDictionary" or "ToList" or "ToArray")
            || site.Arguments is not [{ Value: var pairs }, ..]
            || site.Method.OriginalDefinition.TypeParameters.IsEmpty
            || pairs.Knows(KeyedValues.Key)
            || pairs.Knows(KeyedValues.Value)
            || KeyedValues.AreApart(site.Arguments[0].Parameter.Type as INamedTypeSymbol, pairs)
        )
        {
            return result;
        }

        foreach (var place in pairs.Members.Where(static member => member.Key[0] == '[' && member.Key != KeyedValues.AnyPlace))
        {
            result = result.Knows(KeyedValues.AnyPlace) ? result.WithMember(KeyedValues.AnyPlace, FlowValue.None) : result;
            result = result.WithMember(place.Key, Of(place.Value, site));
        }

        return result;
    }

    private FlowValue Of(FlowValue pair, CallSite site)
    {
        var selector = site.Arguments.LastOrDefault(static argument => !argument.Value.Functions.IsEmpty);
        if (selector is null)
        {
            // A dictionary of pairs has what is beside each name.
            return site.Method.Name == "ToDictionary" ? pair.Element(PartNames.TupleElement(1)) : pair;
        }

        var held = new HeldValues();
        held.Add(site.Method.OriginalDefinition.Parameters[0].Type, pair);
        return Signatures.OfFunction(selector.Parameter.OriginalDefinition.Type) is { } signature
            ? functions.Invoke(selector.Value, [.. signature.Parameters.Select(p => held.Of(p.Type, pair))], site.Operation, [])
            : FlowValue.None;
    }

    private static ITupleOperation? Tuple(IOperation element) =>
        element switch
        {
            IConversionOperation conversion => Tuple(conversion.Operand),
            ITupleOperation tuple => tuple,
            _ => null,
        };
}
