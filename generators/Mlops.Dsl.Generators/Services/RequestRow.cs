using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Services;

/// <summary>What a request is made of: a row, or a view of one.</summary>
internal static class RequestRow
{
    // The value of ColumnRole.Label, which the attribute has as a number.
    private const int LabelRole = 2;

    /// <summary>Whether rows of the type can be sent.</summary>
    public static bool Is(ITypeSymbol type) => HasColumns(type, "IRow");

    /// <summary>Whether a type is what a model says.</summary>
    public static bool IsPrediction(ITypeSymbol type) => HasColumns(type, "IPrediction");

    /// <summary>The label that a request would have to tell; null where there is none.</summary>
    public static string? LabelInRequest(ITypeSymbol input) =>
        ViewedRow(input) is var (row, without)
            ? without == LabelRole
                ? null
                : LabelOf(row)?.Name
            : input is INamedTypeSymbol named
                ? LabelOf(named)?.Name
                : null;

    /// <summary>The label of the row that a request is a view of; null where there is none.</summary>
    public static LabelModel? LabelOf(ITypeSymbol input, INamedTypeSymbol service, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ViewedRow(input) is var (row, _) && LabelOf(row) is { } label
            ? new LabelModel(
                TypeText.Code(row),
                TypeText.Code(label.Type),
                TypeAccess.In(service, row) == "public" && TypeAccess.In(service, label.Type) == "public"
            )
            : null;
    }

    /// <summary>The row that a view is of, and the role that it leaves out.</summary>
    private static (INamedTypeSymbol Row, int Without)? ViewedRow(ITypeSymbol view) =>
        view.Find("RowView") is { ConstructorArguments: [{ Value: INamedTypeSymbol row }] } attribute && row is not IErrorTypeSymbol
            ? (
                row,
                attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Without").Value.Value is int role
                    ? role
                    : LabelRole
            )
            : null;

    private static IPropertySymbol? LabelOf(INamedTypeSymbol row)
    {
        for (var declaring = row; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                if (ColumnParser.Has(property, "Label"))
                {
                    return property;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a type has columns, or will have when generators are done.</summary>
    private static bool HasColumns(ITypeSymbol type, string contract) =>
        type is INamedTypeSymbol named
        && (
            RowTypeShape.WillBe(named, contract)
            || named.AllInterfaces.Any(candidate =>
                candidate is { Arity: 1 }
                && candidate.Name == contract
                && candidate.IsInLanguage()
                && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], named)
            )
        );
}
