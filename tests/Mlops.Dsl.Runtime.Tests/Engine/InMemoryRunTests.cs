using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

public sealed class InMemoryRunTests
{
    [Fact]
    public async Task A_chain_of_ten_thousand_stages_neither_recurses_nor_reorders()
    {
        var graph = new Graph();
        var last = graph.Add("S0", [], static _ => 0);
        for (var i = 1; i < 10_000; i++)
        {
            last = graph.Add($"S{i}", [last], static values => values[0] + 1);
        }

        var report = await RunAsync(graph);

        Assert.True(report.Succeeded);
        Assert.Equal(9_999, report.GetOutput<long>(last, 0));
    }

    [Fact]
    public async Task A_failed_branch_does_not_stop_the_others()
    {
        var graph = new Graph();
        var source = graph.Add("Source", [], static _ => 1);
        var bad = graph.Add("Bad", [source], static _ => throw new InvalidOperationException("no such thing"));
        var below = graph.Add("Below", [bad], static values => values[0]);
        var farBelow = graph.Add("FarBelow", [below], static values => values[0]);
        var good = graph.Add("Good", [source], static values => values[0] + 1);

        var report = await RunAsync(graph);

        Assert.Equal(RunStatus.Failed, report.Status);
        Assert.Equal(2, report.GetOutput<long>(good, 0));
        Assert.Equal(StageOutcome.Failed, report.Stages[bad].Outcome);
        Assert.Equal("InvalidOperationException: no such thing", report.Stages[bad].Error!.Message);
        Assert.Equal("Graph.cs:2", report.Stages[bad].Error!.Location);
        Assert.Equal(StageOutcome.Skipped, report.Stages[below].Outcome);
        Assert.Equal("because Bad failed", report.Stages[below].Reason);
        Assert.Equal("because Bad failed", report.Stages[farBelow].Reason);
        Assert.Contains(
            "was skipped (because Bad failed)",
            Assert.Throws<InvalidOperationException>(() => report.GetOutput<long>(below, 0)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refused_gate_skips_what_it_guards_and_the_run_is_refused()
    {
        var graph = new Graph();
        var score = graph.Add("Score", [], static _ => 60);
        var gate = graph.AddGate("GoodEnough", score, static value => GateResult.AtLeast(value, 70, "score"));
        var guarded = graph.Add(
            "Release",
            [score],
            static values => values[0],
            stage => new LambdaStage(stage) { Conditions = [new StageCondition("GoodEnough", Expected: true, gate)] }
        );
        var otherwise = graph.Add(
            "Tell",
            [score],
            static values => values[0],
            stage => new LambdaStage(stage) { Conditions = [new StageCondition("GoodEnough", Expected: false, gate)] }
        );

        var report = await RunAsync(graph);

        Assert.Equal(RunStatus.Refused, report.Status);
        Assert.Equal(StageOutcome.Executed, report.Stages[gate].Outcome);
        Assert.False(report.Stages[gate].Gate!.Passed);
        Assert.Equal("because GoodEnough refused: score is 60, at least 70 is required", report.Stages[guarded].Reason);
        Assert.Equal(StageOutcome.Executed, report.Stages[otherwise].Outcome);
    }

    [Fact]
    public async Task A_bool_and_a_parameter_decide_too()
    {
        var graph = new Graph();
        var flag = graph.Add("IsLarge", [], [Graph.Flag("IsLarge")], static call => call.SetOutput(0, value: true));
        var unless = graph.Add(
            "Small",
            [],
            static _ => 1,
            stage => new LambdaStage(stage) { Conditions = [new StageCondition("IsLarge", Expected: false, flag)] }
        );
        var when = graph.Add(
            "Large",
            [],
            static _ => 2,
            stage => new LambdaStage(stage)
            {
                Conditions =
                [
                    new StageCondition("IsLarge", Expected: true, flag),
                    new StageCondition(
                        "Wanted",
                        Expected: true,
                        -1,
                        Parameter: static pipeline => ((GraphPipeline)pipeline).TrainShare > 1
                    ),
                ],
            }
        );

        var report = await RunAsync(graph);

        Assert.Equal("because IsLarge is true", report.Stages[unless].Reason);
        Assert.Equal("because Wanted is false", report.Stages[when].Reason);
        Assert.Equal(RunStatus.Succeeded, report.Status);
    }

    [Fact]
    public async Task No_stage_sees_what_another_did_to_a_value_that_can_be_changed()
    {
        var graph = new Graph();
        var list = graph.Add("List", [], [Graph.List("List")], static call => call.SetOutput<List<long>>(0, [1, 2, 3]));
        var sums = Enumerable
            .Range(0, 20)
            .Select(i =>
                graph.Add(
                    $"Sum{i}",
                    [Graph.Input(list)],
                    [Graph.Long("Sum")],
                    static call =>
                    {
                        var values = call.GetInput<List<long>>(0);
                        values.Add(100);
                        call.SetOutput(0, values.Sum());
                    }
                )
            )
            .ToList();

        var report = await RunAsync(graph);

        Assert.All(sums, sum => Assert.Equal(106, report.GetOutput<long>(sum, 0)));
        Assert.Equal([1, 2, 3], report.GetOutput<List<long>>(list, 0));
    }

    [Fact]
    public async Task Null_for_a_value_that_is_not_nullable_fails_the_stage()
    {
        var graph = new Graph();
        var text = graph.Add("Text", [], [Graph.Text("Text")], static call => call.SetOutput<string>(0, null!));

        var report = await RunAsync(graph);

        Assert.Contains("'Text' returned null for 'Text', which is a string", report.Stages[text].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_runs_start_stages_in_equal_order_where_one_core_decides()
    {
        var order = new List<string>();
        var graph = new Graph();
        var roots = Enumerable.Range(0, 8).Select(i => graph.Add($"R{i}", [], _ => Note(order, $"R{i}"))).ToArray();
        foreach (var root in roots.Reverse())
        {
            graph.Add($"B{root}", [root], _ => Note(order, $"B{root}"));
        }

        await RunAsync(graph, new RunOptions { Cpus = 1 });

        Assert.Equal(["R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "B7", "B6", "B5", "B4", "B3", "B2", "B1", "B0"], order);
    }

    [Fact]
    public async Task A_parameter_that_breaks_its_constraint_starts_nothing()
    {
        var started = new List<string>();
        var graph = new Graph
        {
            Parameters =
            [
                new ParameterDefinition<GraphPipeline, double>
                {
                    Name = "TrainShare",
                    TypeName = "double",
                    Get = static pipeline => pipeline.TrainShare,
                    Text = ParameterFormats.Double,
                    Checks = [new RangeConstraint<double>(0.5, 0.95)],
                },
            ],
        };
        graph.Add("A", [], _ => Note(started, "A"));

        var exception = await Assert.ThrowsAsync<ParameterException>(() =>
            PipelineEngine.RunAsync(
                graph.Build(),
                new GraphPipeline { TrainShare = 2 },
                options: null,
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("TrainShare", exception.Message, StringComparison.Ordinal);
        Assert.Empty(started);
    }

    private static long Note(List<string> order, string name)
    {
        order.Add(name);
        return 0;
    }

    private static Task<RunReport> RunAsync(Graph graph, RunOptions? options = null) =>
        PipelineEngine.RunAsync(graph.Build(), new GraphPipeline(), options, TestContext.Current.CancellationToken);
}
