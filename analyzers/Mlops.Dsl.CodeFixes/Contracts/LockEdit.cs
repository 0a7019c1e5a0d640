using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Analyzers.Contracts;
using Mlops.Dsl.Contracts;

namespace Mlops.Dsl.CodeFixes.Contracts;

/// <summary>Writes the lock of one pipeline into a solution, with a new version of the pipeline where one is given.</summary>
internal static class LockEdit
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The changed solution; the same where the pipeline is not complete, so that nothing can be promised.</summary>
    /// <param name="document">The document with the pipeline's attribute.</param>
    /// <param name="place">A place in the attribute.</param>
    /// <param name="version">The new version; null to keep the old one.</param>
    /// <param name="cancellationToken">Cancels the edit.</param>
    public static async Task<Solution> ApplyAsync(Document document, TextSpan place, string? version, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var attribute = root!.FindNode(place, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();
        if (
            attribute?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model is null
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || DeclaredContract.Of(type, model.Compilation, WithStages(document.Project), cancellationToken) is not { } contract
        )
        {
            return solution;
        }

        if (version is not null)
        {
            contract = contract with { Version = version };
            solution = solution.WithDocumentSyntaxRoot(document.Id, root.ReplaceNode(attribute, VersionArgument.Set(attribute, version)));
        }

        return Write(solution, document.Project, contract);
    }

    private static bool WithStages(Project project) => project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.WithStages();

    private static Solution Write(Solution solution, Project project, PipelineContract contract)
    {
        var text = SourceText.From(LockWriter.Write(contract), Utf8);
        var existing = project
            .AdditionalDocuments.Where(document =>
                LockFile.IsLock(document.FilePath ?? document.Name)
                && LockFile.PipelineOf(document.FilePath ?? document.Name) == contract.Pipeline
            )
            .OrderBy(static document => document.FilePath, StringComparer.Ordinal)
            .FirstOrDefault();
        if (existing is not null)
        {
            return solution.WithAdditionalDocumentText(existing.Id, text);
        }

        var name = contract.Pipeline + LockWriter.FileSuffix;
        var path = Path.Combine(Path.GetDirectoryName(project.FilePath) ?? "", name);
        return solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id, name), name, text, filePath: path);
    }
}
