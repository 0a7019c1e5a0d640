using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Testing.Markup;

namespace Mlops.Dsl.Testing.Fixes;

/// <summary>A test project as a workspace project, and back.</summary>
internal static class TestWorkspace
{
    public static Project Open(TestProject project)
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace()
            .CurrentSolution.AddProject(id, project.AssemblyName, project.AssemblyName, LanguageNames.CSharp)
            .WithProjectCompilationOptions(id, project.CompilationOptions)
            .WithProjectParseOptions(id, project.ParseOptions)
            .WithProjectMetadataReferences(id, project.References)
            .AddAnalyzerReference(id, new InMemoryAnalyzerReference(project))
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".editorconfig",
                SourceText.From(project.EditorConfig),
                filePath: TestOptions.Root + ".editorconfig"
            )
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".globalconfig",
                SourceText.From(TestOptions.GlobalConfig(project)),
                filePath: TestOptions.Root + ".globalconfig"
            );
        foreach (var file in project.Sources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file.Path, Text(file), filePath: file.Path);
        }

        foreach (var file in project.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), file.Path, Text(file), filePath: file.Path);
        }

        return solution.GetProject(id)!;
    }

    /// <summary>The test project with the workspace's texts: what a fix left.</summary>
    public static async Task<TestProject> ReadBackAsync(TestProject project, Project changed, CancellationToken cancellationToken)
    {
        var result = project with { Sources = [], AdditionalFiles = [] };
        foreach (var document in changed.Documents)
        {
            result = result with { Sources = result.Sources.Add(await ReadAsync(document, cancellationToken)) };
        }

        foreach (var document in changed.AdditionalDocuments)
        {
            result = result with { AdditionalFiles = result.AdditionalFiles.Add(await ReadAsync(document, cancellationToken)) };
        }

        return result;
    }

    public static async Task<CSharpCompilation> CompileAsync(Project project, CancellationToken cancellationToken) =>
        (CSharpCompilation)(await project.GetCompilationAsync(cancellationToken))!;

    private static async Task<TestFile> ReadAsync(TextDocument document, CancellationToken cancellationToken) =>
        new(document.FilePath ?? document.Name, MarkupText.Plain((await document.GetTextAsync(cancellationToken)).ToString()));

    private static SourceText Text(TestFile file) => SourceText.From(file.Content.Text, System.Text.Encoding.UTF8);
}
