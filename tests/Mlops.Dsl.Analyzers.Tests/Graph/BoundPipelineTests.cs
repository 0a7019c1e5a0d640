using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Analyzers.Tests.Graph;

public class BoundPipelineTests
{
    private const string Diamond = """
        [Stage] public int Read() => 1;
        [Stage] public long Left(int read) => read;
        [Stage] public double Right(int read) => read;
        [Gate] public GateResult Good(double right) => GateResult.AtLeast(right, 1);
        [Stage, After(nameof(Left)), When(nameof(Good))] public string Join(double right) => "";
        """;

    [Theory]
    [InlineData("Join", nameof(Edges.All), "Right Left Good Read")]
    [InlineData("Join", nameof(Edges.Data), "Right Read")]
    [InlineData("Join", nameof(Edges.Order), "Left")]
    [InlineData("Join", nameof(Edges.Condition), "Good")]
    [InlineData("Read", nameof(Edges.All), "")]
    public void Ancestors_follow_the_edges_that_are_asked_for(string stage, string edges, string expected) =>
        Assert.Equal(expected, BoundPipeline.Ancestors(Bound.Pipeline(Diamond).Stage(stage), Enum.Parse<Edges>(edges)).Names());

    [Theory]
    [InlineData("Read", nameof(Edges.All), "Left Right Join Good")]
    [InlineData("Read", nameof(Edges.Data), "Left Right Good Join")]
    [InlineData("Good", nameof(Edges.Data), "")]
    public void Descendants_follow_the_edges_that_are_asked_for(string stage, string edges, string expected)
    {
        var pipeline = Bound.Pipeline(Diamond);
        Assert.Equal(expected, pipeline.Descendants(pipeline.Stage(stage), Enum.Parse<Edges>(edges)).Names());
    }

    [Fact]
    public void A_cycle_ends()
    {
        var pipeline = Bound.Pipeline("[Stage] public int First(long second) => 1; [Stage] public long Second(int first) => 1;");
        Assert.False(pipeline.IsComplete);
        Assert.Equal("Second First", BoundPipeline.Ancestors(pipeline.Stage("First")).Names());
    }

    [Fact]
    public void An_unbound_pipeline_keeps_the_edges_that_bind()
    {
        var pipeline = Bound.Pipeline("[Stage] public int First() => 1; [Stage] public long Second(int first, string nothing) => 1;");
        Assert.False(pipeline.IsComplete);
        Assert.Equal("First", BoundPipeline.Predecessors(pipeline.Stage("Second")).Names());
    }

    [Fact]
    public void Both_parts_of_a_partial_method_are_the_stage()
    {
        var pipeline = Bound.Pipeline("[Stage] public partial int First(); public partial int First() => 1;");
        var stage = pipeline.Stage("First");
        Assert.Same(stage, pipeline.Find(stage.Method));
        Assert.Same(stage, pipeline.Find(stage.Method.PartialImplementationPart!));
    }

    [Fact]
    public void All_pipelines_are_found_wherever_they_are()
    {
        var pipelines = Bound.Pipelines(
            "namespace B { public static partial class Outer { [Pipeline(\"nested\")] public sealed partial class Inner; } }",
            "namespace A.C { [Pipeline(\"first\")] public sealed partial class Last; } public class Pipeline;"
        );
        Assert.Equal(["A.C.Last", "B.Outer.Inner"], pipelines.All(CancellationToken.None).Select(p => p.Type.ToDisplayString()));
    }

    [Fact]
    public void One_compilation_binds_a_pipeline_once()
    {
        var compilation = RuleTest.Project(RuleTest.Pipeline(Diamond)).CreateCompilation();
        var pipeline = Assert.Single(CompilationState.Of(compilation).Pipelines.All(CancellationToken.None));
        Assert.Same(pipeline, CompilationState.Of(compilation).Pipelines.Find(pipeline.Type, CancellationToken.None));
    }
}
