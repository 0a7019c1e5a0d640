using System.Collections.Immutable;
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
public sealed class AddCancellationTokenFix : CodeFixProvider
{
    private const string ParameterName = "cancellationToken";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["MLP1024"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.FindAsync<MethodDeclarationSyntax>(diagnostic).ConfigureAwait(false) is { } method
                && !method.ParameterList.Parameters.Any(p => p.Identifier.ValueText == ParameterName || p.Modifiers.Any(SyntaxKind.ParamsKeyword)))
            {
                context.RegisterReplacement(diagnostic, "Add a CancellationToken parameter", method.ParameterList, () => WithToken(method.ParameterList));
            }
        }
    }

    private static ParameterListSyntax WithToken(ParameterListSyntax list)
    {
        var token = SyntaxFactory.Parameter(SyntaxFactory.Identifier(ParameterName))
            .WithType(SyntaxFactory.IdentifierName("CancellationToken").WithTrailingTrivia(SyntaxFactory.Space));
        var required = list.Parameters.TakeWhile(p => p.Default is null).Count();
        var isFirst = list.Parameters.Count == 0;
        return list.WithParameters(list.Parameters.Insert(required, isFirst || required == 0 ? token : token.WithLeadingTrivia(SyntaxFactory.Space)));
    }
}
