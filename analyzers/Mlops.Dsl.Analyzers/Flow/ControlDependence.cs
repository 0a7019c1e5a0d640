using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// The blocks that run or not as a branch decides: those that can be avoided on the way to the end (Ferrante, Ottenstein, Warren, 1987).
/// </summary>
internal static class ControlDependence
{
    /// <summary>The blocks that a branch decides about.</summary>
    /// <param name="branch">The block that ends with the branch.</param>
    /// <param name="end">The last block of the body.</param>
    public static List<int> On(BasicBlock branch, int end)
    {
        var reached = new HashSet<int>();
        Reach(branch.FallThroughSuccessor?.Destination, avoided: -1, reached);
        Reach(branch.ConditionalSuccessor?.Destination, avoided: -1, reached);
        return [.. reached.Where(block => block != end && CanAvoid(branch, block, end))];
    }

    private static bool CanAvoid(BasicBlock branch, int block, int end)
    {
        var reached = new HashSet<int>();
        Reach(branch.FallThroughSuccessor?.Destination, block, reached);
        Reach(branch.ConditionalSuccessor?.Destination, block, reached);
        return reached.Contains(end);
    }

    private static void Reach(BasicBlock? start, int avoided, HashSet<int> reached)
    {
        if (start is null || start.Ordinal == avoided || !reached.Add(start.Ordinal))
        {
            return;
        }

        Reach(start.FallThroughSuccessor?.Destination, avoided, reached);
        Reach(start.ConditionalSuccessor?.Destination, avoided, reached);
    }
}
