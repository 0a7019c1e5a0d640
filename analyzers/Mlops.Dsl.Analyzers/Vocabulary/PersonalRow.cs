using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Recognises rows with personal columns.</summary>
internal static class PersonalRow
{
    /// <summary>Whether an expression is a whole row that prints its columns, personal ones among them: a record.</summary>
    public static bool Is(ITypeSymbol? type) => Is(type, isLeftOut: null);

    // The text of a class is its name; what a serializer writes of it is what it would of a record.
    private static bool Is(ITypeSymbol? type, Func<IPropertySymbol, bool>? isLeftOut) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } row
        && (row.IsRecord || isLeftOut is not null)
        && row.GetMembers()
            .Any(member => member is IPropertySymbol property && property.IsPersonal() && isLeftOut?.Invoke(property) != true);

    /// <summary>Whether the text of a row tells its personal columns, which one that the row makes itself may leave out.</summary>
    public static bool IsTold(ITypeSymbol? type) =>
        Is(type) && OwnText.Tells(type, static member => member is IPropertySymbol property && property.IsPersonal());

    /// <summary>Whether an expression is a personal row, or a collection of such rows.</summary>
    public static bool AreIn(ITypeSymbol? type) => AreIn(type, isLeftOut: null);

    /// <summary>The same of what is written without some of the columns.</summary>
    public static bool AreIn(ITypeSymbol? type, Func<IPropertySymbol, bool>? isLeftOut) =>
        Is(type, isLeftOut) || Is(ElementOf(type), isLeftOut);

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] } named when !(named.Name == "Profile" && named.IsInLanguage()) => element,
            _ => null,
        };
}
