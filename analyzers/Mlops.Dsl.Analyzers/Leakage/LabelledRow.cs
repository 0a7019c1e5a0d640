using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Rows;

namespace Mlops.Dsl.Analyzers.Leakage;

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

    /// <summary>Whether a method may make text of whole rows.</summary>
    public static bool MayPrint(IMethodSymbol method) =>
        method.Name == "ToString"
        || (method.ContainingType is { SpecialType: SpecialType.System_String } && method.Name is "Join" or "Concat" or "Format")
        || (
            method.ContainingType is { Name: "JsonSerializer" or "JsonConvert" }
            && method.Name.StartsWith("Serialize", StringComparison.Ordinal)
        );

    /// <summary>Whether a call makes text of whole rows, the label in it.</summary>
    public static bool IsPrinted(FlowCall call) =>
        MayPrint(call.Method)
        && (
            call.Method.ContainingType.Name.StartsWith("Json", StringComparison.Ordinal)
                ? call.Arguments.Any(static argument => argument.Value.Has(Mark.LabelledRow) || IsSerialized(Plain(argument)))
            : call.Method.Name == "ToString"
                ? call.Instance?.Has(Mark.LabelledRow) == true
                    || (call.Operation is IInvocationOperation { Instance.Type: { } row } && Prints(row))
            : call.Arguments.Any(static argument => argument.Value.Has(Mark.LabelledRow) || Prints(Plain(argument)))
        );

    /// <summary>Whether a type, or what it holds, is a row whose label is not left out where it is serialized.</summary>
    private static bool IsSerialized(ITypeSymbol? type) =>
        AreIn(type)
        && !ElementTypes
            .Of(type!)
            .Any(static row =>
                Label(row) is { } label
                && row.GetMembers(label)
                    .Any(static column => column.GetAttributes().Any(static a => a.AttributeClass?.Name == "JsonIgnoreAttribute"))
            );

    private static ITypeSymbol? Plain(FlowArgument argument)
    {
        var value = argument.Operation;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value?.Type;
    }

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
