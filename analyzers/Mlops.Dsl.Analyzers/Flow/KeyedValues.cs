using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Dictionaries, pairs and groups: what their keys are, and what lies under them, are two members.</summary>
internal static class KeyedValues
{
    /// <summary>The member that is the keys, as a pair calls it.</summary>
    public const string Key = "Key";

    /// <summary>
    /// The member that is what lies under keys that are no constants. What lies under a constant is a member that is called like it, in
    /// such brackets.
    /// </summary>
    public const string AnyPlace = "[]";

    /// <summary>The member that is what lies under the keys.</summary>
    public const string Value = "Value";

    /// <summary>Whether a library's type has keys with something under them: a dictionary, a pair, or groups.</summary>
    public static bool AreOf(INamedTypeSymbol? type) =>
        type?.OriginalDefinition is { TypeParameters: [{ Name: "TKey" }, { Name: "TValue" or "TElement" }] };

    /// <summary>The type with keys that a type is, or is a sequence of; null if it is none.</summary>
    public static INamedTypeSymbol? TypeIn(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol named when AreOf(named) => named,
            INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { IsGenericType: true } element] } => TypeIn(element),
            IArrayTypeSymbol array => TypeIn(array.ElementType),
            _ => null,
        };

    /// <summary>The elements of a group, which its key is none of; any other value as it is.</summary>
    public static FlowValue Ungrouped(ITypeSymbol? from, ITypeSymbol? to, FlowValue value) =>
        from is INamedTypeSymbol { OriginalDefinition: { Name: "IGrouping", TypeParameters.Length: 2 } } grouping
        && to is not null
        && !to.Equals(from, SymbolEqualityComparer.Default)
        && AreApart(grouping, value)
        && to.SpecialType != SpecialType.System_Object
            ? value.Member(Value)
            : value;

    /// <summary>A key and what is put under it; under which of them is kept where it is a constant.</summary>
    public static FlowValue Of(FlowValue key, FlowValue value, IOperation? at = null) =>
        FlowValue.None.WithMember(Key, key).WithMember(Value, value).WithMember(Place(at) ?? AnyPlace, value);

    /// <summary>What lies under a key: of a constant one, what was put under it, or under keys that nobody can tell.</summary>
    public static FlowValue Under(FlowValue table, IOperation? at) =>
        Place(at) is { } place && table.KnowsAny(static name => name[0] == '[')
            ? (table.Knows(place) ? table.Member(place) : FlowValue.None)
                .Join(table.Knows(AnyPlace) ? table.Member(AnyPlace) : FlowValue.None)
                .With(table.Own)
            : table.Member(Value);

    /// <summary>The member that is what lies under a constant key; null if the key is none.</summary>
    public static string? Place(IOperation? key) =>
        key switch
        {
            { ConstantValue: { HasValue: true, Value: { } constant } } => $"[{Convert.ToString(constant, CultureInfo.InvariantCulture)}]",
            IConversionOperation conversion => Place(conversion.Operand),
            _ => null,
        };

    /// <summary>What a dictionary that a call changes takes: its keys by their type, the rest under them.</summary>
    public static FlowValue Of(ImmutableArray<FlowArgument> arguments, FlowValue functions)
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
            else if (!Signatures.IsCalledBack(argument.Parameter.OriginalDefinition, argument))
            {
                value = value.Join(argument.Value);
            }
        }

        return Of(key, value, at);
    }

    /// <summary>What the key tells of the value that is found under it.</summary>
    public static Mark AskedFor(IMethodSymbol definition, ImmutableArray<FlowArgument> arguments, FlowSymbols symbols) =>
        arguments
            .Where((_, i) => definition.Parameters[i].Type is ITypeParameterSymbol { Name: "TKey" })
            .Aggregate(Mark.None, static (all, a) => all | a.Value.All) & symbols.Told;

    /// <summary>What a property of such a value gives.</summary>
    public static FlowValue Read(IPropertySymbol property, FlowValue instance, IOperation? key) =>
        property switch
        {
            { IsIndexer: true } => Under(instance, key),
            { Name: "Values" or Value } => instance.Member(Value),
            { Name: "Keys" or Key } => instance.Member(Key),
            _ => instance,
        };

    /// <summary>Whether a value is one whose keys, and what lies under them, are known apart.</summary>
    public static bool AreApart(INamedTypeSymbol? type, FlowValue value) => (value.Knows(Key) || value.Knows(Value)) && AreOf(type);
}
