using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Generators.Incrementality;

/// <summary>
/// Finds the code in a file that no symbol depends on: the bodies of methods, constructors, operators and accessors. What stays
/// (signatures, attributes, initializers, constants, default arguments, doc comments, directives) is what symbols are made of.
/// </summary>
/// <param name="text">The file's text.</param>
/// <param name="body">Takes the span of a body; bodies come in order.</param>
/// <param name="line">
/// Takes, in between, the lines of the members with attributes in partial types, and of partial types that stay whole: one may be a part of
/// a pipeline, and generated code says in which line a stage is.
/// </param>
internal sealed class BodySpans(SourceText text, Action<TextSpan> body, Action<int> line)
{
    /// <summary>Visits a file.</summary>
    public void Visit(SyntaxNode root)
    {
        if (root is CompilationUnitSyntax unit)
        {
            Visit(unit.Members, isPartial: false);
        }
    }

    private void Visit(SyntaxList<MemberDeclarationSyntax> members, bool isPartial)
    {
        foreach (var member in members)
        {
            if (isPartial && member.AttributeLists.Count > 0)
            {
                line(LineOf(member));
            }

            Visit(member);
        }
    }

    private void Visit(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                Visit(space.Members, isPartial: false);
                break;
            case TypeDeclarationSyntax { ParameterList: null } type:
                Visit(type.Members, IsPartial(type));
                break;

            // A body that names a parameter of its type's primary constructor makes it a field.
            case TypeDeclarationSyntax type when IsPartial(type):
                line(LineOf(type));
                break;
            case BaseMethodDeclarationSyntax method:
                Visit(method.Body, method.ExpressionBody, method.SemicolonToken);
                break;

            // The text that a codec's property returns is its schema.
            case PropertyDeclarationSyntax
            {
                ExpressionBody: { Expression.RawKind: not (int)SyntaxKind.StringLiteralExpression } expression
            } property:
                VisitAccessor(block: null, expression, property.SemicolonToken);
                break;
            case IndexerDeclarationSyntax { ExpressionBody: { } expression } indexer:
                VisitAccessor(block: null, expression, indexer.SemicolonToken);
                break;
            case BasePropertyDeclarationSyntax { AccessorList: { } list }:
                foreach (var accessor in list.Accessors)
                {
                    VisitAccessor(accessor.Body, accessor.ExpressionBody, accessor.SemicolonToken);
                }

                break;
        }
    }

    /// <summary>An accessor that says <c>field</c> makes its property hold a value.</summary>
    private void VisitAccessor(BlockSyntax? block, ArrowExpressionClauseSyntax? expression, SyntaxToken semicolon)
    {
        var node = (SyntaxNode?)block ?? expression;
        if (node is not null && text.ToString(node.Span).IndexOf("field", StringComparison.Ordinal) < 0)
        {
            Visit(block, expression, semicolon);
        }
    }

    /// <summary>Only a whole body is left out: what a half-typed one swallows, and the directives in it, bear on what follows.</summary>
    private void Visit(BlockSyntax? block, ArrowExpressionClauseSyntax? expression, SyntaxToken semicolon)
    {
        if (block is { ContainsDirectives: false, OpenBraceToken.IsMissing: false, CloseBraceToken.IsMissing: false })
        {
            body(block.Span);
        }
        else if (expression is { ContainsDirectives: false, ContainsDiagnostics: false } && !semicolon.IsMissing)
        {
            body(expression.Span);
        }
    }

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private int LineOf(MemberDeclarationSyntax member) => text.Lines.IndexOf(member.SpanStart);
}
