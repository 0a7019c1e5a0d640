using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What values are taken apart into: the elements of a tuple, or what a method gives that takes a value apart.</summary>
/// <param name="context">The body.</param>
/// <param name="members">What properties of records give.</param>
internal sealed class Deconstructions(FrameContext context, MemberReads members)
{
    /// <summary>The type of one of the parts that a value is taken apart into; null where nobody can tell.</summary>
    public ITypeSymbol? PartType(ITypeSymbol? type, int part, int count) =>
        type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } ? elements.ElementAtOrDefault(part)?.Type
        : context.Engine.Deconstruction(type, count) is { Parameters: var parameters } && parameters.Length >= count
            ? parameters[parameters.Length - count + part].Type
        : null;

    /// <summary>The parts that a value of a type is taken apart into.</summary>
    public FlowValue[] Parts(ITypeSymbol? type, FlowValue value, int count)
    {
        var parts = Enumerable.Repeat(value, count).ToArray();
        if (type is INamedTypeSymbol { IsTupleType: true })
        {
            return [.. parts.Select((_, i) => value.Element(PartNames.TupleElement(i)))];
        }

        var method = context.Engine.Deconstruction(type, count);
        if (method is { IsImplicitlyDeclared: true } && method.ContainingType.Locations.Any(static l => l.IsInSource))
        {
            return [.. method.Parameters.Select(p => OfRecord(p, value))];
        }

        if (method is { IsExtensionMethod: false } && !method.ContainingType.Locations.Any(static l => l.IsInSource))
        {
            return
            [
                .. method.Parameters.Select(p =>
                    LibraryObjects.PropertyOf(p) is { } property ? LibraryObjects.Read(property, value) : value
                ),
            ];
        }

        return method is null ? parts : OfMethod(method, value, count) ?? parts;
    }

    /// <summary>What the property of a positional record gives that a parameter stands for.</summary>
    private FlowValue OfRecord(IParameterSymbol parameter, FlowValue value) =>
        parameter.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            ? members.Column(property, value, value.Member(parameter.Name))
            : value;

    /// <summary>What the user's method gives; null where it is not followed.</summary>
    private FlowValue[]? OfMethod(IMethodSymbol method, FlowValue value, int count)
    {
        if (context.Engine.Bodies.Find(method) is not { } body)
        {
            return null;
        }

        ImmutableArray<FlowValue> outputs = [.. Enumerable.Repeat(FlowValue.None, count)];
        var result = method.IsExtensionMethod
            ? context.Engine.Run(body, FlowValue.None, outputs.Insert(0, value), new FlowState())
            : context.Engine.Run(body, value, outputs, new FlowState());
        return result is { Arguments: { IsDefault: false } given } && given.Length >= count ? [.. given.Skip(given.Length - count)] : null;
    }
}
