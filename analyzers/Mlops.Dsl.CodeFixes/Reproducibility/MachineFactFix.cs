using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>
/// Takes a fact of the machine from elsewhere: the end of a line is a line feed, the temporary folder is the stage's, and the number of
/// processors is a parameter that a run has to give.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MachineFactFix() : CodeFix<ExpressionSyntax>("MLP4009")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return model.GetSymbolInfo(node, cancellationToken).Symbol switch
        {
            IPropertySymbol { Name: "NewLine" } =>
            [
                new("Use a line feed", node, () => SyntaxFactory.ParseExpression("\"\\n\"").WithTriviaFrom(node)),
            ],
            IPropertySymbol { Name: "ProcessorCount" } fact => Declare(node, model, fact.Name, cancellationToken),
            IMethodSymbol { Name: "GetTempPath" } when StageContextParameter.Find(node, model, cancellationToken) is { } context =>
            [
                context.Replace(
                    "Use the stage's temporary folder",
                    node,
                    name => SyntaxFactory.ParseExpression(name + ".TemporaryDirectory").WithTriviaFrom(node)
                ),
            ],
            _ => [],
        };
    }

    private static IEnumerable<Replacement> Declare(
        ExpressionSyntax node,
        SemanticModel model,
        string name,
        CancellationToken cancellationToken
    ) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax pipeline } member
        && Words.IsInstance(node, member)
        && Words.IsPipeline(pipeline, model, cancellationToken)
        && !Words.IsTaken(pipeline, model, name)
            ?
            [
                new(
                    $"Declare parameter '{name}'",
                    pipeline,
                    () =>
                        pipeline.WithProperty(
                            member,
                            member.ReplaceNode(node, SyntaxFactory.IdentifierName(name).WithTriviaFrom(node)),
                            "[Parameter, global::System.ComponentModel.DataAnnotations.Required]",
                            $"public int {name} {{ get; init; }}"
                        )
                ),
            ]
            : [];
}
