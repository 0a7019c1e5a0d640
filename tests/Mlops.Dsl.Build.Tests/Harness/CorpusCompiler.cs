using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Tests.Harness;

/// <summary>Compiles programs of the corpus in memory.</summary>
public static class CorpusCompiler
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;
        global using Mlops.Dsl; global using System.Reflection; global using System.Runtime.CompilerServices; global using System.Runtime.InteropServices;
        global using System.Text.Json; global using System.Text.Json.Serialization;
        """;

    private static readonly string[] StageAttributes = ["Stage", "Gate", "Publish", "Source"];
    private static readonly MetadataReference ProductReference = MetadataReference.CreateFromFile(CompiledProgram.Product);

    /// <summary>Compiles a program into the modules that the tool would load.</summary>
    public static ModuleSet Compile(CorpusProgram program, OptimizationLevel optimization) => Build(program, optimization).Load();

    /// <summary>Compiles a program's projects, those that others refer to first.</summary>
    public static CompiledProgram Build(CorpusProgram program, OptimizationLevel optimization)
    {
        var references = new List<(Role Role, MetadataReference Reference)>();
        var images = new List<CompiledProject>();
        foreach (var project in program.Projects)
        {
            var isMain = project == program.Projects[^1];
            var visible = references.Where(reference => !isMain || reference.Role != Role.Hidden).Select(reference => reference.Reference);
            var image = Compile(project, visible, optimization, isMain);
            references.Add((project.Role, MetadataReference.CreateFromImage(image)));
            images.Add(new(project.Name, project.Role, image));
        }

        return new(images);
    }

    /// <summary>Compiles one project that refers to no other.</summary>
    public static byte[] Compile(CorpusProject project, OptimizationLevel optimization) => Compile(project, [], optimization, isMain: true);

    private static byte[] Compile(
        CorpusProject project,
        IEnumerable<MetadataReference> references,
        OptimizationLevel optimization,
        bool isMain
    )
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: project.Symbols);
        List<SyntaxTree> trees = [.. project.Files.Select(file => Parse(file.Value, file.Key, parse)), Parse(Usings, "Usings.cs", parse)];
        if (isMain)
        {
            trees.Add(Parse(Manifest(trees), "Manifest.cs", parse));
        }

        var isProgram = isMain && trees.Any(HasEntryPoint);
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: optimization,
            checkOverflow: project.CheckOverflow,
            allowUnsafe: true,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable
        );
        IEnumerable<MetadataReference> all = [.. FrameworkPack.References, ProductReference, .. references];
        var compilation = FrameworkPack.Generate(CSharpCompilation.Create(project.Name, trees, all, options), parse);
        using var image = new MemoryStream();
        var resources = project.Resources.Select(resource => new ResourceDescription(
            resource.Key,
            () => new MemoryStream(Encoding.UTF8.GetBytes(resource.Value)),
            isPublic: true
        ));
        var result = compilation.Emit(image, manifestResources: resources);
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(result.Success, string.Join("\n", errors));
        return image.ToArray();
    }

    private static bool HasEntryPoint(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot()
            .DescendantNodes()
            .Any(node => node is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.Text: "Main" });

    private static SyntaxTree Parse(string source, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), options, path);

    /// <summary>The attribute that the generator would write.</summary>
    private static string Manifest(IEnumerable<SyntaxTree> trees)
    {
        var pipelines = trees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            .Where(type => AttributeNames(type).Contains("Pipeline"))
            .GroupBy(type => type.Identifier.Text)
            .Select(type =>
                (
                    Type: type.Key,
                    Stages: type.SelectMany(part => part.Members.OfType<MethodDeclarationSyntax>())
                        .Where(method => AttributeNames(method).Intersect(StageAttributes).Any())
                        .Select(method => method.Identifier.Text)
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                )
            );
        return string.Concat(
            pipelines.Select(pipeline =>
            {
                var stages = pipeline.Stages.Select(stage => new { name = stage, method = stage });
                var json = JsonSerializer.Serialize(
                    new
                    {
                        formatVersion = 1,
                        name = pipeline.Type,
                        type = pipeline.Type,
                        stages,
                    }
                );
                return $"[assembly: Mlops.Dsl.Execution.PipelineManifest({Literal(pipeline.Type)}, {Literal(json)})]\n";
            })
        );
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static IEnumerable<string> AttributeNames(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString());
}
