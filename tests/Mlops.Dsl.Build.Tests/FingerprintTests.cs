using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Manifests;
using Mlops.Dsl.Build.Manifests.Constants;
using Mlops.Dsl.Build.Tests.Harness;
using Mlops.Dsl.Build.Walking;

namespace Mlops.Dsl.Build.Tests;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData("public int A() => Seed;", "Seed")]
    [InlineData("public int A() => 1;", "")]
    [InlineData("public int A() => Helper();", "Seed")]
    [InlineData("public int A() => new Func<int>(() => Seed + Name.Length)();", "Name,Seed")]
    [InlineData("public async Task<int> A() { await Task.Yield(); return Seed; }", "Seed")]
    [InlineData("public int A() => Outside.Read(this);", "Name")]
    [InlineData("public int A() => ((IHasShare)this).Share > 0 ? 1 : 0;", "Share")]
    [InlineData("public string A() => Token;", "Token")]
    [InlineData("public int A() => Own;", "Own")]
    [InlineData("public object? A() => typeof(P).GetProperty(\"Seed\")!.GetValue(this);", "Name,Own,Seed,Share,Token")]
    [InlineData("public string A() => System.Text.Json.JsonSerializer.Serialize(this);", "Name,Own,Seed,Share,Token")]
    public void A_stage_depends_on_the_parameters_that_it_can_read(string method, string expected)
    {
        var stage = Walk(
            $$"""
            interface IHasShare { double Share { get; } }
            static class Outside { public static int Read(P p) => p.Name.Length; }
            [Pipeline("p")] class P : IHasShare
            {
                [Parameter] public int Seed { get; init; } = 1;
                [Parameter] public string Name { get; init; } = "x";
                [Parameter] public double Share { get; init; } = 0.5;
                [Secret] public string Token { get; init; } = "";
                [Parameter] public int Own { get => _own; init => _own = value; }
                private readonly int _own = 2;
                private int Helper() => Seed;
                [Stage] {{method}}
            }
            """
        )["A"];

        // An interface that the pipeline class implements can be called wherever the pipeline goes.
        Assert.Equal(
            expected.Split(',', StringSplitOptions.RemoveEmptyEntries),
            stage.Parameters.Where(name => name != "Share" || expected.Contains("Share", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("typeof(P).GetMethod(\"X\")", "System.Type.GetMethod")]
    [InlineData("Activator.CreateInstance(typeof(Uri))", "System.Activator.CreateInstance")]
    [InlineData("Native.Cos(1)", "libm")]
    public void What_no_walk_can_follow_gives_a_warning(string expression, string expected)
    {
        var stage = Walk(
            $$"""
            static class Native { [System.Runtime.InteropServices.DllImport("libm")] public static extern double Cos(double x); }
            [Pipeline("p")] class P { [Stage] public object? A() => {{expression}}; }
            """
        )["A"];

        Assert.Contains(expected, Assert.Single(stage.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typeof(P).Name")]
    [InlineData("Enumerable.Range(0, 3).Max()")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new[] { 1 })")]
    [InlineData("nameof(P)")]
    [InlineData("new object().GetType().Name")]
    public void Harmless_code_gives_no_warning(string expression) =>
        Assert.Empty(Walk($$"""[Pipeline("p")] class P { [Stage] public object? A() => {{expression}}; }""")["A"].Warnings);

    [Fact]
    public void Every_compilation_of_the_same_sources_gives_the_same_bytes()
    {
        var source = string.Concat(
            CorpusReader
                .All.Where(item => item.Name.StartsWith("statements: async methods", StringComparison.Ordinal))
                .Take(1)
                .Select(item => item.Source)
        );

        Assert.Equal(Files(source), Files(source));
    }

    [Fact]
    public void The_order_of_files_changes_no_fingerprint()
    {
        const string First =
            "@file One.cs\nfile static class H { public static int V() => 1; }\nstatic class One { public static Func<int> Get() => () => "
            + "H.V(); }\n";
        const string Second =
            "@file Two.cs\nfile static class H { public static int V() => 2; }\nstatic class Two { public static Func<int> Get() => () => "
            + "H.V(); public static int[] Data => [1, 2, 3, 4]; }\n";
        const string Pipeline =
            "@file P.cs\n[Pipeline(\"p\")] class P { [Stage] public int A() => One.Get()(); [Stage] public int B() => Two.Get()() + "
            + "Two.Data[0]; }\n";
        var expected = Walk(First + Second + Pipeline);

        foreach (var order in (string[])[Second + First + Pipeline, Pipeline + Second + First, Second + Pipeline + First])
        {
            Assert.Equal(expected.Values.Select(stage => stage.Fingerprint), Walk(order).Values.Select(stage => stage.Fingerprint));
        }
    }

    [Fact]
    public void Symbols_are_named_as_a_person_would()
    {
        var symbols = Walk(
            """
            namespace Data { static class Reader { public static List<T> Read<T>(string path, in int[] skip) => []; } }
            class Item { public static readonly int Size = 3; public Item(int x) { } public override string ToString() => ""; }
            [Pipeline("p")] class P { [Stage] public object A() { Data.Reader.Read<Item>("x", []); return new Item(Item.Size); } }
            """
        )["A"]
            .Symbols.Select(symbol => symbol.Symbol)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Data.Reader",
                "Data.Reader.Read(string, ref int[])",
                "Item",
                "Item.Item(int)",
                "Item.Size",
                "Item.Size (initial value)",
                "Item.ToString()",
                "P.A()",
            ],
            symbols
        );
    }

    [Fact]
    public void What_runs_when_a_module_is_loaded_is_named_by_its_module()
    {
        var symbols = Walk(
            """
            static class Start { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Go() => Options.Rate = 5; }
            static class Options { public static int Rate; }
            [Pipeline("p")] class P { [Stage] public int A() => Options.Rate; }
            """
        )["A"]
            .Symbols.Select(symbol => symbol.Symbol)
            .ToList();

        Assert.Single(symbols, symbol => symbol.StartsWith("module initializers of ", StringComparison.Ordinal));
        Assert.Contains("Start.Go()", symbols);
    }

    [Fact]
    public void Pipelines_of_one_assembly_do_not_share_stages()
    {
        using var modules = CorpusCompiler.Compile(
            CorpusProgram.Parse(
                "[Pipeline(\"p\")] class P { [Stage] public int A() => 1; } [Pipeline(\"q\")] class Q { [Stage] public int A() => 2; }"
            ),
            OptimizationLevel.Release
        );
        var pipelines = Fingerprinter.Compute(modules);

        Assert.Equal(["P", "Q"], pipelines.Select(pipeline => pipeline.Name));
        Assert.NotEqual(pipelines[0].Stages[0].Fingerprint, pipelines[1].Stages[0].Fingerprint);
    }

    [Fact]
    public void The_set_up_of_a_program_that_runs_another_projects_pipeline_counts_in_files_of_its_own()
    {
        const string Program = """
            @project Lib
            [assembly: Mlops.Dsl.Execution.PipelineManifest("q", "{\"formatVersion\":1,\"name\":\"q\",\"type\":\"Lib.Q\",\"stages\":[{\"name\":\"A\",\"method\":\"A\"}]}")]
            namespace Lib { public static class Options { public static int Rate; } public class Q { public int A() => Options.Rate; } }
            @main
            Lib.Options.Rate = 5;
            """;
        var before = Assert.Single(Compute(Program));
        var after = Assert.Single(Compute(Program.Replace("= 5", "= 6", StringComparison.Ordinal)));

        Assert.Equal("Main", before.Host);
        Assert.Equal("q.Main.hosted.json", ManifestFile.NameFor(before));
        Assert.Equal("q.Main.hosted-fingerprints.json", FingerprintsFile.NameFor(before));
        Assert.NotEqual(before.Stages[0].Fingerprint, after.Stages[0].Fingerprint);

        static IReadOnlyList<PipelineFingerprints> Compute(string source)
        {
            using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(source), OptimizationLevel.Release);
            return Fingerprinter.Compute(modules);
        }
    }

    [Fact]
    public void What_one_round_of_a_main_method_that_never_returns_leaves_for_the_next_counts()
    {
        const string Program = """
            var next = 0;
            while (true) { Options.Rate = next; next = Steps.After(next); }
            static class Steps { public static int After(int step) => step + 1; }
            static class Options { public static int Rate; }
            [Pipeline("p")] class P { [Stage] public int A() => Options.Rate; [Stage] public int B() => 2; }
            """;
        var (before, after) = (Walk(Program), Walk(Program.Replace("step + 1", "step + 2", StringComparison.Ordinal)));

        Assert.NotEqual(before["A"].Fingerprint, after["A"].Fingerprint);
        Assert.Equal(before["B"].Fingerprint, after["B"].Fingerprint);
    }

    private static Dictionary<string, StageFingerprint> Walk(string source)
    {
        using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(source), OptimizationLevel.Release);
        return Fingerprinter.Compute(modules)[0].Stages.ToDictionary(stage => stage.Name, StringComparer.Ordinal);
    }

    private static string Files(string source)
    {
        using var modules = CorpusCompiler.Compile(CorpusProgram.Parse(source), OptimizationLevel.Release);
        using var output = new MemoryStream();
        foreach (var pipeline in Fingerprinter.Compute(modules))
        {
            ManifestFile.Write(output, pipeline);
            FingerprintsFile.Write(
                output,
                pipeline,
                ProgramRecord.Format(pipeline, modules, new HashSet<string>(StringComparer.Ordinal), new string('0', 64)),
                new SymbolConstants(modules)
            );
        }

        return Convert.ToHexString(output.ToArray());
    }
}
