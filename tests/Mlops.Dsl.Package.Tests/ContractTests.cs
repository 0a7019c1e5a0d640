using System.Text.Json;

namespace Mlops.Dsl.Package.Tests;

public sealed class ContractTests(PackedProduct product)
{
    private const string Seed = "public int Seed { get; init; } = 42;";

    [Fact]
    public void A_lock_that_a_build_wrote_is_what_the_analyzers_expect_and_a_break_fails_the_build()
    {
        var project = product.CreateProject("Locked");
        var source = Path.Combine(project, "LockedPipeline.cs");
        var file = Path.Combine(project, "locked.pipeline.lock.json");

        var written = Command.Dotnet(project, "build", "--nologo", "-p:WritePipelineLock=true").Expect(0);
        Assert.Contains("Wrote the lock of pipeline 'locked'", written.Output, StringComparison.Ordinal);
        Command.Dotnet(project, "build", "--no-restore", "--nologo", "--no-incremental", "-warnaserror").Expect(0);
        Assert.Empty(Directory.GetFiles(Path.Combine(project, "bin"), "*.lock.json", SearchOption.AllDirectories));

        var before = File.ReadAllText(file);
        File.WriteAllText(
            source,
            File.ReadAllText(source)
                .Replace(Seed, "public long Seed2 { get; init; } = 42;", StringComparison.Ordinal)
                .Replace("(TrainShare, Seed,", "(TrainShare, (int)Seed2,", StringComparison.Ordinal)
        );
        var broken = Command
            .Dotnet(project, "build", "--no-restore", "--nologo", "-p:WritePipelineLock=true", "-p:ErrorLog=build.sarif%2Cversion=2.1")
            .Expect(1);
        Assert.Contains(
            "error MLP7001: Pipeline 'locked' breaks what version 1.0.0 promised in its lock: parameter 'Seed' was removed",
            broken.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(before, File.ReadAllText(file));
        using (var sarif = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "build.sarif"))))
        {
            var result = Assert.Single(
                sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray(),
                result => result.GetProperty("ruleId").GetString() == "MLP7001"
            );
            Assert.Equal("error", result.GetProperty("level").GetString());
            Assert.EndsWith(
                "LockedPipeline.cs",
                result
                    .GetProperty("locations")[0]
                    .GetProperty("physicalLocation")
                    .GetProperty("artifactLocation")
                    .GetProperty("uri")
                    .GetString(),
                StringComparison.Ordinal
            );
        }

        var config = Path.Combine(project, ".editorconfig");
        File.WriteAllText(config, "root = true\n[*.cs]\ndotnet_diagnostic.MLP7001.severity = none\n");
        Command.Dotnet(project, "build", "--no-restore", "--nologo").Expect(0);
        File.Delete(config);
        var declared = File.ReadAllText(source);
        File.WriteAllText(source, "#pragma warning disable MLP7001\n" + declared);
        Command.Dotnet(project, "build", "--no-restore", "--nologo").Expect(0);
        File.WriteAllText(source, declared);

        Command.Dotnet(project, "format", "analyzers", "--diagnostics", "MLP7001", "--severity", "error").Expect(0);
        Assert.Contains("Version = \"2.0.0\"", File.ReadAllText(source), StringComparison.Ordinal);
        Assert.Contains("\"Seed2\": { \"type\": \"long\" }", File.ReadAllText(file), StringComparison.Ordinal);
        Command.Dotnet(project, "build", "--no-restore", "--nologo", "-warnaserror").Expect(0);
        var unchanged = Command.Dotnet(project, "build", "--no-restore", "--nologo", "-p:WritePipelineLock=true").Expect(0);
        Assert.DoesNotContain("Wrote the lock", unchanged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_cannot_be_read_is_an_error_in_the_file()
    {
        var project = product.CreateProject("Conflict");
        File.WriteAllText(Path.Combine(project, "conflict.pipeline.lock.json"), "{\n<<<<<<< HEAD\n");
        var build = Command.Dotnet(project, "build", "--nologo").Expect(1);
        Assert.Contains("conflict.pipeline.lock.json(2,1): error MLP7003", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_based_program_has_its_lock_beside_it()
    {
        var folder = product.CreateFolder("LockedFile");
        var source = Path.Combine(folder, "counting.cs");
        string Program(string parameter) =>
            $$"""
                #:package Mlops.Dsl@{{product.Version}}
                #:property PublishAot=false
                using Mlops.Dsl;

                return await PipelineApp.RunAsync(args);

                [Pipeline("counting")]
                public sealed partial class Counting
                {
                    {{parameter}}
                    [Stage] public int One() => 1;
                }
                """;
        File.WriteAllText(source, Program("[Parameter] public int Step { get; init; } = 1;"));
        File.WriteAllText(
            Path.Combine(folder, "other.pipeline.lock.json"),
            """{ "formatVersion": 1, "pipeline": "other", "version": "1.0.0" }"""
        );

        Command.Dotnet(folder, "build", "counting.cs", "--nologo", "-p:WritePipelineLock=true").Expect(0);
        Assert.Contains(
            "\"Step\": { \"type\": \"int\" }",
            File.ReadAllText(Path.Combine(folder, "counting.pipeline.lock.json")),
            StringComparison.Ordinal
        );
        var clean = Command.Dotnet(folder, "build", "counting.cs", "--nologo").Expect(0);
        Assert.DoesNotContain("MLP70", clean.Output, StringComparison.Ordinal);

        File.WriteAllText(source, Program(""));
        Assert.Contains("MLP7001", Command.Dotnet(folder, "build", "counting.cs", "--nologo").Expect(1).Output, StringComparison.Ordinal);
    }
}
