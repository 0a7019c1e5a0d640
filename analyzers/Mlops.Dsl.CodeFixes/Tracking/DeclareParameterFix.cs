using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>
/// Declares what a member of a pipeline reads from the environment as a parameter, or as a secret if its name says that it is one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareParameterFix() : CodeFix<InvocationExpressionSyntax>("MLP3005")
{
    private static readonly string[] SecretWords = ["KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PWD", "CREDENTIAL", "CONNECTION"];

    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        InvocationExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            model.GetSymbolInfo(node, cancellationToken).Symbol is not IMethodSymbol { Name: "GetEnvironmentVariable" }
            || node.ArgumentList.Arguments.Count != 1
            || model.GetConstantValue(node.ArgumentList.Arguments[0].Expression, cancellationToken)
                is not { HasValue: true, Value: string variable }
            || node.FirstAncestorOrSelf<MemberDeclarationSyntax>()
                is not MethodDeclarationSyntax { Parent: ClassDeclarationSyntax pipeline } member
            || !Words.IsInstance(node, member)
            || !Words.IsPipeline(pipeline, model, cancellationToken)
        )
        {
            return [];
        }

        var name = Words.Pascal(variable);
        if (!SyntaxFacts.IsValidIdentifier(name) || Words.IsTaken(pipeline, model, name))
        {
            return [];
        }

        var isSecret = Array.Exists(SecretWords, word => variable.ToUpperInvariant().Contains(word));
        return
        [
            new(
                $"Declare {(isSecret ? "secret" : "parameter")} '{name}'",
                pipeline,
                () => WithProperty(pipeline, member, node, name, isSecret ? variable : null)
            ),
        ];
    }

    private static ClassDeclarationSyntax WithProperty(
        ClassDeclarationSyntax pipeline,
        MethodDeclarationSyntax member,
        InvocationExpressionSyntax node,
        string name,
        string? secret
    )
    {
        // A constant that stands in for a missing variable is the parameter's default.
        var fallback =
            secret is null
            && node.Parent
                is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: LiteralExpressionSyntax literal } coalesce
            && coalesce.Left == node
                ? literal
                : null;
        ExpressionSyntax replaced = fallback is null ? node : (BinaryExpressionSyntax)node.Parent!;
        return pipeline.WithProperty(
            member,
            member.ReplaceNode(replaced, SyntaxFactory.IdentifierName(name).WithTriviaFrom(replaced)),
            secret is null ? "[Parameter]" : $"[Secret(EnvironmentVariable = \"{secret}\", Optional = true)]",
            fallback is null ? $"public string? {name} {{ get; init; }}" : $"public string {name} {{ get; init; }} = {fallback};"
        );
    }
}
