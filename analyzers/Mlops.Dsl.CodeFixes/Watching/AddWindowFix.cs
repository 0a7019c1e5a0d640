using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.CodeFixes.Watching;

/// <summary>Gives a pipeline that reads what was served the window that says of which time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddWindowFix() : CodeFix<MethodDeclarationSyntax>("MLP8012")
{
    private const string Name = "Window";
    private const string Declaration = $"public Mlops.Dsl.TimeWindow {Name} {{ get; init; }}";

    private protected override async Task<IEnumerable<Replacement>> OffersAsync(
        MethodDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return node.Parent is not ClassDeclarationSyntax pipeline || Words.IsTaken(pipeline, model!, Name)
            ? []
            : [new("Add a window", pipeline, () => pipeline.WithProperty(node, node, "[Window]", Declaration))];
    }
}
