using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Finds, in what a stage returns, the part that is personal: what a query selects for each row, the argument that becomes a column. There
/// it is seen, and there a transformation can be put around it.
/// </summary>
internal static class ReturnedPart
{
    // What hands on the elements that it is given.
    private static readonly HashSet<string> HandingOn = new(StringComparer.Ordinal)
    {
        "ToList",
        "ToArray",
        "ToHashSet",
        "ToImmutableArray",
        "ToImmutableList",
        "AsEnumerable",
        "Order",
        "OrderDescending",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "ThenByDescending",
        "Distinct",
        "Where",
        "Take",
        "Skip",
        "Reverse",
    };

    /// <summary>The part, and whether it is text.</summary>
    public static (SyntaxNode Part, bool IsText) Find(IOperation value, ITypeSymbol type, FlowValue marks) =>
        value.Syntax is ExpressionSyntax expression ? Find(expression, type, marks) : (value.Syntax, false);

    private static (SyntaxNode Part, bool IsText) Find(ExpressionSyntax value, ITypeSymbol type, FlowValue marks) =>
        value switch
        {
            ParenthesizedExpressionSyntax parenthesized => Find(parenthesized.Expression, type, marks),
            CollectionExpressionSyntax { Elements: [SpreadElementSyntax spread] } => Find(spread.Expression, type, marks),
            QueryExpressionSyntax { Body: var query }
                when ElementOf(type) is { } element && Last(query).SelectOrGroup is SelectClauseSyntax selected => Find(
                selected.Expression,
                element,
                marks
            ),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } called } call =>
                OfCall(value, called, name, call.ArgumentList.Arguments, type, marks),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
                when Argument(arguments, type, marks) is (var argument, var column) => Find(
                argument,
                column.Type,
                marks.Member(column.Name)
            ),
            _ => (value, type.SpecialType == SpecialType.System_String),
        };

    private static (SyntaxNode Part, bool IsText) OfCall(
        ExpressionSyntax value,
        MemberAccessExpressionSyntax called,
        string name,
        SeparatedSyntaxList<ArgumentSyntax> arguments,
        ITypeSymbol type,
        FlowValue marks
    ) =>
        HandingOn.Contains(name) && ElementOf(type) is not null ? Find(called.Expression, type, marks)
        : name == "Select" && ElementOf(type) is { } element && Selected(arguments, 0) is { } selected ? Find(selected, element, marks)
        : name == "ToDictionary"
        && type is INamedTypeSymbol { TypeArguments: [var keys, ..] }
        && marks.Member("Key").Has(Mark.Pii)
        && Selected(arguments, 0) is { } key
            ? Find(key, keys, marks.Member("Key"))
        : (value, type.SpecialType == SpecialType.System_String);

    private static QueryBodySyntax Last(QueryBodySyntax query) => query.Continuation is { Body: var next } ? Last(next) : query;

    private static ExpressionSyntax? Selected(SeparatedSyntaxList<ArgumentSyntax> arguments, int index) =>
        arguments.Count > index && arguments[index].Expression is LambdaExpressionSyntax { ExpressionBody: { } body } ? body : null;

    /// <summary>The argument that becomes a column which does not say that it is personal.</summary>
    private static (ExpressionSyntax Argument, IPropertySymbol Column)? Argument(
        SeparatedSyntaxList<ArgumentSyntax> arguments,
        ITypeSymbol type,
        FlowValue marks
    )
    {
        if (
            type is not INamedTypeSymbol { IsRecord: true } record
            || record.InstanceConstructors.FirstOrDefault(c =>
                c.Parameters.Length >= arguments.Count && c.Parameters.Any(p => marks.Knows(p.Name))
            )
                is not { } constructor
        )
        {
            return null;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i].NameColon?.Name.Identifier.ValueText ?? constructor.Parameters[i].Name;
            if (
                record.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } column
                && !column.IsPersonal()
                && marks.Knows(name)
                && marks.Member(name).Has(Mark.Pii)
            )
            {
                return (arguments[i].Expression, column);
            }
        }

        return null;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] } => element,
            _ => null,
        };
}
