using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Adds a cancellation token to a stage that has a time limit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddCancellationTokenFix() : CodeFix<MethodDeclarationSyntax>("MLP1024")
{
    private const string ParameterName = "cancellationToken";

    private protected override IEnumerable<Replacement> Offers(MethodDeclarationSyntax node, Diagnostic diagnostic)
    {
        var list = node.ParameterList;
        if (!list.Parameters.Any(p => p.Identifier.ValueText == ParameterName || p.Modifiers.Any(SyntaxKind.ParamsKeyword)))
        {
            yield return new("Add a CancellationToken parameter", list, () => WithToken(list));
        }
    }

    private static ParameterListSyntax WithToken(ParameterListSyntax list)
    {
        var token = SyntaxFactory
            .Parameter(SyntaxFactory.Identifier(ParameterName))
            .WithType(SyntaxFactory.IdentifierName("CancellationToken").WithTrailingTrivia(SyntaxFactory.Space));
        var required = list.Parameters.TakeWhile(p => p.Default is null).Count();
        var isFirst = list.Parameters.Count == 0;
        return list.WithParameters(
            list.Parameters.Insert(required, isFirst || required == 0 ? token : token.WithLeadingTrivia(SyntaxFactory.Space))
        );
    }
}
