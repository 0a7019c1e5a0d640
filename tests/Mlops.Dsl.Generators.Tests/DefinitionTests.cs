using Mlops.Dsl.Execution;
using Mlops.Dsl.Generators.Tests.Support;

namespace Mlops.Dsl.Generators.Tests;

public class DefinitionTests
{
    [Fact]
    public void A_definition_says_what_the_declaration_says()
    {
        var definition = LoadedProject.Load(GeneratorProject.FromSample("Areas.cs")).Definition();
        Assert.Equal("areas", definition.Name);
        Assert.Equal("1.2.0", definition.Version);
        Assert.Equal("Predicts areas & more from Words in a few steps.", definition.Description);
        Assert.Equal("AreasPipeline", definition.PipelineType.Name);
        Assert.Equal(
            ["Docs", "Words", "Split", "Fit", "Evaluate", "GoodEnough", "Release", "Tell"],
            definition.Stages.Select(static stage => stage.Name)
        );
        Assert.Equal(Enumerable.Range(0, 8), definition.Stages.Select(static stage => stage.Index));

        var release = definition.Stages[6];
        Assert.Equal(StageKind.Publish, release.Kind);
        Assert.Equal("areas-model", release.PublishName);
        Assert.Equal(
            [("GoodEnough", true, 5), ("Publish", true, -1)],
            release.Conditions.Select(static c => (c.Name, c.Expected, c.Stage))
        );
        Assert.True(release.Conditions[1].Parameter!(definition.CreateInstance(new ParameterValues())));

        var fit = definition.Stages[3].Policy;
        Assert.Equal((3, TimeSpan.FromMinutes(10), 2.0, false), (fit.Attempts, fit.Timeout, fit.Cpu, fit.NoCache));
        Assert.Equal([6], definition.Stages[7].After);
        Assert.True(definition.Stages[7].Policy.NoCache);
        Assert.Equal("Test0.cs:29", definition.Stages[1].Location);
    }

    [Fact]
    public void Nullable_outputs_allow_null_and_others_do_not()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("nulls")]
            public sealed partial class P { [Stage] public (string? A, string B, int? C, int D) S() => (null, "", null, 1); }
            """
        );
        Assert.Equal([true, false, true, false], definition.Stages[0].Outputs.Select(static output => output.AllowsNull));
        Assert.Equal(["string?", "string", "int?", "int"], definition.Stages[0].Outputs.Select(static output => output.TypeName));
    }

    [Fact]
    public void Stages_come_in_declaration_order_as_far_as_the_graph_allows()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("order")]
            public sealed partial class P
            {
                [Stage] public int Last(int middle) => middle;
                [Stage] public int Alone() => 1;
                [Stage] public int Middle([From(nameof(First))] int x) => x;
                [Stage] public int First() => 1;
            }
            """
        );
        Assert.Equal(["Alone", "First", "Middle", "Last"], definition.Stages.Select(static stage => stage.Name));
    }

    [Fact]
    public async Task A_source_finds_its_files_at_the_parameters_value()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "b.txt"), "b");
        File.WriteAllText(Path.Combine(folder.Path, "a.txt"), "a");
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("sources")]
            public sealed partial class P
            {
                [Parameter] public string Folder { get; init; } = "";
                [Parameter] public DateOnly Day { get; init; } = new(2026, 1, 2);
                [Source("{Folder}/*.txt")] public partial FileSet All();
                [Source("{Folder}/b.txt")] public partial Task<FileArtifact> One(CancellationToken cancellationToken);
                [Source("{Folder}/{Day}/*")] public partial ValueTask<FileSet> Days();
            }
            """
        );
        var values = new ParameterValues();
        values.Set("Folder", folder.Path);
        dynamic pipeline = definition.CreateInstance(values);
        Assert.Equal(["a.txt", "b.txt"], ((FileSet)pipeline.All()).Select(static file => file.Path));
        var one = await (Task<FileArtifact>)pipeline.One(TestContext.Current.CancellationToken);
        Assert.Equal("b", one.ReadAllText());
        var missing = Assert.Throws<SourceException>(() => (object)pipeline.Days());
        Assert.Contains("2026-01-02", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_file_of_a_source_is_hashed_where_it_is()
    {
        var stages = LoadedProject
            .Load(
                """
                using Mlops.Dsl;
                [Pipeline("files")]
                public sealed partial class P
                {
                    [Source("*.txt")] public partial FileSet Files();
                    [Stage, ForEach(nameof(Files))] public FileArtifact Copy(FileArtifact file) => file;
                }
                """
            )
            .Run.Sources["P-Stages.g.cs"];
        Assert.Contains("ElementAccess<FileSet, FileArtifact>(Codecs.FileArtifactInPlace)", stages, StringComparison.Ordinal);
        Assert.Contains(
            "OutputDefinition<FileArtifact>(\"Copy\", \"FileArtifact\", Codecs.FileArtifact)",
            stages,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_definition_is_the_same_object_every_time()
    {
        var project = LoadedProject.Load(GeneratorProject.FromSample("Areas.cs"));
        Assert.Same(
            project.Definition(),
            project.Assembly.GetType("Samples.Docs.AreasPipeline")!.GetProperty("Definition")!.GetValue(null)
        );
    }

    [Fact]
    public void The_generator_writes_for_the_library_of_its_own_version() =>
        Assert.Equal(Writing.Abi.Version, GeneratedCodeVersion.Current.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0", "an older")]
    [InlineData("2", "a newer")]
    public void Code_that_was_generated_for_another_library_says_so_before_anything_else(string version, string age)
    {
        const string Source = "using Mlops.Dsl; [Pipeline(\"p\")] public sealed partial class P { [Stage] public int One() => 1; }";
        var run = Testing.Generation.GeneratorRun.Start(GeneratorProject.Create(Source));
        var project = GeneratorProject.Create(Source) with { Generators = [] };
        foreach (var (name, text) in run.Sources)
        {
            project = project.WithSource(
                name,
                text.Replace("GeneratedCodeVersion.Require(1,", $"GeneratedCodeVersion.Require({version},", StringComparison.Ordinal)
            );
        }

        var exception = Assert.Throws<IncompatiblePipelineException>(() => LoadedProject.Load(project).Definition("p"));
        Assert.Contains($"was compiled with {age} Mlops.Dsl", exception.Message, StringComparison.Ordinal);
        Assert.Contains("P of the assembly TestProject", exception.Message, StringComparison.Ordinal);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("generator-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
