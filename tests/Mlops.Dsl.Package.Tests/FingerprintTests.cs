using System.Buffers.Binary;
using System.Text.Json;

namespace Mlops.Dsl.Package.Tests;

/// <summary>What the package's targets hand to the walk, and what a program does with what the build wrote.</summary>
public sealed class FingerprintTests(PackedProduct product)
{
    private const int Marker = 0x11223344;

    [Fact]
    public void Everything_that_the_program_brings_counts_and_what_the_walk_misses_is_said()
    {
        var folder = CreateSolution("Whole");
        var app = Path.Combine(folder, "App");
        var first = Command.Dotnet(app, "build", "--nologo").Expect(0);
        var before = Fingerprints(app);

        // Every build repeats it, and NoWarn silences it.
        Assert.Matches(
            @"Program\.cs\(\d+,\d+\) ?: warning MLP1904: The fingerprint of stage 'Named' does not see all of its code",
            first.Output
        );
        Assert.Contains("warning MLP1904", Command.Dotnet(app, "build", "--nologo").Expect(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "MLP1904",
            Command.Dotnet(app, "build", "--nologo", "-p:NoWarn=MLP1904").Expect(0).Output,
            StringComparison.Ordinal
        );

        // A project that only a referenced one refers to, privately.
        File.WriteAllText(
            Path.Combine(folder, "Private", "Private.cs"),
            "namespace Private; public static class Deep { public static int Value() => 2; }"
        );
        Command.Dotnet(app, "build", "--nologo").Expect(0);
        var deep = Fingerprints(app);
        Assert.NotEqual(before["Count"], deep["Count"]);

        // A setting that no project file has.
        File.WriteAllText(Path.Combine(app, "runtimeconfig.template.json"), """{ "configProperties": { "My.Switch": true } }""");
        Command.Dotnet(app, "build", "--nologo").Expect(0);
        Assert.NotEqual(deep["Count"], Fingerprints(app)["Count"]);
    }

    [Fact]
    public void An_assembly_that_was_changed_after_the_build_is_not_trusted()
    {
        var app = Path.Combine(CreateSolution("Patched"), "App");
        Command.Dotnet(app, "build", "--nologo").Expect(0);
        var output = Path.Combine(app, "bin", "Debug", "net10.0");
        Command.Dotnet(output, "App.dll", "run").Expect(0);
        Assert.Contains("nothing to do", Command.Dotnet(output, "App.dll", "run").Expect(0).Output, StringComparison.Ordinal);

        var image = File.ReadAllBytes(Path.Combine(output, "Library.dll"));
        Span<byte> operand = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(operand, Marker);
        image[image.AsSpan().IndexOf(operand)] ^= 1;
        File.WriteAllBytes(Path.Combine(output, "Library.dll"), image);
        var patched = Command.Dotnet(output, "App.dll", "run").Expect(0);

        Assert.Contains(
            "Nothing is reused: 'Library.dll' was changed by something after it was fingerprinted",
            patched.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Count: executed", patched.Output, StringComparison.Ordinal);
    }

    private string CreateSolution(string name)
    {
        var folder = product.CreateFolder(name);
        WriteProject(folder, "Private", "", "namespace Private; public static class Deep { public static int Value() => 1; }");
        WriteProject(
            folder,
            "Library",
            """<ProjectReference Include="../Private/Private.csproj" PrivateAssets="all" />""",
            $"namespace Library; public static class Middle {{ public static int Value() => Private.Deep.Value() + {Marker}; }}"
        );
        WriteProject(
            folder,
            "App",
            $"""
            <PackageReference Include="Mlops.Dsl" Version="{product.Version}" />
            <ProjectReference Include="../Library/Library.csproj" />
            """,
            """
            using Mlops.Dsl;
            using Mlops.Dsl.Engine;
            return await PipelineApp.RunAsync(args);

            [Pipeline("app")]
            public partial class App
            {
                [Stage] public int Count() => Library.Middle.Value();
                [Stage] public string Named(int count) => count + Type.GetType(count.ToString())?.FullName;
            }
            """
        );
        return folder;
    }

    private static void WriteProject(string folder, string name, string references, string source)
    {
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllText(
            Path.Combine(folder, name, $"{name}.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>{(name == "App" ? "Exe" : "Library")}</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(Path.Combine(folder, name, name == "App" ? "Program.cs" : $"{name}.cs"), source);
    }

    private static Dictionary<string, string> Fingerprints(string app)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(app, "bin", "Debug", "net10.0", "app.pipeline.json")));
        return manifest
            .RootElement.GetProperty("fingerprints")
            .EnumerateObject()
            .ToDictionary(
                static stage => stage.Name,
                static stage => stage.Value.GetProperty("fingerprint").GetString()!,
                StringComparer.Ordinal
            );
    }
}
