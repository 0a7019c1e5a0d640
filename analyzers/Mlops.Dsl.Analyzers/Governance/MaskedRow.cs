using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Recognises rows of whose personal columns nothing is left: what prints or writes them whole tells nobody's data.</summary>
internal static class MaskedRow
{
    /// <summary>
    /// Whether a row, or the rows of a collection, had all their personal columns set to what declared transformations made, or to a
    /// constant.
    /// </summary>
    /// <param name="type">The type of the row or collection.</param>
    /// <param name="value">What is known of it.</param>
    /// <param name="row">The expression that it is.</param>
    public static bool Is(ITypeSymbol? type, FlowValue value, IOperation? row) =>
        type is not null
        && ElementTypes.Of(type).ToList() is { Count: > 0 } rows
        && rows.TrueForAll(element =>
            Personal(element).All(column => (IsMasked(column, value) && !IsCopied(row)) || IsConstant(column, row))
        )
        && rows.Exists(static element => Personal(element).Any());

    private static IEnumerable<IPropertySymbol> Personal(INamedTypeSymbol row) =>
        row.GetMembers().OfType<IPropertySymbol>().Where(static column => column.IsPersonal());

    private static bool IsMasked(IPropertySymbol column, FlowValue value) =>
        value.IsSet(column.Name, Mark.Deidentified) && !value.Member(column.Name).Has(Mark.Pii);

    /// <summary>
    /// Whether an expression is what a copy was made of: what is known of its columns may be what was set in the copy.
    /// </summary>
    private static bool IsCopied(IOperation? row) =>
        row?.Syntax is IdentifierNameSyntax { Identifier.ValueText: var name } original
        && original.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member
            .DescendantNodes()
            .OfType<WithExpressionSyntax>()
            .Any(copy =>
                copy.Expression is IdentifierNameSyntax operand
                && operand.Identifier.ValueText == name
                && !(copy.Parent is AssignmentExpressionSyntax set && IsTo(set, name))
            );

    /// <summary>Whether a column of a copy is a constant: <c>row with { Name = null }</c>.</summary>
    private static bool IsConstant(IPropertySymbol column, IOperation? row) =>
        Copy(row?.Syntax) is { } copy
        && copy.Initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .Any(set =>
                set is { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: LiteralExpressionSyntax }
                && name == column.Name
            );

    /// <summary>The copy that an expression is, or that a local which is set once holds; null if it is none.</summary>
    private static WithExpressionSyntax? Copy(SyntaxNode? expression) =>
        expression switch
        {
            WithExpressionSyntax copy => copy,
            ParenthesizedExpressionSyntax inner => Copy(inner.Expression),
            IdentifierNameSyntax { Identifier.ValueText: var name } local
                when local.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
                    && member
                        .DescendantNodes()
                        .OfType<VariableDeclaratorSyntax>()
                        .Where(declared => declared.Identifier.ValueText == name)
                        .ToList()
                        is [{ Initializer.Value: WithExpressionSyntax copy }]
                    && !member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(set => IsTo(set, name)) => copy,
            _ => null,
        };

    private static bool IsTo(AssignmentExpressionSyntax set, string name) =>
        set.Left is IdentifierNameSyntax target
        && target.Identifier.ValueText == name
        && !set.Parent.IsKind(SyntaxKind.WithInitializerExpression);
}
