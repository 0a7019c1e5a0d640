using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes;

/// <summary>Lets a column be missing, where the code that reads it allows that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeColumnNullableFix() : CodeFix<AttributeSyntax>("MLP1084")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        AttributeSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var type = node.Parent?.Parent switch
        {
            ParameterSyntax parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        if (type is null)
        {
            return [];
        }

        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var nullable = SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);
        var changed = document.WithSyntaxRoot(root.ReplaceNode(type, nullable));
        return await EditCheck.CompilesAsync(model, changed, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made($"Make it {nullable.WithoutTrivia()}", changed.Project.Solution)]
            : [];
    }
}
