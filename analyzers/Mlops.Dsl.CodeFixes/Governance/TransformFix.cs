using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Governance;

/// <summary>Passes text through a declared transformation: hashed where the class has a secret to hash with, or masked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class TransformFix() : CodeFix<ExpressionSyntax>("MLP5002", "MLP5003", "MLP5004", "MLP5005", "MLP5006")
{
    private protected override IEnumerable<Replacement> Offers(ExpressionSyntax node, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var kind) || kind != "text")
        {
            yield break;
        }

        if (diagnostic.Id is not ("MLP5005" or "MLP5006"))
        {
            foreach (var secret in Secrets(node))
            {
                yield return Offer("Hash", node, $", {secret}");
            }
        }

        yield return Offer("Mask", node, "");
    }

    private static Replacement Offer(string transformation, ExpressionSyntax node, string more) =>
        new(
            $"Pass through PersonalData.{transformation}",
            node,
            () => SyntaxFactory.ParseExpression($"PersonalData.{transformation}({node.WithoutTrivia()}{more})").WithTriviaFrom(node)
        );

    /// <summary>The secrets of the pipeline class that the code is in.</summary>
    private static IEnumerable<string> Secrets(SyntaxNode node) =>
        (node.FirstAncestorOrSelf<ClassDeclarationSyntax>()?.Members ?? default)
            .OfType<PropertyDeclarationSyntax>()
            .Where(static property => property.Attributes("Secret").Any())
            .Select(static property => property.Identifier.ValueText);
}
