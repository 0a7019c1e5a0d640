using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Replaces a misspelt or invalid name by the nearest valid one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseNearestNameFix() : CodeFix<ExpressionSyntax>("MLP1004", "MLP1018", "MLP1034", "MLP1054", "MLP1057")
{
    private protected override IEnumerable<Replacement> Offers(ExpressionSyntax node, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var name) && name is { Length: > 0 })
        {
            yield return new($"Change to '{name}'", node, () => Replaced(diagnostic, node, name).WithTriviaFrom(node));
        }
    }

    private static ExpressionSyntax Replaced(Diagnostic diagnostic, ExpressionSyntax written, string name) =>
        diagnostic.Id switch
        {
            "MLP1034" or "MLP1057" when IsMember(written, name) => SyntaxFactory.ParseExpression($"nameof({name})"),
            "MLP1054" when written is LiteralExpressionSyntax literal => InPlace(literal, diagnostic, name),
            _ => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)),
        };

    /// <summary>A member is named by nameof, so that renaming it renames the reference; a tuple's element has no symbol to name.</summary>
    private static bool IsMember(ExpressionSyntax written, string name) =>
        written
            .FirstAncestorOrSelf<TypeDeclarationSyntax>()
            ?.Members.Any(m =>
                m switch
                {
                    MethodDeclarationSyntax method => method.Identifier.ValueText == name,
                    PropertyDeclarationSyntax property => property.Identifier.ValueText == name,
                    _ => false,
                }
            ) == true;

    /// <summary>Replaces only the placeholder where the diagnostic points at it.</summary>
    private static ExpressionSyntax InPlace(LiteralExpressionSyntax literal, Diagnostic diagnostic, string name)
    {
        var span = diagnostic.Location.SourceSpan;
        var text = literal.Token.Text;
        var start = span.Start - literal.Token.SpanStart;
        return SyntaxFactory.ParseExpression(text.Substring(0, start) + name + text.Substring(start + span.Length));
    }
}
