using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Makes an async void stage return a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReturnTaskFix() : CodeFix<MethodDeclarationSyntax>("MLP1013")
{
    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        if (node.ReturnType is PredefinedTypeSyntax type)
        {
            yield return new("Return Task", type, () => SyntaxFactory.IdentifierName("Task").WithTriviaFrom(type));
        }
    }
}
