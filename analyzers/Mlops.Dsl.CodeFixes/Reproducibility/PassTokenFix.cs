using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>Passes on the token at hand where a call is given none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PassTokenFix() : CodeFix<ExpressionSyntax>("MLP4014")
{
    private protected override IEnumerable<Replacement> Offers(ExpressionSyntax node, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(RuleProperties.Replacement, out var token) && token is not null)
        {
            yield return new($"Pass on '{token}'", node, () => SyntaxFactory.IdentifierName(token).WithTriviaFrom(node));
        }
    }
}
