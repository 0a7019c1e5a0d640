using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Dictionaries: what their keys are, and what lies under them, are two members.</summary>
internal sealed partial class FlowFrame
{
    // As a pair calls them.
    private const string Key = "Key";
    private const string Value = "Value";

    // Its headers are as secret as what is put into them, and its address is not.
    private const string RequestType = "HttpRequestMessage";

    /// <summary>Whether a library's type has keys with something under them: a dictionary, a pair, or groups.</summary>
    private static bool IsKeyed(INamedTypeSymbol? type) => type?.OriginalDefinition is { TypeParameters: [{ Name: "TKey" }, { Name: "TValue" or "TElement" }] };

    /// <summary>The type with keys that a type is, or is a sequence of; null if it is none.</summary>
    private static INamedTypeSymbol? KeyedIn(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named when IsKeyed(named) => named,
        INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { IsGenericType: true } element] } => KeyedIn(element),
        IArrayTypeSymbol array => KeyedIn(array.ElementType),
        _ => null,
    };

    /// <summary>The elements of a group, which its key is none of; any other value as it is.</summary>
    private static FlowValue Ungrouped(ITypeSymbol? from, ITypeSymbol? to, FlowValue value) =>
        from is INamedTypeSymbol { OriginalDefinition: { Name: "IGrouping", TypeParameters.Length: 2 } } grouping && to is not null && !to.Equals(from, SymbolEqualityComparer.Default) && HasKeys(grouping, value)
            && to.SpecialType != SpecialType.System_Object
            ? value.Member(Value)
            : value;

    private static FlowValue Keyed(FlowValue key, FlowValue value) => FlowValue.None.WithMember(Key, key).WithMember(Value, value);

    /// <summary>What a dictionary that a call changes takes: its keys by their type, the rest under them.</summary>
    private static FlowValue Keyed(ImmutableArray<FlowArgument> arguments, FlowValue functions)
    {
        var (key, value) = (FlowValue.None, functions);
        foreach (var argument in arguments)
        {
            if (argument.Parameter.OriginalDefinition.Type is ITypeParameterSymbol { Name: "TKey" })
            {
                key = key.Join(argument.Value);
            }
            else if (!IsCalledBack(argument.Parameter.OriginalDefinition, argument))
            {
                value = value.Join(argument.Value);
            }
        }

        return Keyed(key, value);
    }

    /// <summary>What the key tells of the value that is found under it.</summary>
    private Mark AskedFor(IMethodSymbol definition, ImmutableArray<FlowArgument> arguments) => arguments
        .Where((_, i) => definition.Parameters[i].Type is ITypeParameterSymbol { Name: "TKey" }).Aggregate(Mark.None, static (all, a) => all | a.Value.All) & _engine.Symbols.Told;

    /// <summary>
    /// What a property of a library's type gives: something that is in the object. One that is whatever the type is of, such as that of a nullable value or a
    /// task, is the object itself.
    /// </summary>
    private static FlowValue ReadLibrary(IPropertySymbol property, FlowValue instance) =>
        HasKeys(property.ContainingType, instance) ? ReadKeyed(property, instance)
        : property.ContainingType.Name == RequestType ? instance.Member(property.Name)
        : instance.Knows(property.Name) && property.OriginalDefinition.Type is not ITypeParameterSymbol ? instance.Member(property.Name)
        : instance;

    private static FlowValue ReadKeyed(IPropertySymbol property, FlowValue instance) => property switch
    {
        { IsIndexer: true } or { Name: "Values" or Value } => instance.Member(Value),
        { Name: "Keys" or Key } => instance.Member(Key),
        _ => instance,
    };

    /// <summary>Whether a value is one whose keys, and what lies under them, are known apart.</summary>
    private static bool HasKeys(INamedTypeSymbol? type, FlowValue value) => (value.Knows(Key) || value.Knows(Value)) && IsKeyed(type);
}
