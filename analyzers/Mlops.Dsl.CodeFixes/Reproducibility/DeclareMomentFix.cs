using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.CodeFixes.Reproducibility;

/// <summary>
/// Takes the moment that a pipeline computes for from a parameter that every run has to set. The context's clock is no way out: what it
/// tells must not reach a result either.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareMomentFix() : CodeFix<ExpressionSyntax>("MLP4001")
{
    private const string Name = "AsOf";

    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        ExpressionSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return
            model.GetSymbolInfo(node, cancellationToken).Symbol is IPropertySymbol member
            && Moment(member) is { } moment
            && node.FirstAncestorOrSelf<MemberDeclarationSyntax>()
                is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax pipeline } method
            && Words.IsInstance(node, method)
            && Words.IsPipeline(pipeline, model, cancellationToken)
            && Declared(pipeline, model, moment.Type) is { } isDeclared
            ?
            [
                new(
                    $"{(isDeclared ? "Use" : "Declare")} parameter '{Name}'",
                    pipeline,
                    () => With(pipeline, method, node, moment, isDeclared)
                ),
            ]
            : [];
    }

    private static ClassDeclarationSyntax With(
        ClassDeclarationSyntax pipeline,
        MethodDeclarationSyntax method,
        ExpressionSyntax node,
        (string Type, string Read) moment,
        bool isDeclared
    )
    {
        var changed = method.ReplaceNode(node, SyntaxFactory.ParseExpression(moment.Read).WithTriviaFrom(node));
        return isDeclared
            ? pipeline.ReplaceNode(method, changed)
            : pipeline.WithProperty(method, changed, "[Parameter]", $"public required {moment.Type} {Name} {{ get; init; }}");
    }

    /// <summary>Whether the pipeline has the parameter already; null where something else is called so.</summary>
    private static bool? Declared(ClassDeclarationSyntax pipeline, SemanticModel model, string type) =>
        !Words.IsTaken(pipeline, model, Name) ? false
        : model.GetDeclaredSymbol(pipeline)!.GetMembers(Name) is [IPropertySymbol property] && property.Type.Name == type ? true
        : null;

    private static (string Type, string Read)? Moment(IPropertySymbol member) =>
        (member.ContainingType.Name, member.Name) switch
        {
            ("DateTimeOffset", "UtcNow" or "Now") => ("DateTimeOffset", Name),
            ("DateTime", "UtcNow" or "Now") => ("DateTime", Name),
            ("DateTime", "Today") => ("DateTime", Name + ".Date"),
            _ => null,
        };
}
