using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Marks that blocks have because of the branches that decide whether they run.</summary>
/// <param name="count">The number of blocks.</param>
/// <param name="walk">Runs a block again that has got more marks.</param>
internal sealed class BlockMarks(int count, GraphWalk walk)
{
    private Mark[]? _marks;

    /// <summary>The marks of a block.</summary>
    public Mark this[int block] => _marks?[block] ?? Mark.None;

    /// <summary>Gives marks to the blocks that a branch decides about.</summary>
    /// <param name="branch">The block that ends with the branch.</param>
    /// <param name="marks">The marks.</param>
    public void Add(BasicBlock branch, Mark marks)
    {
        if (marks == Mark.None)
        {
            return;
        }

        _marks ??= new Mark[count];
        foreach (var dependent in ControlDependence.On(branch, end: count - 1))
        {
            if ((_marks[dependent] & marks) != marks)
            {
                _marks[dependent] |= marks;
                walk.Repeat(dependent);
            }
        }
    }
}
