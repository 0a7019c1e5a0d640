using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Tracking;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>Makes the place to which a stage copies something out a parameter of the pipeline.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareDestinationFix() : CodeFix<ExpressionSyntax>("MLP3001")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            PathArgument.Find(node, diagnostic, model, cancellationToken) is not { } path
            || model.GetConstantValue(path, cancellationToken) is not { HasValue: true, Value: string { Length: > 0 } constant }
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: ClassDeclarationSyntax pipeline } method
            || !Words.IsInstance(node, method)
            || model.GetDeclaredSymbol(method, cancellationToken) is not { } stage
            || CompilationState.Of(model.Compilation).Types is not { } types
            || !FileWritten.Exports(stage, types)
        )
        {
            return [];
        }

        var name = Words.Pascal(Path.GetFileNameWithoutExtension(constant)) + "Path";
        return SyntaxFacts.IsValidIdentifier(name) && !Words.IsTaken(pipeline, model, name)
            ?
            [
                new(
                    $"Declare parameter '{name}'",
                    pipeline,
                    () =>
                        pipeline.WithProperty(
                            method,
                            method.ReplaceNode(path, SyntaxFactory.IdentifierName(name).WithTriviaFrom(path)),
                            "[Parameter]",
                            $"public string {name} {{ get; init; }} = {path.WithoutTrivia()};"
                        )
                ),
            ]
            : [];
    }
}
