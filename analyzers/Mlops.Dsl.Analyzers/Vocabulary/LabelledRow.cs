using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Recognises rows with a label.</summary>
internal static class LabelledRow
{
    /// <summary>Whether a type is a row with a label.</summary>
    public static bool Is(ITypeSymbol? type) => Label(type) is not null;

    /// <summary>Whether a type is such a row, or holds some.</summary>
    public static bool AreIn(ITypeSymbol? type) =>
        type switch
        {
            null => false,
            IArrayTypeSymbol array => AreIn(array.ElementType),
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
            INamedTypeSymbol named => Is(named) || named.TypeArguments.Any(AreIn),
            _ => false,
        };

    /// <summary>Whether a row's text tells its columns: a record's does, unless it makes its text itself.</summary>
    public static bool Prints(ITypeSymbol? type) =>
        type is { IsRecord: true } && Is(type) && !type.GetMembers("ToString").Any(static method => !method.IsImplicitlyDeclared);

    /// <summary>The name of the label's column; null if there is none.</summary>
    public static string? Label(ITypeSymbol? type)
    {
        // Only the user's own types have columns: most types of a program are others.
        if (type is not INamedTypeSymbol named || !named.Locations.Any(static location => location.IsInSource))
        {
            return null;
        }

        return named
            .SelfAndBases()
            .SelectMany(static declaring => declaring.GetMembers())
            .OfType<IPropertySymbol>()
            .FirstOrDefault(static column => ColumnParser.Has(column, "Label"))
            ?.Name;
    }
}
