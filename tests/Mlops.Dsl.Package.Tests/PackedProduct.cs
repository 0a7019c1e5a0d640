using System.Globalization;
using System.Reflection;

namespace Mlops.Dsl.Package.Tests;

/// <summary>The product's packages in a folder feed, under a version that no cache has seen, and the template installed from there.</summary>
public sealed class PackedProduct : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-package-").FullName;

    public PackedProduct()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-test.{DateTime.UtcNow.Ticks}");
        Feed = Path.Combine(_folder, "feed");
        foreach (var project in (string[])["src/Mlops.Dsl.Package", "templates"])
        {
            Command.Dotnet(RepositoryRoot, "pack", project, "--configuration", Metadata("Configuration"), "--output", Feed, $"-p:Version={Version}", "--nologo", "--verbosity", "quiet").Expect(0);
        }

        Command.Dotnet(_folder, "new", "install", Path.Combine(Feed, $"Mlops.Dsl.Templates.{Version}.nupkg"), "--debug:custom-hive", Hive).Expect(0);
    }

    /// <summary>The packages' version.</summary>
    public string Version { get; }

    /// <summary>The folder feed.</summary>
    public string Feed { get; }

    /// <summary>The checkout that the tests were built from.</summary>
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    private string Hive => Path.Combine(_folder, "hive");

    /// <summary>Makes a new project from the template, as <c>dotnet new mlops-pipeline</c> does.</summary>
    public string CreateProject(string name)
    {
        var project = CreateFolder(name);
        Command.Dotnet(project, "new", "mlops-pipeline", "--name", name, "--output", ".", "--packageVersion", Version, "--debug:custom-hive", Hive).Expect(0);
        return project;
    }

    /// <summary>Makes an empty folder outside the repository that restores from the feed as well.</summary>
    public string CreateFolder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "projects", name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, "Directory.Build.props"),
            $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{Feed}</RestoreAdditionalProjectSources></PropertyGroup></Project>");
        return folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Metadata(string key) =>
        typeof(PackedProduct).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}

/// <summary>Packing takes long, so that all tests share one packed product and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackedProductGroup : ICollectionFixture<PackedProduct>
{
    public const string Name = "packed product";
}
