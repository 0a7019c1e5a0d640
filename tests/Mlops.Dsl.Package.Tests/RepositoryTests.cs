using System.IO.Compression;
using System.Xml.Linq;

namespace Mlops.Dsl.Package.Tests;

/// <summary>The repository's own commands and settings.</summary>
public sealed class RepositoryTests(PackedProduct product)
{
    private static readonly string[] Packages =
    [
        "Mlops.Dsl",
        "Mlops.Dsl.Data",
        "Mlops.Dsl.Learning",
        "Mlops.Dsl.MLNet",
        "Mlops.Dsl.OnnxRuntime",
        "Mlops.Dsl.Scoring",
        "Mlops.Dsl.Serving",
        "Mlops.Dsl.Templates",
        "Mlops.Dsl.Watching",
    ];

    [Theory]
    [InlineData("/some/packages")]
    [InlineData("/some/packages/")]
    public void The_precompiler_is_found_whether_the_folder_of_packages_ends_with_a_slash_or_not(string packages)
    {
        var found = Command
            .Dotnet(
                PackedProduct.RepositoryRoot,
                "msbuild",
                "src/Mlops.Dsl.Runtime",
                "-getProperty:Crossgen2Program",
                "-p:Configuration=Release",
                $"-p:NuGetPackageRoot={packages}"
            )
            .Expect(0);

        Assert.Matches(
            "^/some/packages/microsoft\\.netcore\\.app\\.crossgen2\\.[^/]+/[^/]+/tools/crossgen2(\\.exe)?$",
            found.Output.Trim()
        );
    }

    [Fact]
    public void Pack_says_where_the_packages_lie_and_how_to_use_them()
    {
        var feed = Path.Combine(product.CreateFolder("a feed"), "packages");

        var packed = Command
            .Dotnet(PackedProduct.RepositoryRoot, "run", "build.cs", "--", "pack", "--output", feed, $"-p:PackageVersion={product.Version}")
            .Expect(0);

        var lines = packed.Output.ReplaceLineEndings("\n");
        Assert.StartsWith(
            $"  Mlops.Dsl.{product.Version}.nupkg  ",
            lines.Split($"The packages lie in {feed}:\n")[1],
            StringComparison.Ordinal
        );
        Assert.Contains($"  dotnet nuget add source \"{feed}\" --name mlops-dsl\n", lines, StringComparison.Ordinal);
        Assert.Contains(
            $"  dotnet new install \"{Path.Combine(feed, $"Mlops.Dsl.Templates.{product.Version}.nupkg")}\"\n",
            lines,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Packages.Select(name => $"{name}.{product.Version}.nupkg").Order(StringComparer.Ordinal),
            Directory.GetFiles(feed).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.All(Packages, name => Assert.Contains($"  {name}.{product.Version}.nupkg  ", lines, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_package_says_what_it_is_and_asks_for_the_others_in_its_own_version()
    {
        foreach (var name in Packages.Except(["Mlops.Dsl", "Mlops.Dsl.Templates"]))
        {
            using var package = ZipFile.OpenRead(Path.Combine(product.Feed, $"{name}.{product.Version}.nupkg"));
            using var text = package.GetEntry($"{name}.nuspec")!.Open();
            var nuspec = XDocument.Load(text).Descendants().ToLookup(static element => element.Name.LocalName);
            using var readme = new StreamReader(package.GetEntry((string)nuspec["readme"].Single())!.Open());

            Assert.StartsWith($"# {name}\n", readme.ReadToEnd().ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.NotEmpty((string)nuspec["description"].Single());
            Assert.Equal("MIT", (string)nuspec["license"].Single());
            Assert.NotNull(package.GetEntry($"lib/net10.0/{name}.dll"));
            var dependencies = nuspec["dependency"]
                .ToDictionary(static one => (string)one.Attribute("id")!, static one => (string?)one.Attribute("version"));
            Assert.Equal(product.Version, dependencies["Mlops.Dsl"]);
            Assert.All(dependencies.Keys.Intersect(Packages), own => Assert.Equal(product.Version, dependencies[own]));
        }
    }
}
