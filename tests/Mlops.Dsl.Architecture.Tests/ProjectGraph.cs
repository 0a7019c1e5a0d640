using System.Xml.Linq;

namespace Mlops.Dsl.Architecture.Tests;

/// <summary>What a project of the product refers to, as its project file says.</summary>
/// <param name="Projects">The projects that it names.</param>
/// <param name="Packages">The packages that it names.</param>
internal sealed record ProjectGraph(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>The packages of the project and of all projects below it: what who refers to it restores.</summary>
    public IEnumerable<string> AllPackages =>
        Packages.Concat(Projects.SelectMany(static project => Read(project).AllPackages)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The project's file.</summary>
    public static string FileOf(string project) => Path.Combine(Repository.Root, "src", project, $"{project}.csproj");

    /// <summary>Reads a project's file.</summary>
    public static ProjectGraph Read(string project)
    {
        var items = XDocument
            .Load(FileOf(project))
            .Descendants()
            .Where(static element => element.Name.LocalName is "ProjectReference" or "PackageReference")
            .ToLookup(static element => element.Name.LocalName, static element => element.Attribute("Include")!.Value);
        return new ProjectGraph(
            [.. items["ProjectReference"].Select(static path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))],
            [.. items["PackageReference"]]
        );
    }
}
