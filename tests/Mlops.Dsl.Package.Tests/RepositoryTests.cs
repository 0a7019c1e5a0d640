namespace Mlops.Dsl.Package.Tests;

/// <summary>The repository's own commands and settings.</summary>
public sealed class RepositoryTests(PackedProduct product)
{
    [Theory]
    [InlineData("/some/packages")]
    [InlineData("/some/packages/")]
    public void The_precompiler_is_found_whether_the_folder_of_packages_ends_with_a_slash_or_not(string packages)
    {
        var found = Command.Dotnet(
            PackedProduct.RepositoryRoot, "msbuild", "src/Mlops.Dsl.Runtime", "-getProperty:Crossgen2Program", "-p:Configuration=Release", $"-p:NuGetPackageRoot={packages}").Expect(0);

        Assert.Matches("^/some/packages/microsoft\\.netcore\\.app\\.crossgen2\\.[^/]+/[^/]+/tools/crossgen2(\\.exe)?$", found.Output.Trim());
    }

    [Fact]
    public void Pack_says_where_the_packages_lie_and_how_to_use_them()
    {
        var feed = Path.Combine(product.CreateFolder("a feed"), "packages");

        var packed = Command.Dotnet(
            PackedProduct.RepositoryRoot, "run", "build.cs", "--", "pack", "--output", feed, $"-p:PackageVersion={product.Version}").Expect(0);

        var lines = packed.Output.ReplaceLineEndings("\n");
        Assert.Contains($"The packages lie in {feed}:\n  Mlops.Dsl.{product.Version}.nupkg  ", lines, StringComparison.Ordinal);
        Assert.Contains($"  dotnet nuget add source \"{feed}\" --name mlops-dsl\n", lines, StringComparison.Ordinal);
        Assert.Contains($"  dotnet new install \"{Path.Combine(feed, $"Mlops.Dsl.Templates.{product.Version}.nupkg")}\"\n", lines, StringComparison.Ordinal);
        Assert.Equal(
            [$"Mlops.Dsl.{product.Version}.nupkg", $"Mlops.Dsl.Templates.{product.Version}.nupkg"],
            Directory.GetFiles(feed).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
