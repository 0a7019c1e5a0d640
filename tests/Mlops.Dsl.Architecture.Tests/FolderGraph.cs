using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlops.Dsl.Architecture.Tests;

/// <summary>Which folders of a project name types of which others. Folders are those below the project's; its own is <c>.</c>.</summary>
internal sealed class FolderGraph
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    // Other projects' types need no meaning here: folders of one project can only know each other by the project's own types.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<(string From, string To), SortedSet<string>> _uses = [];

    private FolderGraph() { }

    /// <summary>Reads a project's sources.</summary>
    public static FolderGraph Read(string project)
    {
        var files = Repository.FilesOf(project).ToList();
        var trees = files.ConvertAll(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Parsing, file));
        var compilation = CSharpCompilation.Create(
            Path.GetFileName(project),
            [.. trees, CSharpSyntaxTree.ParseText(Usings, Parsing)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var folders = trees.ToDictionary(static tree => tree, tree => FolderOf(project, tree.FilePath));
        var graph = new FolderGraph();
        foreach (var tree in trees)
        {
            graph.Add(compilation.GetSemanticModel(tree), folders);
        }

        return graph;
    }

    /// <summary>Folders that know each other, each group as its names and the uses between them.</summary>
    public IEnumerable<(string Folders, string Uses)> Cycles()
    {
        var folders = _uses.Keys.SelectMany(static edge => new[] { edge.From, edge.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        var reach = folders.ToDictionary(static folder => folder, Reach);
        return folders
            .Where(folder => reach[folder].Contains(folder))
            .GroupBy(folder => string.Join(' ', folders.Where(other => reach[folder].Contains(other) && reach[other].Contains(folder))))
            .Select(group => (group.Key, Describe([.. group])));
    }

    private static string FolderOf(string project, string file) =>
        Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Split('/', '\\')[0];

    private void Add(SemanticModel model, Dictionary<SyntaxTree, string> folders)
    {
        var from = folders[model.SyntaxTree];
        foreach (
            var name in model
                .SyntaxTree.GetRoot()
                .DescendantNodes(static node => node is not UsingDirectiveSyntax)
                .OfType<SimpleNameSyntax>()
        )
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
            if (
                type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } tree
                && folders.TryGetValue(tree, out var to)
                && to != from
            )
            {
                var uses = _uses.TryGetValue((from, to), out var known) ? known : _uses[(from, to)] = new(StringComparer.Ordinal);
                uses.Add($"{Path.GetFileNameWithoutExtension(model.SyntaxTree.FilePath)} uses {type.Name}");
            }
        }
    }

    private HashSet<string> Reach(string folder)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var next))
        {
            foreach (var (_, to) in _uses.Keys.Where(edge => edge.From == next && reached.Add(edge.To)))
            {
                pending.Push(to);
            }
        }

        return reached;
    }

    private string Describe(HashSet<string> folders) =>
        string.Join(
            '\n',
            _uses
                .Where(edge => folders.Contains(edge.Key.From) && folders.Contains(edge.Key.To))
                .OrderBy(static edge => edge.Value.Count)
                .Select(static edge => $"  {edge.Key.From} → {edge.Key.To}: {string.Join(", ", edge.Value.Take(5))}")
        );
}
