using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>
/// Recognises calls that give a changed copy and leave the original as it was, or a query that never runs unless somebody goes through it:
/// <c>rows.OrderBy(r => r.Day);</c> sorts nothing.
/// </summary>
internal static class ChangedCopies
{
    /// <summary>Whether a call is one: dropped as a statement, it has done nothing.</summary>
    public static bool Is(IOperation? value) =>
        value switch
        {
            IConversionOperation conversion => Is(conversion.Operand),
            IInvocationOperation { TargetMethod: { ContainingType: { } type } method } => IsQuery(value) || IsCopy(method, type),
            _ => false,
        };

    /// <summary>Whether a value is such a query.</summary>
    public static bool IsQuery(IOperation? value) =>
        value switch
        {
            IConversionOperation conversion => IsQuery(conversion.Operand),
            ITranslatedQueryOperation query => IsQuery(query.Operation),
            IInvocationOperation { TargetMethod: { ContainingType: { } type } method } => type.Name
                is "Enumerable"
                    or "ParallelEnumerable"
                    or "AsyncEnumerable"
                    or "Queryable"
                && type.ContainingNamespace.ToDisplayString() == "System.Linq"
                && IsSequence(method.ReturnType),
            _ => false,
        };

    private static bool IsSequence(ITypeSymbol type) =>
        type.Name
            is "IEnumerable"
                or "IOrderedEnumerable"
                or "ParallelQuery"
                or "OrderedParallelQuery"
                or "IQueryable"
                or "IOrderedQueryable"
                or "IAsyncEnumerable"
                or "IOrderedAsyncEnumerable";

    /// <summary>Texts, days and immutable collections never change.</summary>
    private static bool IsCopy(IMethodSymbol method, INamedTypeSymbol type) =>
        !method.IsStatic
        && SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, type.OriginalDefinition)
        && (
            type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime
            || (
                type.Name is "DateOnly" or "DateTimeOffset" or "TimeOnly" or "TimeSpan"
                && type.ContainingNamespace.ToDisplayString() == "System"
            )
            || (
                type.ContainingNamespace.ToDisplayString() == "System.Collections.Immutable"
                && !type.Name.EndsWith("Builder", StringComparison.Ordinal)
            )
        );
}
