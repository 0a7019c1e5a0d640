using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>A column that code names.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type whose member a <c>nameof</c> names; null for a text.</param>
/// <param name="Syntax">Where it is named.</param>
internal sealed record ColumnName(string Name, string? Type, SyntaxNode Syntax)
{
    /// <summary>Whether a method takes names of columns, by those of its parameters.</summary>
    public static bool AreTakenBy(IMethodSymbol method) =>
        method.Parameters.Any(static p =>
            p.Name is "outputColumnName" or "labelColumnName" or "featureColumnName" && p.Type.SpecialType == SpecialType.System_String
        );

    /// <summary>The columns that an argument names: one, a list, or a variable that was declared with a list.</summary>
    public static IEnumerable<ColumnName> In(IOperation? argument, CancellationToken cancellationToken = default) =>
        argument switch
        {
            null => [],
            { ConstantValue: { HasValue: true, Value: string name } } => [new(name, TypeIn(argument.Syntax), argument.Syntax)],
            IConversionOperation conversion => In(conversion.Operand, cancellationToken),
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.SelectMany(element =>
                In(element, cancellationToken)
            ),
            ICollectionExpressionOperation list => list.Elements.SelectMany(element =>
                In(element is ISpreadOperation spread ? spread.Operand : element, cancellationToken)
            ),
            IFieldReferenceOperation { Field: var field } => Declared(field, cancellationToken),
            IPropertyReferenceOperation { Property: var property } => Declared(property, cancellationToken),
            ILocalReferenceOperation { Local: var local } => Declared(local, cancellationToken),
            _ => [],
        };

    private static IEnumerable<ColumnName> Declared(ISymbol variable, CancellationToken cancellationToken) =>
        variable
            .DeclaringSyntaxReferences.SelectMany(reference =>
                reference.GetSyntax(cancellationToken).DescendantNodes(static node => !LeavesOut(node))
            )
            .Select(Read)
            .OfType<ColumnName>();

    /// <summary>Whether what code names there is compared with, or taken away: not listed.</summary>
    private static bool LeavesOut(SyntaxNode node) =>
        node switch
        {
            AnonymousFunctionExpressionSyntax => true,
            ArgumentListSyntax
            {
                Parent: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Except" or "ExceptBy" or "Remove" }
                }
            } => true,
            _ => false,
        };

    private static ColumnName? Read(SyntaxNode node) =>
        node switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => new(text, Type: null, node),
            InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                ArgumentList.Arguments: [{ Expression: var named }]
            } => new(Last(named), TypeIn(node), node),
            _ => null,
        };

    private static string? TypeIn(SyntaxNode name) =>
        name
            is InvocationExpressionSyntax
            {
                ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax { Expression: var type } }]
            }
            ? Last(type)
            : null;

    private static string Last(ExpressionSyntax expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => "",
        };
}
