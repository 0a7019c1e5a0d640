using System.Text.Json;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Tests.Harness;

namespace Mlops.Dsl.Build.Tests;

public sealed class ToolTests : IDisposable
{
    private const string Program = """
        [Pipeline("p")] public class P
        {
            [Parameter] public int Seed { get; init; } = 3;
            [Stage] public int A() => Seed + Helper();
            [Stage] public int B() => 2;
            [Stage] public bool C() => GateResult.AtLeast(1, 2).Passed;
            private static int Helper() => 1;
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_writes_both_files_and_nothing_else()
    {
        var (code, output) = BuildTool.RunOn(Compiled(Program), _folder);

        Assert.Equal((0, ""), (code, output));
        Assert.Equal(["P.fingerprints.json", "P.pipeline.json"], Written());
    }

    [Fact]
    public void The_manifest_is_valid_against_the_committed_schema()
    {
        BuildTool.RunOn(Compiled(Program), _folder);
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pipeline-manifest.schema.json")));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder.File("out/P.pipeline.json")));
        var validator = new SchemaValidator(schema.RootElement);

        // The manifest of this test is the minimum; the generator's own have all the rest.
        Assert.Equal(
            ["$.stages[0] lacks kind", "$.stages[1] lacks kind", "$.stages[2] lacks kind"],
            validator.Validate(manifest.RootElement)
        );
    }

    [Fact]
    public void The_fingerprints_file_names_modules_symbols_and_parameters()
    {
        BuildTool.RunOn(Compiled(Program), _folder);
        using var file = JsonDocument.Parse(File.ReadAllText(_folder.File("out/P.fingerprints.json")));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder.File("out/P.pipeline.json")));
        var symbols = file.RootElement.GetProperty("symbols").EnumerateArray().Select(symbol => symbol[0].GetString()).ToList();
        var stage = file
            .RootElement.GetProperty("stages")
            .GetProperty("A")
            .GetProperty("symbols")
            .EnumerateArray()
            .Select(index => symbols[index.GetInt32()]);

        Assert.Equal(["P.A()", "P.Helper()", "P.get_Seed()"], stage);
        var modules = file.RootElement.GetProperty("program").GetProperty("modules").EnumerateArray();
        Assert.Equal(
            ["Main: True", "Mlops.Dsl: False"],
            modules.Select(module => $"{module.GetProperty("name")}: {module.TryGetProperty("content", out _)}")
        );
        Assert.Equal(
            "Seed",
            Assert
                .Single(manifest.RootElement.GetProperty("fingerprints").GetProperty("A").GetProperty("parameters").EnumerateArray())
                .GetString()
        );
        Assert.Empty(manifest.RootElement.GetProperty("fingerprints").GetProperty("B").GetProperty("parameters").EnumerateArray());
    }

    [Fact]
    public void Unchanged_content_is_not_written_again()
    {
        var assembly = Compiled(Program);
        BuildTool.RunOn(assembly, _folder);
        var long_ago = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_folder.File("out/P.pipeline.json"), long_ago);

        BuildTool.RunOn(assembly, _folder);

        Assert.Equal(long_ago, File.GetLastWriteTimeUtc(_folder.File("out/P.pipeline.json")));
    }

    [Fact]
    public void Files_of_a_pipeline_that_is_gone_are_removed()
    {
        BuildTool.RunOn(Compiled(Program), _folder);
        BuildTool.RunOn(Compiled("[Pipeline(\"q\")] public class Q { [Stage] public int A() => 1; }"), _folder);

        Assert.Equal(["Q.fingerprints.json", "Q.pipeline.json"], Written());
    }

    [Fact]
    public void A_program_without_pipelines_writes_nothing()
    {
        Assert.Equal((0, ""), BuildTool.RunOn(Compiled("class C;"), _folder));
        Assert.Empty(Written());
    }

    [Theory]
    [InlineData("missing", "MLP1901")]
    [InlineData("text", "MLP1902")]
    [InlineData("half", "MLP1902")]
    public void An_unreadable_assembly_is_one_error_line_at_the_project(string kind, string id)
    {
        var path = kind == "missing" ? _folder.File("none.dll") : Compiled(Program);
        if (kind == "text")
        {
            File.WriteAllText(path, "This is no assembly.");
        }
        else if (kind == "half")
        {
            File.WriteAllBytes(path, File.ReadAllBytes(path).AsSpan(0, 1500));
        }

        var (code, output) = BuildTool.RunOn(path, _folder);

        Assert.Equal(1, code);
        Assert.StartsWith("/src/My.csproj: error MLP190", output, StringComparison.Ordinal);
        Assert.Single(output.TrimEnd().Split('\n'));
        Assert.True(output.Contains(id, StringComparison.Ordinal) || output.Contains("MLP1901", StringComparison.Ordinal), output);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nothing")]
    [InlineData("{\\\"type\\\":\\\"C\\\"}")]
    [InlineData("{\\\"type\\\":1,\\\"stages\\\":[]}")]
    public void A_manifest_of_another_kind_is_told_in_our_words(string manifest)
    {
        var (code, output) = BuildTool.RunOn(
            Compiled($"[assembly: Mlops.Dsl.Execution.PipelineManifest(\"p\", \"{manifest}\")] class C;"),
            _folder
        );

        Assert.Equal(1, code);
        Assert.Equal(
            $"/src/My.csproj: error MLP1901: The pipelines' fingerprints can't be computed. A manifest in '{_folder.File("Main.dll")}' is "
                + $"not what this version of Mlops.Dsl writes: clean and build.",
            output.TrimEnd()
        );
    }

    [Fact]
    public void Damaged_bytes_never_give_a_stack_trace_which_goes_to_a_file()
    {
        var assembly = Compiled(Program);
        var image = File.ReadAllBytes(assembly);
        var random = new Random(42);
        var reported = 0;
        for (var i = 0; i < 25; i++)
        {
            var damaged = image.ToArray();
            for (var k = 0; k < 8; k++)
            {
                damaged[random.Next(512, damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(assembly, damaged);
            var (code, output) = BuildTool.RunOn(assembly, _folder);

            Assert.InRange(code, 0, 1);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
            if (output.Contains("MLP1902", StringComparison.Ordinal))
            {
                var details = _folder.File("out/build-error.txt");
                Assert.Equal(
                    "/src/My.csproj: error MLP1902: The compiled assembly can't be decoded, so that no fingerprint could be trusted. "
                        + $"Clean and build; if that does not help, please report it with the assembly and '{details}'.",
                    output.TrimEnd()
                );
                Assert.Contains("   at ", File.ReadAllText(details), StringComparison.Ordinal);
                reported++;
            }
        }

        Assert.NotEqual(0, reported);
    }

    [Fact]
    public void A_response_file_with_an_unknown_line_is_refused()
    {
        var (code, output) = BuildTool.RunOn(Compiled(Program), _folder, "colour=blue");

        Assert.Equal(1, code);
        Assert.Contains("'colour='", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_would_leave_the_folder_is_refused()
    {
        const string Attribute =
            "[assembly: Mlops.Dsl.Execution.PipelineManifest(\"../p\", \"{\\\"type\\\":\\\"C\\\",\\\"stages\\\":[]}\")] class C;";
        var (code, output) = BuildTool.RunOn(Compiled(Attribute), _folder);

        Assert.Equal(1, code);
        Assert.Contains("'../p.pipeline.json'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Globalization.PredefinedCulturesOnly", "false", true)]
    [InlineData("My.Switch", "7", true)]
    [InlineData("System.GC.Server", "true", false)]
    [InlineData("System.Runtime.TieredPGO", "false", false)]
    public void Settings_of_the_runtimeconfig_template_count_but_for_those_of_speed(string name, string value, bool counts)
    {
        File.WriteAllText(_folder.File("runtimeconfig.template.json"), """{"configProperties":{}} // none""");
        var before = FingerprintWith("template=" + _folder.File("runtimeconfig.template.json"));
        File.WriteAllText(_folder.File("runtimeconfig.template.json"), $$"""{"configProperties":{"{{name}}":{{value}} } }""");
        var after = FingerprintWith("template=" + _folder.File("runtimeconfig.template.json"));

