namespace Mlops.Dsl.Generators.Binding;

/// <summary>
/// Puts every stage after those that it waits for: Kahn's algorithm, taking the stage that is declared first among those that are ready, so
/// that the order is the declaration order wherever the graph allows.
/// </summary>
internal static class TopologicalOrder
{
    /// <summary>The order; null where the graph has a cycle.</summary>
    public static List<StageDeclaration>? Find(IReadOnlyList<StageDeclaration> stages)
    {
        var waiting = new int[stages.Count];
        var successors = new List<int>[stages.Count];
        foreach (var stage in stages)
        {
            foreach (var predecessor in stage.Predecessors().Select(static p => p.Index).Distinct())
            {
                waiting[stage.Index]++;
                (successors[predecessor] ??= []).Add(stage.Index);
            }
        }

        var ready = new SortedSet<int>(Enumerable.Range(0, stages.Count).Where(index => waiting[index] == 0));
        var order = new List<StageDeclaration>(stages.Count);
        while (ready.Count > 0)
        {
            var next = ready.Min;
            ready.Remove(next);
            order.Add(stages[next]);
            foreach (var successor in successors[next] ?? [])
            {
                if (--waiting[successor] == 0)
                {
                    ready.Add(successor);
                }
            }
        }

        return order.Count == stages.Count ? order : null;
    }
}
