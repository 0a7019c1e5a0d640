using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Finds what was learned for each group of a protected column, in what a training gives: under the group as a key, or beside its name.
/// </summary>
internal static class GroupsKept
{
    private const int DeepestType = 4;

    /// <summary>Whether a value keeps something for each group.</summary>
    public static bool In(FlowValue value, ITypeSymbol type) => value.Has(Mark.Protected) && In(value, type, 0);

    private static bool In(FlowValue value, ITypeSymbol type, int depth)
    {
        if (depth > DeepestType || !value.Has(Mark.Protected))
        {
            return false;
        }

        if (type is INamedTypeSymbol { TypeArguments: [_, var under] } && value.Knows("Key"))
        {
            return value.Member("Key").Has(Mark.Protected) ? Holds(under) : In(value.Member("Value"), under, depth + 1);
        }

        return ElementTypes
            .Of(type)
            .Any(element =>
                element.Locations.Any(static location => location.IsInSource)
                && !IsRow(element)
                && PropertiesOf(element)
                    .Any(property =>
                        !property.IsProtected()
                        && value.Knows(property.Name)
                        && IsKept(value.Member(property.Name), property.Type, element, depth)
                    )
            );
    }

    private static bool IsKept(FlowValue member, ITypeSymbol type, INamedTypeSymbol holder, int depth) =>
        IsName(type)
            ? (member.Own & Mark.Protected) != Mark.None && PropertiesOf(holder).Any(static property => Numbers.Are(property.Type))
            : In(member, type, depth + 1);

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IPropertySymbol>()
            .Where(static property => property is { IsStatic: false, IsIndexer: false, Name: not "EqualityContract" });

    /// <summary>Whether what lies under a group is more than the group's size or members.</summary>
    private static bool Holds(ITypeSymbol under) =>
        under.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal
        || (
            under.SpecialType == SpecialType.None
            && under
                is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Double or SpecialType.System_Single }
                    or INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct }
        );

    private static bool IsName(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Char || type.TypeKind == TypeKind.Enum;

    private static bool IsRow(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "RowAttribute");
}
