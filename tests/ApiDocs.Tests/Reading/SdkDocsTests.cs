using ApiDocs.Reading;

namespace ApiDocs.Tests.Reading;

public sealed class SdkDocsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sdk-docs-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_documentation_of_the_running_sdk_is_found()
    {
        Assert.NotEmpty(Directory.GetFiles(SdkDocs.Default, "System.Runtime.xml"));
    }

    [Theory]
    [InlineData("10.0.2", "10.0.2")]
    [InlineData("10.0.5", "10.0.12")]
    [InlineData("10.1.0", "11.0.0")]
    public void The_exact_version_wins_then_the_newest_of_the_release_then_the_newest(string version, string expected)
    {
        AddPack("9.0.1", "net9.0");
        AddPack("10.0.2", "net10.0");
        AddPack("10.0.12", "net10.0");
        AddPack("11.0.0", "net11.0");

        var found = SdkDocs.Find([_root], Version.Parse(version));

        Assert.Equal(expected, Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(found))));
    }

    [Fact]
    public void Packs_without_documentation_are_passed_over()
    {
        AddPack("10.0.1", "net10.0");
        Directory.CreateDirectory(PackFolder("10.0.2", "net10.0"));
        Directory.CreateDirectory(PackFolder("not-a-version", "net10.0"));

        Assert.Equal(PackFolder("10.0.1", "net10.0"), SdkDocs.Find([Path.Combine(_root, "absent"), _root], new Version(10, 0, 2)));
    }

    [Fact]
    public void Nothing_is_found_where_there_is_nothing() => Assert.Null(SdkDocs.Find([_root], new Version(10, 0, 1)));

    [Fact]
    public void The_root_is_above_the_shared_runtime()
    {
        var runtime = Path.Combine(_root, "shared", "Microsoft.NETCore.App", "10.0.1") + Path.DirectorySeparatorChar;

        Assert.Equal(_root, DotnetRoots.OfRuntime(runtime));
        Assert.Null(DotnetRoots.OfRuntime(Path.Combine(_root, "bin", "publish", "app")));
        Assert.Null(DotnetRoots.OfRuntime(Path.GetPathRoot(_root)!));
    }

    [Fact]
    public void A_link_to_dotnet_on_the_path_is_followed()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var program = Path.Combine(Directory.CreateDirectory(Path.Combine(_root, "lib")).FullName, name);
        var bin = Directory.CreateDirectory(Path.Combine(_root, "bin")).FullName;
        File.WriteAllText(program, "");
        File.CreateSymbolicLink(Path.Combine(bin, name), program);

        Assert.Equal([Path.GetDirectoryName(program)!], DotnetRoots.OnPath($"{_root}{Path.PathSeparator}{bin}"));
    }

    private void AddPack(string version, string framework) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(PackFolder(version, framework)).FullName, "System.Runtime.xml"), "<doc/>");

    private string PackFolder(string version, string framework) =>
        Path.Combine(_root, "packs", "Microsoft.NETCore.App.Ref", version, "ref", framework);
}
