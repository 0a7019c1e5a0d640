using System.Globalization;
using System.Reflection;
using Mlops.Dsl.Package.Tests;

[assembly: AssemblyFixture(typeof(PackedProduct))]

namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// The product's packages in a folder feed, under a version that no cache has seen, and the template installed from there. Packing takes
/// long, so that all tests share it.
/// </summary>
public sealed class PackedProduct : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-package-").FullName;
    private readonly Lock _template = new();

    public PackedProduct()
    {
        CompilerServer.Use();
        Version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");
        Feed = PackInto(Path.Combine(_folder, "feed"), RepositoryRoot);
        Command
            .Dotnet(_folder, "new", "install", Path.Combine(Feed, $"Mlops.Dsl.Templates.{Version}.nupkg"), "--debug:custom-hive", Hive)
            .Expect(0);
    }

    /// <summary>The packages' version.</summary>
    public string Version { get; }

    /// <summary>The folder feed.</summary>
    public string Feed { get; }

    /// <summary>The checkout that the tests were built from.</summary>
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    private string Hive => Path.Combine(_folder, "hive");

    /// <summary>Packs a checkout of the product.</summary>
    /// <param name="feed">The folder for the packages.</param>
    /// <param name="checkout">The checkout.</param>
    /// <returns>The feed.</returns>
    public string PackInto(string feed, string checkout)
    {
        foreach (var project in (string[])["eng/Packages.slnf", "templates"])
        {
            // Only the package's version: that of the assemblies would have everything compiled again, now and in the next build.
            Command
                .Dotnet(
                    checkout,
                    "pack",
                    project,
                    "--configuration",
                    Metadata("Configuration"),
                    "--output",
                    feed,
                    $"-p:PackageVersion={Version}",
                    "--nologo",
                    "--verbosity",
                    "quiet"
                )
                .Expect(0);
        }

        return feed;
    }

    /// <summary>
    /// Makes a new project with a pipeline alone, as <c>dotnet new mlops-pipeline --pipeline-only</c> does: what most tests need, and quick
    /// to build.
    /// </summary>
    /// <param name="name">The project's name.</param>
    /// <param name="folder">The folder's name, where it is another.</param>
    public string CreateProject(string name, string? folder = null) => CreateFromTemplate(name, folder, "--pipeline-only");

    /// <summary>Makes a new project with a model's whole life, as <c>dotnet new mlops-pipeline</c> does.</summary>
    /// <inheritdoc cref="CreateProject" path="/param" />
    public string CreateLifecycle(string name, string? folder = null) => CreateFromTemplate(name, folder);

    private string CreateFromTemplate(string name, string? folder, params string[] options)
    {
        var project = CreateFolder(folder ?? name);
        lock (_template)
        {
            string[] place = ["--output", ".", "--packageVersion", Version, "--debug:custom-hive", Hive];
            Command.Dotnet(project, ["new", "mlops-pipeline", "--name", name, .. place, .. options]).Expect(0);
        }

        return project;
    }

    /// <summary>Makes an empty folder outside the repository that restores from the feed as well.</summary>
    public string CreateFolder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "projects", name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.props"),
            $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources></PropertyGroup></Project>"
        );
        return folder;
    }

    /// <summary>Leaves nothing behind: no server, no packages in the user's cache, no folder.</summary>
    public void Dispose()
    {
        CompilerServer.Stop(_folder);
        var cache = Command.Dotnet(_folder, "nuget", "locals", "global-packages", "--list").Expect(0).Output;
        var ids = Directory.GetDirectories(cache.Split(": ", 2)[1].Trim(), "mlops.dsl*");
        foreach (var package in ids.Select(id => Path.Combine(id, Version)).Where(Directory.Exists))
        {
            Directory.Delete(package, recursive: true);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string Metadata(string key) =>
        typeof(PackedProduct).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
