using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Lists of names with something beside each, <c>[("train", train), ("test", test)]</c>: what a query makes of the pairs is known by name,
/// as in a dictionary that it fills.
/// </summary>
internal sealed partial class FlowFrame
{
    public override FlowValue VisitArrayInitializer(IArrayInitializerOperation operation, object? argument) =>
        Named(operation.ElementValues, DefaultVisit(operation, argument));

    public override FlowValue VisitCollectionExpression(ICollectionExpressionOperation operation, object? argument) =>
        Together(operation, Named(operation.Elements, DefaultVisit(operation, argument)));

    private FlowValue Together(ICollectionExpressionOperation collection, FlowValue value)
    {
        if ((value.Own & Mark.Train) == Mark.None || (value.Own & (Mark.Validation | Mark.Test)) == Mark.None)
        {
            return value;
        }

        var parts = collection.Elements.OfType<ISpreadOperation>().Select(Evaluate).ToList();
        return parts.Count < 2
            ? value
            : value.With(_engine.Rules.Aggregate(Mark.None, (all, rule) => all | rule.Together(collection, parts, _engine.Report)));
    }

    private FlowValue Named(ImmutableArray<IOperation> elements, FlowValue list)
    {
        if (
            elements.IsEmpty
            || !elements.All(static element => Tuple(element) is { Elements: [var name, _, ..] } && Place(name) is not null)
        )
        {
            return list;
        }

        foreach (var element in elements)
        {
            list = list.WithMember(Place(Tuple(element)!.Elements[0])!, Evaluate(element));
        }

        return list;
    }

    private static ITupleOperation? Tuple(IOperation element) =>
        element switch
        {
            IConversionOperation conversion => Tuple(conversion.Operand),
            ITupleOperation tuple => tuple,
            _ => null,
        };

    /// <summary>What a query makes of each of such pairs.</summary>
    private FlowValue Placed(
        IMethodSymbol method,
        IMethodSymbol definition,
        ImmutableArray<FlowArgument> arguments,
        FlowValue result,
        IOperation site
    )
    {
        if (
            method.Name is not ("Select" or "ToDictionary" or "ToList" or "ToArray")
            || arguments is not [{ Value: var pairs }, ..]
            || definition.TypeParameters.IsEmpty
            || pairs.Knows(Key)
            || pairs.Knows(Value)
            || HasKeys(arguments[0].Parameter.Type as INamedTypeSymbol, pairs)
        )
        {
            return result;
        }

        foreach (var place in pairs.Members.Where(static member => member.Key[0] == '[' && member.Key != AnyPlace))
        {
            result = result.Knows(AnyPlace) ? result.WithMember(AnyPlace, FlowValue.None) : result;
            result = result.WithMember(place.Key, Of(method, definition, arguments, place.Value, site));
        }

        return result;
    }

    private FlowValue Of(
        IMethodSymbol method,
        IMethodSymbol definition,
        ImmutableArray<FlowArgument> arguments,
        FlowValue pair,
        IOperation site
    )
    {
        var selector = arguments.LastOrDefault(static argument => !argument.Value.Functions.IsEmpty);
        if (selector is null)
        {
            // A dictionary of pairs has what is beside each name.
            return method.Name == "ToDictionary" ? pair.Element("Item2") : pair;
        }

        var held = new Dictionary<ITypeSymbol, FlowValue>(SymbolEqualityComparer.Default);
        Hold(definition.Parameters[0].Type, pair, held);
        return Signature(selector.Parameter.OriginalDefinition.Type) is { } signature
            ? Invoke(selector.Value, [.. signature.Parameters.Select(p => Held(p.Type, held, pair))], site, [])
            : FlowValue.None;
    }
}
