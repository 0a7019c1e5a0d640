using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>Validates the rows that a stage reads itself, where it is the stage that is reported: before it uses them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ValidateReadFix() : CodeFix<MethodDeclarationSyntax>("MLP2001")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        MethodDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (node.Identifier.Span != diagnostic.Location.SourceSpan || ReadRows.Find(node, model, cancellationToken) is not { } rows)
        {
            return [];
        }

        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        foreach (var mended in rows.Mended(root, cancellationToken))
        {
            var changed = document.WithSyntaxRoot(mended);
            if (await EditCheck.CompilesAsync(model, changed, cancellationToken).ConfigureAwait(false))
            {
                return [Edit.Made("Validate the rows that it reads", changed.Project.Solution)];
            }
        }

        return [];
    }
}
