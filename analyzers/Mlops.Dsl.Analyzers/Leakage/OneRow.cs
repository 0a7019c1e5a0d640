using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Tells what is counted of other things for one row from statistics of rows: <c>Limits.Count(limit =&gt; price &gt;= limit)</c> is the
/// price in another form.
/// </summary>
internal static class OneRow
{
    /// <summary>
    /// Whether a query goes through things that are no rows, and asks of each something about a row, or its label, that is from outside.
    /// </summary>
    public static bool IsCounted(FlowCall call) =>
        call.Arguments is [{ Operation.Type: { } things, Value: var through }, ..]
        && !through.Has(Mark.Label)
        && !RowTypes.MayHold(things)
        && call.Arguments.Any(static argument => argument.Value.Functions.Any(Takes));

    private static bool Takes(FlowFunction function) =>
        function.Body is { } body
        && (
            body.Captured.Any(variable =>
                TypeOf(variable) is { } type && (LabelledRow.Is(type) || (IsScalar(type) && function.Captured[variable].Has(Mark.Label)))
            ) || (!function.Symbol.IsStatic && LabelledRow.Is(function.Symbol.ContainingType))
        );

    private static ITypeSymbol? TypeOf(ISymbol variable) =>
        variable switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };

    private static bool IsScalar(ITypeSymbol type) =>
        type.WithoutNullable() is { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum };
}
