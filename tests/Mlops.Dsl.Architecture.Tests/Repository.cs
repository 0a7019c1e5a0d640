using System.Reflection;

namespace Mlops.Dsl.Architecture.Tests;

/// <summary>The sources of the product.</summary>
internal static class Repository
{
    private static readonly string[] Parts = ["src", "generators", "analyzers", "examples"];

    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    /// <summary>The folders of the projects, from the root.</summary>
    public static IEnumerable<string> Projects =>
        Parts
            .SelectMany(static part => Directory.GetDirectories(Path.Combine(Root, part)))
            .Where(static folder => FilesOf(folder).Any())
            .Select(static folder => Path.GetRelativePath(Root, folder).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>All C# files of the product, without those that a build makes.</summary>
    public static IEnumerable<string> Files => Projects.SelectMany(static project => FilesOf(Path.Combine(Root, project)));

    /// <summary>The C# files below a project's folder.</summary>
    public static IEnumerable<string> FilesOf(string project) =>
        Directory
            .EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(project, file).Split('/', '\\')[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal);
}
