using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.CodeFixes.Infrastructure;

namespace Mlops.Dsl.CodeFixes.Tracking;

/// <summary>Writes into the stage's temporary folder, from where a file becomes an artifact by GetFile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WriteThroughContextFix() : CodeFix<ExpressionSyntax>("MLP3001")
{
    private protected override async Task<IEnumerable<Replacement>> OffersAsync(ExpressionSyntax node, Diagnostic diagnostic, Document document, CancellationToken cancellationToken)
    {
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return PathArgument.Find(node, diagnostic, model, cancellationToken) is { } path && StageContextParameter.Find(path, model, cancellationToken) is { } context
            ? [context.Replace("Write into the stage's temporary folder", path, name => InFolder(path, name, model))]
            : [];
    }

    private static ExpressionSyntax InFolder(ExpressionSyntax path, string context, SemanticModel model)
    {
        var pathClass = PathArgument.PathClass(path, model);
        var inside = model.GetConstantValue(path) is { HasValue: true, Value: string constant } && IsInside(constant)
            ? path.WithoutTrivia().ToString()
            : $"{pathClass}.GetFileName({path.WithoutTrivia()})";
        return SyntaxFactory.ParseExpression($"{pathClass}.Combine({context}.TemporaryDirectory, {inside})").WithTriviaFrom(path);
    }

    /// <summary>Whether a path stays inside a folder that it is combined with.</summary>
    private static bool IsInside(string path) => path.Length > 0 && path[0] is not ('/' or '\\' or '~' or '.') && !path.Contains(":") && !path.Contains("..");
}
