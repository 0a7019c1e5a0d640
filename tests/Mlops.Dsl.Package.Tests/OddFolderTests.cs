namespace Mlops.Dsl.Package.Tests;

/// <summary>Projects in folders whose names mean something to a shell, to MSBuild or to URIs.</summary>
public sealed class OddFolderTests(PackedProduct product)
{
    private const string Program = """
        using Mlops.Dsl;

        return await PipelineApp.RunAsync(args);

        [Pipeline("odd")]
        public sealed partial class OddPipeline
        {
            [Stage]
            public int One() => 1;

            [Stage]
            public int Two(int one) => one + 1;
        }
        """;

    public static TheoryData<string> Names =>
        ["p`touch executed`q $(touch executed) \"$(touch executed)\" 'x", "a;b & c%d @e #f !g ^h ~ Ü日", "-n {a} [b] (c) , = + 100%"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_folder_is_only_a_folder_whatever_it_is_called(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "these are no names of folders there");
        var folder = product.CreateFolder(name);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        File.WriteAllText(
            Path.Combine(folder, "Odd.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Mlops.Dsl" Version="{product.Version}" />
              </ItemGroup>
            </Project>
            """
        );

        Command.Dotnet(folder, "build", "--nologo", "-p:WritePipelineLock=true").Expect(0);
        var program = Path.Combine(folder, "bin", "Debug", "net10.0", "Odd.dll");
        Command.Dotnet(folder, "exec", program, "run").Expect(0);
        var second = Command.Dotnet(folder, "exec", program, "run").Expect(0);

        // The build step has found the code: otherwise nothing would be reused.
        Assert.Contains("nothing to do: 2 stages reused", second.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "odd.pipeline.lock.json")));
        Assert.Empty(Directory.GetFiles(folder, "executed*", SearchOption.AllDirectories));
    }
}
