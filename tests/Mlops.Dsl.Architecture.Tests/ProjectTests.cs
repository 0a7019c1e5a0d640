using System.Text.Json;

namespace Mlops.Dsl.Architecture.Tests;

/// <summary>Storage knows no database, the engine no console: whoever embeds one gets nothing of the other.</summary>
public sealed class ProjectTests
{
    private static readonly string[] Console = ["Spectre.Console", "System.CommandLine"];

    [Theory]
    [InlineData("Mlops.Dsl", "")]
    [InlineData("Mlops.Dsl.Storage", "Mlops.Dsl")]
    [InlineData("Mlops.Dsl.Storage.Sqlite", "Mlops.Dsl.Storage")]
    [InlineData("Mlops.Dsl.Engine", "Mlops.Dsl.Storage")]
    [InlineData("Mlops.Dsl.Runtime", "Mlops.Dsl.Engine Mlops.Dsl.Storage.Sqlite")]
    public void A_project_refers_to_the_ones_below_it_alone(string project, string expected) =>
        Assert.Equal(expected, string.Join(' ', ProjectGraph.Read(project).Projects.Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Mlops.Dsl")]
    [InlineData("Mlops.Dsl.Storage")]
    [InlineData("Mlops.Dsl.Engine")]
    public void Without_program_and_embedded_store_there_is_no_console_and_no_database(string project) =>
        Assert.Equal(["Microsoft.Extensions.Logging.Abstractions"], ProjectGraph.Read(project).AllPackages);

    [Fact]
    public void A_host_of_engine_and_embedded_store_gets_no_console()
    {
        string[] packages =
        [
            .. ProjectGraph.Read("Mlops.Dsl.Engine").AllPackages,
            .. ProjectGraph.Read("Mlops.Dsl.Storage.Sqlite").AllPackages,
        ];

        Assert.Contains("SQLitePCLRaw.bundle_e_sqlite3", packages);
        Assert.Empty(packages.Intersect(Console));
        Assert.Superset(Console.ToHashSet(), ProjectGraph.Read("Mlops.Dsl.Runtime").AllPackages.ToHashSet());
    }

    [Theory]
    [InlineData("Mlops.Dsl.Storage", "SQLitePCL", "SqliteStore.Open")]
    [InlineData("Mlops.Dsl.Engine", "SQLitePCL", "SqliteStore.Open")]
    [InlineData("Mlops.Dsl.Engine", "Spectre.Console", "System.CommandLine")]
    public void The_sources_name_nothing_of_it(string project, params string[] names) =>
        Assert.DoesNotContain(
            Repository.FilesOf(Path.Combine(Repository.Root, "src", project)),
            file => names.Any(name => File.ReadAllText(file).Contains(name, StringComparison.Ordinal))
        );

    [Fact]
    public void A_store_of_another_kind_needs_no_internals_of_storage() =>
        Assert.DoesNotContain("InternalsVisibleTo", File.ReadAllText(ProjectGraph.FileOf("Mlops.Dsl.Storage")), StringComparison.Ordinal);

    [Fact]
    public void What_a_build_restored_for_the_engine_has_no_console_and_no_database()
    {
        var assets = Path.Combine(Repository.Root, "src", "Mlops.Dsl.Engine", "obj", "project.assets.json");
        Assert.SkipUnless(File.Exists(assets), "The engine was not restored here.");

        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var restored = document.RootElement.GetProperty("libraries").EnumerateObject().Select(static library => library.Name.Split('/')[0]);

        Assert.Equal(
            ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
            restored.Where(static name => !IsOfTheBuild(name)).Order(StringComparer.Ordinal)
        );
    }

    private static bool IsOfTheBuild(string package) =>
        package is "Meziantou.Analyzer" or "Microsoft.NET.ILLink.Tasks" || package.StartsWith("Mlops.", StringComparison.Ordinal);
}
