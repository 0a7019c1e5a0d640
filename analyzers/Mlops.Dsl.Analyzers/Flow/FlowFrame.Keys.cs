using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Dictionaries: what their keys are, and what lies under them, are two members.</summary>
internal sealed partial class FlowFrame
{
    // As a pair calls them.
    private const string Key = "Key";

    // What lies under keys that are no constants. What lies under a constant is a member that is called like it, in such brackets.
    private const string AnyPlace = "[]";

    /// <summary>The member that is what lies under the keys.</summary>
    public const string Value = "Value";

    // Its headers are as secret as what is put into them, and its address is not.
    private const string RequestType = "HttpRequestMessage";

    /// <summary>Whether a library's type has keys with something under them: a dictionary, a pair, or groups.</summary>
    private static bool IsKeyed(INamedTypeSymbol? type) =>
        type?.OriginalDefinition is { TypeParameters: [{ Name: "TKey" }, { Name: "TValue" or "TElement" }] };

    /// <summary>The type with keys that a type is, or is a sequence of; null if it is none.</summary>
    private static INamedTypeSymbol? KeyedIn(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol named when IsKeyed(named) => named,
            INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { IsGenericType: true } element] } => KeyedIn(element),
            IArrayTypeSymbol array => KeyedIn(array.ElementType),
            _ => null,
        };

    /// <summary>The elements of a group, which its key is none of; any other value as it is.</summary>
    private static FlowValue Ungrouped(ITypeSymbol? from, ITypeSymbol? to, FlowValue value) =>
        from is INamedTypeSymbol { OriginalDefinition: { Name: "IGrouping", TypeParameters.Length: 2 } } grouping
        && to is not null
        && !to.Equals(from, SymbolEqualityComparer.Default)
        && HasKeys(grouping, value)
        && to.SpecialType != SpecialType.System_Object
            ? value.Member(Value)
            : value;

    /// <summary>A key and what is put under it; under which of them is kept where it is a constant.</summary>
    private static FlowValue Keyed(FlowValue key, FlowValue value, IOperation? at = null) =>
        FlowValue.None.WithMember(Key, key).WithMember(Value, value).WithMember(Place(at) ?? AnyPlace, value);

    /// <summary>What lies under a key: of a constant one, what was put under it, or under keys that nobody can tell.</summary>
    private static FlowValue UnderKey(FlowValue table, IOperation? at) =>
        Place(at) is { } place && table.KnowsAny(static name => name[0] == '[')
            ? (table.Knows(place) ? table.Member(place) : FlowValue.None)
                .Join(table.Knows(AnyPlace) ? table.Member(AnyPlace) : FlowValue.None)
                .With(table.Own)
            : table.Member(Value);

    private static string? Place(IOperation? key) =>
        key switch
        {
            { ConstantValue: { HasValue: true, Value: { } constant } } => $"[{Convert.ToString(constant, CultureInfo.InvariantCulture)}]",
            IConversionOperation conversion => Place(conversion.Operand),
            _ => null,
        };

    /// <summary>What a dictionary that a call changes takes: its keys by their type, the rest under them.</summary>
    private static FlowValue Keyed(ImmutableArray<FlowArgument> arguments, FlowValue functions)
    {
        var (key, value) = (FlowValue.None, functions);
        IOperation? at = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter.OriginalDefinition.Type is ITypeParameterSymbol { Name: "TKey" })
            {
                key = key.Join(argument.Value);
                at = argument.Operation;
            }
            else if (!IsCalledBack(argument.Parameter.OriginalDefinition, argument))
            {
                value = value.Join(argument.Value);
            }
        }

        return Keyed(key, value, at);
    }

    /// <summary>What the key tells of the value that is found under it.</summary>
    private Mark AskedFor(IMethodSymbol definition, ImmutableArray<FlowArgument> arguments) =>
        arguments
            .Where((_, i) => definition.Parameters[i].Type is ITypeParameterSymbol { Name: "TKey" })
            .Aggregate(Mark.None, static (all, a) => all | a.Value.All) & _engine.Symbols.Told;

    /// <summary>
    /// What a property of a library's type gives: something that is in the object. One that is whatever the type is of, such as that of a
    /// nullable value or a task, is the object itself.
    /// </summary>
    private static FlowValue ReadLibrary(IPropertySymbol property, FlowValue instance, IOperation? key = null) =>
        HasKeys(property.ContainingType, instance) ? ReadKeyed(property, instance, key)
        : property.ContainingType.Name == RequestType ? instance.Member(property.Name)
        : instance.Knows(property.Name) && property.OriginalDefinition.Type is not ITypeParameterSymbol ? instance.Member(property.Name)
        : instance;

    private static FlowValue ReadKeyed(IPropertySymbol property, FlowValue instance, IOperation? key) =>
        property switch
        {
            { IsIndexer: true } => UnderKey(instance, key),
            { Name: "Values" or Value } => instance.Member(Value),
            { Name: "Keys" or Key } => instance.Member(Key),
            _ => instance,
        };

    /// <summary>Whether a value is one whose keys, and what lies under them, are known apart.</summary>
    private static bool HasKeys(INamedTypeSymbol? type, FlowValue value) => (value.Knows(Key) || value.Knows(Value)) && IsKeyed(type);
}
