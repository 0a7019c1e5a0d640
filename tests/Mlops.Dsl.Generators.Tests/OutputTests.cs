using System.Collections.Immutable;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests;

public class OutputTests
{
    /// <summary>
    /// The expected files show what a user reads in the debugger. Set MLOPS_UPDATE_EXPECTED to write them anew, then review the difference.
    /// </summary>
    [Theory]
    [InlineData("Samples.Docs.AreasPipeline.g.cs")]
    [InlineData("Samples.Docs.AreasPipeline-Stages.g.cs")]
    [InlineData("Samples.Docs.AreasPipeline-Parameters.g.cs")]
    [InlineData("Samples.Docs.AreasPipeline-Sources.g.cs")]
    [InlineData("Samples.Docs.AreasPipeline-Run.g.cs")]
    [InlineData("Samples.Docs.AreasPipeline-Manifest.g.cs")]
    public void The_sample_is_generated_as_expected(string file)
    {
        var actual = GeneratorRun.Start(GeneratorProject.FromSample("Areas.cs")).Sources[file];
        if (Environment.GetEnvironmentVariable("MLOPS_UPDATE_EXPECTED") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, file + ".txt"), actual);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "Expected", file + ".txt")), actual);
    }

    [Fact]
    public void Output_does_not_depend_on_the_order_of_files()
    {
        var project = GeneratorProject.Create(
            "using Mlops.Dsl; namespace A; [Pipeline(\"p\")] public sealed partial class P { [Stage] public int First() => 1; [Parameter] "
                + "public int X { get; init; } }",
            "using Mlops.Dsl; namespace A; public sealed partial class P { [Stage] public int Second() => 1; [Parameter] public int Y { "
                + "get; init; } [Source(\"x/*\")] public partial FileSet Files(); }",
            "using Mlops.Dsl; namespace A; public sealed partial class P { [Stage] public Row[] Third() => []; public sealed record "
                + "Row(int N, Inner I); public sealed record Inner(string S); }",
            "using Mlops.Dsl; namespace B; [Pipeline(\"q\")] public sealed partial class P { [Stage] public A.P.Row Only() => null!; }"
        );
        GeneratorAssert.IsIndependentOfFileOrder(project);
        Assert.Equal(
            ["First", "Second", "Files", "Third"],
            LoadedProject.Load(project).Definition("p").Stages.Select(static stage => stage.Name)
        );
    }

    [Fact]
    public void Without_the_engine_there_is_nothing_to_run_with()
    {
        var project = GeneratorProject.FromSample("Areas.cs");
        project = project with
        {
            References =
            [
                .. project.References.Where(static reference =>
                    reference.Display?.Contains("Mlops.Dsl.Runtime", StringComparison.Ordinal) != true
                    && reference.Display?.Contains("Mlops.Dsl.Engine", StringComparison.Ordinal) != true
                ),
            ],
        };
        var run = GeneratorRun.Start(project);
        GeneratedCode.AssertClean(run);
        Assert.DoesNotContain(run.Sources.Keys, static name => name.EndsWith("-Run.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Locations_are_relative_to_the_project()
    {
        var project = new TestProject()
            .WithSource("GlobalUsings.cs", TestProject.GlobalUsings)
            .WithSource(
                "/src/app/Pipelines/P.cs",
                "using Mlops.Dsl;\n[Pipeline(\"p\")] public sealed partial class P {\n[Stage] public int A() => 1; }"
            )
            .WithBuildProperty("ProjectDir", "/src/app/")
            .WithGenerators(new PipelineGenerator());
        Assert.Equal("Pipelines/P.cs:3", LoadedProject.Load(project).Definition("p").Stages[0].Location);
    }

    [Fact]
    public void Five_hundred_stages_are_drawn_and_registered()
    {
        var stages = string.Join('\n', Enumerable.Range(1, 499).Select(static i => $"[Stage] public int S{i}(int s{i - 1}) => s{i - 1};"));
        var definition = LoadedProject.Define(
            $"using Mlops.Dsl; [Pipeline(\"big\")] public sealed partial class P {{ [Stage] public int S0() => 0; {stages} }}"
        );
        Assert.Equal(500, definition.Stages.Count);
        Assert.Contains(": 468 more stages", definition.Diagram, StringComparison.Ordinal);
        Assert.InRange(definition.Diagram.Split('\n').Length, 20, 80);
    }

    [Fact]
    public void An_unrelated_edit_leaves_five_hundred_stages_cached()
    {
        var stages = string.Join('\n', Enumerable.Range(1, 499).Select(static i => $"[Stage] public Row S{i}(Row s{i - 1}) => s{i - 1};"));
        var run = GeneratorRun.Start(
            GeneratorProject.Create(
                $"using Mlops.Dsl; [Pipeline(\"big\")] public sealed partial class P {{ [Stage] public Row S0() => new(1); {stages} "
                    + $"}}\npublic sealed record Row(int N);",
                "class Other { }"
            )
        );
        GeneratorAssert.StepsAreCached(run.Rerun(static project => project.WithEdit("Test1.cs", static _ => "class Other { int added; }")));
    }
}
