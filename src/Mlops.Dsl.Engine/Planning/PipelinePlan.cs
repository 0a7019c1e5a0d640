using System.Runtime.CompilerServices;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>What every run of a pipeline needs to know of its graph, worked out once: who waits for whom, and who takes what.</summary>
internal sealed class PipelinePlan
{
    private static readonly ConditionalWeakTable<PipelineDefinition, PipelinePlan> Plans = [];

    private readonly int[] _dependentStarts;
    private readonly int[] _dependents;
    private readonly int[][] _consumers;

    private PipelinePlan(PipelineDefinition definition)
    {
        Stages = [.. definition.Stages];
        var predecessors = new int[Stages.Length][];
        PredecessorCounts = new int[Stages.Length];
        _dependentStarts = new int[Stages.Length + 1];
        foreach (var stage in Stages)
        {
            predecessors[stage.Index] = FindPredecessors(stage, Stages);
            PredecessorCounts[stage.Index] = predecessors[stage.Index].Length;
            foreach (var predecessor in predecessors[stage.Index])
            {
                _dependentStarts[predecessor + 1]++;
            }
        }

        Predecessors = predecessors;
        for (var i = 0; i < Stages.Length; i++)
        {
            _dependentStarts[i + 1] += _dependentStarts[i];
        }

        _dependents = FillDependents(predecessors);
        _consumers = CountConsumers(Stages);
        (DemandClasses, Demands) = Classify(Stages);
    }

    /// <summary>The stages, in topological order.</summary>
    public StageDefinition[] Stages { get; }

    /// <summary>For each stage, how many stages must be done before it is ready.</summary>
    public int[] PredecessorCounts { get; }

    /// <summary>For each stage, those stages, each once, in order.</summary>
    public IReadOnlyList<int[]> Predecessors { get; }

    /// <summary>For each stage, the position of its demand in <see cref="Demands"/>.</summary>
    public int[] DemandClasses { get; }

    /// <summary>The different demands.</summary>
    public Demand[] Demands { get; }

    /// <summary>The plan of a pipeline.</summary>
    /// <exception cref="ArgumentException">The stages are not in topological order.</exception>
    public static PipelinePlan Of(PipelineDefinition definition) =>
        Plans.GetValue(definition, static definition => new PipelinePlan(definition));

    /// <summary>The stages that wait for a stage.</summary>
    public ReadOnlySpan<int> DependentsOf(int stage) => _dependents.AsSpan(_dependentStarts[stage].._dependentStarts[stage + 1]);

    /// <summary>How many times an output is taken by stages and their conditions.</summary>
    public int ConsumersOf(int stage, int output) => _consumers[stage][output];

    private static int[] FindPredecessors(StageDefinition stage, StageDefinition[] stages)
    {
        if (stage.Index >= stages.Length || !ReferenceEquals(stages[stage.Index], stage))
        {
            throw new ArgumentException($"Stage '{stage.Name}' says it is number {stage.Index}, but is not.", nameof(stages));
        }

        // Sorted and each once, with no more than lists and arrays: a set's code would have to be compiled at start.
        var found = new List<int>(stage.After);
        foreach (var input in stage.Inputs)
        {
            found.Add(input.Stage);
        }

        foreach (var condition in stage.Conditions)
        {
            if (condition.Stage >= 0)
            {
                found.Add(condition.Stage);
            }
        }

        found.Sort();
        if (found.Count > 0 && (found[0] < 0 || found[^1] >= stage.Index))
        {
            throw new ArgumentException($"Stage '{stage.Name}' depends on a stage that does not come before it.", nameof(stages));
        }

        for (var i = found.Count - 1; i > 0; i--)
        {
            if (found[i] == found[i - 1])
            {
                found.RemoveAt(i);
            }
        }

        return [.. found];
    }

    private static int[][] CountConsumers(StageDefinition[] stages)
    {
        var consumers = Array.ConvertAll(stages, static stage => stage.Outputs.Count == 0 ? [] : new int[stage.Outputs.Count]);
        foreach (var stage in stages)
        {
            foreach (var input in stage.Inputs)
            {
                consumers[input.Stage][input.Output]++;
            }

            foreach (var condition in stage.Conditions)
            {
                if (condition.Stage >= 0)
                {
                    consumers[condition.Stage][condition.Output]++;
                }
            }
        }

        return consumers;
    }

    private static (int[] Classes, Demand[] Demands) Classify(StageDefinition[] stages)
    {
        var known = new Dictionary<Demand, int>();
        var classes = new int[stages.Length];
        foreach (var stage in stages)
        {
            var demand = Demand.Of(stage.Policy);
            if (!known.TryGetValue(demand, out classes[stage.Index]))
            {
                classes[stage.Index] = known.Count;
                known.Add(demand, known.Count);
            }
        }

        return (classes, [.. known.Keys]);
    }

    private int[] FillDependents(int[][] predecessors)
    {
        var dependents = new int[_dependentStarts[^1]];
        var next = _dependentStarts.AsSpan(0, predecessors.Length).ToArray();
        for (var stage = 0; stage < predecessors.Length; stage++)
        {
            foreach (var predecessor in predecessors[stage])
            {
                dependents[next[predecessor]++] = stage;
            }
        }

        return dependents;
    }
}
