using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Contracts;

/// <summary>
/// Names the version that a pipeline has, where a service or a watch was made for another. Who applies it has seen what changed.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class SetPipelineVersionFix() : CodeFix<AttributeArgumentSyntax>("MLP8005")
{
    private protected override IEnumerable<Replacement> Offers(AttributeArgumentSyntax node, Diagnostic diagnostic)
    {
        if (
            diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var version)
            && version is { Length: > 0 }
            && node.Expression is LiteralExpressionSyntax written
        )
        {
            yield return new(
                $"Set PipelineVersion to {version}",
                written,
                () =>
                    SyntaxFactory
                        .LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(version))
                        .WithTriviaFrom(written)
            );
        }
    }
}