        Assert.Equal(counts, before != after);
        Assert.Equal(FingerprintWith(), before);
    }

    [Fact]
    public void A_runtimeconfig_template_that_is_no_json_is_one_error_line()
    {
        File.WriteAllText(_folder.File("runtimeconfig.template.json"), "{");
        var (code, output) = BuildTool.RunOn(Compiled(Program), _folder, "template=" + _folder.File("runtimeconfig.template.json"));

        Assert.Equal(1, code);
        Assert.Contains("error MLP1901: ", output, StringComparison.Ordinal);
        Assert.Contains("runtimeconfig.template.json can't be read", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_that_no_reference_names_is_walked_and_may_be_missing()
    {
        BuildTool.RunOn(Compiled(Program), _folder, "unreferenced=" + Compiled("class C;", "Plugin"));
        using var file = JsonDocument.Parse(File.ReadAllText(_folder.File("out/P.fingerprints.json")));
        var walked = file
            .RootElement.GetProperty("program")
            .GetProperty("modules")
            .EnumerateArray()
            .Where(module => module.TryGetProperty("content", out _));

        Assert.Equal(
            ["Main: False", "Plugin: True"],
            walked.Select(module => $"{module.GetProperty("name")}: {module.TryGetProperty("optional", out _)}")
        );
    }

    [Fact]
    public void No_argument_is_an_error_that_tells_who_calls_the_tool()
    {
        var (code, output) = BuildTool.Run();

        Assert.Equal(2, code);
        Assert.Contains("MLP1900", output, StringComparison.Ordinal);
    }

    private string FingerprintWith(params string[] lines)
    {
        Assert.Equal((0, ""), BuildTool.RunOn(Compiled(Program), _folder, lines));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder.File("out/P.pipeline.json")));
        return manifest.RootElement.GetProperty("fingerprints").GetProperty("A").GetProperty("fingerprint").GetString()!;
    }

    private string Compiled(string source, string name = "Main")
    {
        var path = _folder.File(name + ".dll");
        File.WriteAllBytes(
            path,
            CorpusCompiler.Compile(CorpusProgram.Parse(source).Projects[^1] with { Name = name }, OptimizationLevel.Release)
        );
        return path;
    }

    private string[] Written() =>
        Directory.Exists(_folder.File("out"))
            ? [.. Directory.EnumerateFiles(_folder.File("out")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];
}
