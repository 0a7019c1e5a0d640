using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Parameters;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>The columns that tell which rows must stay on one side of a split.</summary>
internal static class UnitColumns
{
    /// <summary>The column that tells which rows belong together; null if there is none.</summary>
    public static string? Group(INamedTypeSymbol row) => Find(row, static column => ColumnParser.Has(column, "Group"));

    /// <summary>The column that tells when a row came to be; null if there is none.</summary>
    public static string? Time(INamedTypeSymbol row) => Find(row, static column => ColumnParser.Has(column, "Time") || IsTimestamp(column));

    /// <summary>The call that holds rows apart as their type asks for: by its group, by its time, or one by one.</summary>
    public static string HoldOut(INamedTypeSymbol row, string train, string others) =>
        Group(row) is { } group ? $"{train}.HoldOutByGroup({others}, groupBy: row => row.{group})"
        : Time(row) is { } time ? $"{train}.HoldOutByTime({others}, timeOf: row => row.{time})"
        : $"{train}.HoldOut({others})";

    /// <summary>Data annotations have a <c>[Timestamp]</c> of their own: on a date it can only mean this.</summary>
    private static bool IsTimestamp(IPropertySymbol column) =>
        column.Type.WithoutNullable() is { Name: "DateTime" or "DateTimeOffset" or "DateOnly", ContainingNamespace.Name: "System" }
        && column.GetAttributes().Any(static attribute => DataAnnotations.Name(attribute) == "Timestamp");

    private static string? Find(INamedTypeSymbol row, Func<IPropertySymbol, bool> isSought)
    {
        for (var type = row; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(isSought) is { } column)
            {
                return column.Name;
            }
        }

        return null;
    }
}
