using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Knows what sums rows up, sorts their numbers, and chooses by what it computes of them.</summary>
internal static class Statistics
{
    private static readonly HashSet<string> Aggregates = new(StringComparer.Ordinal)
    {
        "Average",
        "Sum",
        "Min",
        "Max",
        "Aggregate",
        "Distinct",
        "ToDictionary",
        "ToHashSet",
        "ToLookup",
        "CountBy",
        "AggregateBy",
    };

    private static readonly HashSet<string> Sorts = new(StringComparer.Ordinal)
    {
        "Order",
        "OrderDescending",
        "OrderBy",
        "OrderByDescending",
        "Sort",
    };

    private static readonly HashSet<string> Choosers = new(StringComparer.Ordinal)
    {
        "MinBy",
        "MaxBy",
        "OrderBy",
        "OrderByDescending",
        "Where",
        "First",
        "FirstOrDefault",
        "Last",
        "Single",
    };

    /// <summary>What sums up: the aggregates of LINQ and what fits. What picks, filters or reshapes rows does not.</summary>
    public static bool Are(IMethodSymbol method) => method.IsFitting() || (IsQuery(method) && Aggregates.Contains(method.Name));

    /// <summary>Whether a call makes a statistic: it sums up, sorts numbers, or makes something else than rows of each group.</summary>
    public static bool Makes(FlowCall call) => Are(call.Method) || SortsNumbers(call.Method) || MakesOfGroups(call);

    /// <summary>Whether a method sorts things, which are numbers where it is constructed so.</summary>
    public static bool MaySort(IMethodSymbol method) =>
        Sorts.Contains(method.Name)
        && (IsQuery(method) || method.ContainingType is { Name: "List" or "Array" or "MemoryExtensions" })
        && (method.TypeArguments is [ITypeParameterSymbol, ..] || SortsNumbers(method) || method.ContainingType.IsGenericType);

    /// <summary>Whether a method sorts numbers, so that what lies at a place among them is a quantile.</summary>
    public static bool SortsNumbers(IMethodSymbol method) =>
        Sorts.Contains(method.Name)
        && (IsQuery(method) || method.ContainingType is { Name: "List" or "Array" or "MemoryExtensions" })
        && (
            method.TypeArguments is [var element, ..] ? Numbers.Are(element)
            : method.ContainingType.TypeArguments is [var held] ? Numbers.Are(held)
            : method.Parameters is [{ Type: IArrayTypeSymbol array }, ..] && Numbers.Are(array.ElementType)
        );

    /// <summary>Whether a method takes one of several things by what a function says of them.</summary>
    public static bool Chooses(IMethodSymbol method) => Choosers.Contains(method.Name) && IsQuery(method);

    /// <summary>Whether a method may make something of groups.</summary>
    public static bool MayGroup(IMethodSymbol method) => method.Name is "Select" or "GroupBy" && IsQuery(method);

    /// <summary>
    /// Whether something that is no row, such as a column or a setting, is chosen by what a function computes of rows with marks that it
    /// has from elsewhere.
    /// </summary>
    public static bool IsChosen(FlowCall call, Mark marks) =>
        Chooses(call.Method)
        && call.Arguments is [{ Value: var things }, ..]
        && !things.Has(Mark.Any & ~Mark.Unvalidated)
        && call.Arguments.Any(a =>
            a.Value.Functions.Any(function =>
                function.Body is { } body
                && body.Captured.Any(variable => IsOfMany(variable) && function.Captured[variable].Has(marks))
                && call.Try(function).Has(marks)
            )
        );

    private static bool IsOfMany(ISymbol variable) =>
        ((variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type) is { } type && RowTypes.Hold(type);

    /// <summary>Whether each group of rows becomes a number, or something else that is no row: a rate per group.</summary>
    private static bool MakesOfGroups(FlowCall call) =>
        IsQuery(call.Method)
        && (
            (call.Method.Name == "Select" && call.Arguments is [{ Operation.Type: { } groups }, ..] && HoldsGroups(groups))
            || (call.Method.Name == "GroupBy" && call.Method.Parameters.Any(static p => p.Name == "resultSelector"))
        )
        && !call.Arguments.Any(static a => a.Operation?.Syntax is LambdaExpressionSyntax { ExpressionBody: { } body } && IsKey(body))
        && !RowTypes.MayHold(call.Method.ReturnType);

    private static bool IsKey(ExpressionSyntax made) => made is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Key" };

    private static bool HoldsGroups(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (named.Name == "IGrouping" || named.TypeArguments.Any(HoldsGroups));

    /// <summary>Whether a method is one of LINQ.</summary>
    public static bool IsQuery(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" or "AsyncEnumerable" };
}
