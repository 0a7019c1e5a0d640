using System.Globalization;
using System.Runtime.InteropServices;

namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// A service in a program of its own: rows, training and service are three projects, and the service refers to the training to compile
/// with, not to run with. So nothing that trains is in what is deployed, and it can be compiled ahead of time.
/// </summary>
public sealed class ServiceAloneTests(PackedProduct product)
{
    private const string Training = """
        <ProjectReference Include="../Flowers/Flowers.csproj" />
        """;

    private const string Service = """
        <ProjectReference Include="../Flowers/Flowers.csproj" />
        <ProjectReference Include="../Training/Training.csproj" ExcludeAssets="runtime;native;contentFiles" Private="false" />
        """;

    private static readonly string[] Refused =
    [
        """{"PetalLength": 0, "PetalWidth": 4}""",
        """{"PetalLength": 10.5}""",
        """{"PetalLength": "x", "PetalWidth": 4, "IsPoppy": true}""",
        "[]",
        "{",
    ];

    [Fact]
    public async Task Compiled_ahead_of_time_a_service_answers_the_same_and_what_trains_is_not_in_it()
    {
        var folder = CreateProjects();
        var training = Path.Combine(folder, "Training");
        var trainer = Path.Combine("bin", "Debug", "net10.0", "Training.dll");
        CommandResult Train(params string[] arguments) => Command.Dotnet(training, ["exec", trainer, .. arguments]);
        Command.Dotnet(training, "build", "--nologo").Expect(0);
        Train("run").Expect(0);
        Train("model", "approve", "garden", "1").Expect(0);
        Train("model", "alias", "garden", "champion", "1").Expect(0);

        var service = Path.Combine(folder, "Service");
        Command.Dotnet(service, "build", "--nologo", "-warnaserror").Expect(0);
        var output = Path.Combine(service, "bin", "Debug", "net10.0");
        Assert.DoesNotContain(Directory.GetFiles(output, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName), static file =>
            file is "Training.dll" or "Microsoft.ML.Data.dll" or "Mlops.Dsl.MLNet.dll");
        var expected = await AskAsync(CopyStore(training, "jit"), Path.Combine(output, "Service.dll"));

        var actual = await AskAsync(CopyStore(training, "aot"), Publish(service));

        Assert.Equal(expected, actual);
        Assert.Equal(200, expected[0].Status);
        Assert.Contains("\"IsPoppy\":", expected[0].Body, StringComparison.Ordinal);
        Assert.All(expected[^Refused.Length..], static answer => Assert.InRange(answer.Status, 400, 422));
    }

    private string CreateProjects()
    {
        var source = product.CreateLifecycle("Garden", folder: "AloneSource");
        var folder = product.CreateFolder("Alone");
        void Add(string project, string references, string[] packages, params string[] files)
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, project)).FullName;
            Array.ForEach(files, file => File.Copy(Path.Combine(source, file), Path.Combine(target, file)));
            var items = packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{product.Version}\" />");
            File.WriteAllText(Path.Combine(target, $"{project}.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>{(files.Contains("Program.cs") ? "Exe" : "Library")}</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <PublishAot>{(project == "Service" ? "true" : "false")}</PublishAot>
                    <ValidateExecutableReferencesMatchSelfContained>false</ValidateExecutableReferencesMatchSelfContained>
                  </PropertyGroup>
                  <ItemGroup>
                    {string.Concat(items)}{references}
                  </ItemGroup>
                </Project>
                """);
        }

        Add("Flowers", "", ["Mlops.Dsl"], "Flower.cs");
        Add("Training", Training, ["Mlops.Dsl.Data", "Mlops.Dsl.Learning", "Mlops.Dsl.MLNet"], "GardenPipeline.cs", "Program.cs");
        Add("Service", Service, ["Mlops.Dsl.Serving", "Mlops.Dsl.OnnxRuntime"], "GardenService.cs", "Program.cs");
        Directory.Move(Path.Combine(source, "data"), Path.Combine(folder, "Training", "data"));
        return folder;
    }

    private static string CopyStore(string training, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(training, name)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(training, ".mlops"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(training, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    /// <summary>Compiles ahead of time, where this machine can.</summary>
    private static string Publish(string service)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only on Linux is the linker looked for");
        var linker = ((string[])["clang", "gcc"]).FirstOrDefault(static name =>
            Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, name))));
        Assert.SkipWhen(linker is null, "there is neither clang nor gcc, one of which links what is compiled ahead of time");
        var output = Path.Combine(service, "published");
        var published = Command.Dotnet(
            service, "publish", "--nologo", "--runtime", RuntimeInformation.RuntimeIdentifier, "-warnaserror",
            $"-p:CppCompilerAndLinker={linker}", "--output", output);
        Assert.SkipWhen(
            published.ExitCode != 0 && published.Output.Split('\n').Any(static line =>
                line.Contains("error NU1", StringComparison.Ordinal) && line.Contains("ILCompiler", StringComparison.OrdinalIgnoreCase)),
            "no source of packages has the compiler Microsoft.DotNet.ILCompiler");
        published.Expect(0);
        return Path.Combine(output, "Service");
    }

    private static async Task<List<(int Status, string Body)>> AskAsync(string folder, string program)
    {
        using var service = new RunningService(folder, program);
        var answers = new List<(int, string)>();
        string Id() => string.Create(CultureInfo.InvariantCulture, $"row-{answers.Count}");
        foreach (var flower in new FlowerSample(5).Take(50))
        {
            answers.Add(await service.PostAsync("garden/score", flower.Json(), Id()));
        }

        answers.Add((200, await service.GetAsync("openapi.json")));
        answers.Add((200, await service.GetAsync("health/ready")));
        answers.Add(await service.PostAsync("garden/feedback", """{"requestId": "row-1", "label": true}"""));
        foreach (var row in Refused)
        {
            answers.Add(await service.PostAsync("garden/score", row, Id()));
        }

        Assert.Equal(0, service.Stop());
        return answers;
    }
}
