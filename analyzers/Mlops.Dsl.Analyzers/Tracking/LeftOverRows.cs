using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>
/// Recognises changed rows in a type of the team's own. Rows that were only picked may be for people, such as those that were refused;
/// who changes rows means somebody to go on with them.
/// </summary>
internal static class LeftOverRows
{
    /// <summary>Whether one of several outputs holds them.</summary>
    public static bool Are(OutputDeclaration output) =>
        HoldsRows(output.Type)
        && output.Stage.Method.DeclaringSyntaxReferences is [var declaration, ..]
        && declaration.GetSyntax() is var method
        && output.Stage.Outputs.ToList().IndexOf(output) is var place
        && method
            .DescendantNodes()
            .OfType<TupleExpressionSyntax>()
            .Any(tuple =>
                tuple.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax
                && tuple.Arguments.Count > place
                && Made(tuple.Arguments[place].Expression, method).DescendantNodesAndSelf().OfType<WithExpressionSyntax>().Any()
            );

    /// <summary>The type of what a list holds; null for what is none.</summary>
    public static ITypeSymbol? Element(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { Name: "List" or "IReadOnlyList" or "IList" or "ImmutableArray", TypeArguments: [var element] } => element,
            _ => null,
        };

    private static bool HoldsRows(ITypeSymbol type) =>
        IsRow(Element(type))
        || (
            type.Locations.Any(static location => location.IsInSource)
            && type.GetMembers().Any(static member => member is IPropertySymbol { IsStatic: false } held && IsRow(Element(held.Type)))
        );

    private static bool IsRow(ITypeSymbol? type) =>
        type?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "RowAttribute") == true;

    private static SyntaxNode Made(ExpressionSyntax value, SyntaxNode method) =>
        value is IdentifierNameSyntax { Identifier.ValueText: var name }
            ? method
                .DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .FirstOrDefault(local => local.Identifier.ValueText == name)
                ?.Initializer
                ?? (SyntaxNode)value
            : value;
}
