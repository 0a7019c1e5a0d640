using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Generators.Binding;

/// <summary>Finds stages that wait for each other, and spells out the path in the direction in which data flows.</summary>
internal static class CycleCheck
{
    /// <summary>Reports one cycle for each stage that is on one and on no cycle reported before.</summary>
    public static void Run(IReadOnlyList<StageDeclaration> stages, IProblemSink sink)
    {
        var reported = new HashSet<StageDeclaration>();
        foreach (var stage in stages.Where(stage => !reported.Contains(stage)))
        {
            if (FindPath(stage, stages.Count) is { } path)
            {
                reported.UnionWith(path);
                sink.Report(ProblemKind.Cycle, stage.Location, string.Join(" → ", path.Select(static step => step.Name)));
            }
        }
    }

    /// <summary>The shortest way from a stage back to itself, breadth first along the predecessors; null where there is none.</summary>
    private static List<StageDeclaration>? FindPath(StageDeclaration start, int count)
    {
        var next = new StageDeclaration?[count];
        var pending = new Queue<StageDeclaration>();
        pending.Enqueue(start);
        while (pending.Count > 0)
        {
            var stage = pending.Dequeue();
            foreach (var predecessor in stage.Predecessors())
            {
                if (predecessor == start)
                {
                    return Unwind(start, stage, next);
                }

                if (next[predecessor.Index] is null)
                {
                    next[predecessor.Index] = stage;
                    pending.Enqueue(predecessor);
                }
            }
        }

        return null;
    }

    private static List<StageDeclaration> Unwind(StageDeclaration start, StageDeclaration second, StageDeclaration?[] next)
    {
        List<StageDeclaration> path = [start];
        for (var stage = second; stage != start; stage = next[stage.Index]!)
        {
            path.Add(stage);
        }

        path.Add(start);
        return path;
    }
}
