using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Follows the control flow graph of a body, until no block can learn anything new.</summary>
/// <param name="context">The body, and the state that its blocks change.</param>
internal sealed class GraphWalk(FrameContext context)
{
    private const int MaximumRounds = 200;

    private readonly FlowState?[] _starts = new FlowState?[context.Body.Graph.Blocks.Length];
    private readonly PendingBlocks _pending = new(context.Body.Graph.Blocks.Length);
    private Dictionary<ControlFlowRegion, HashSet<int>>? _afterFinally;

    /// <summary>Runs the body.</summary>
    /// <param name="entry">What its variables hold when it starts.</param>
    /// <param name="execute">Runs one block, in the state of the context.</param>
    /// <returns>What they hold when it ends.</returns>
    public FlowState Run(FlowState entry, Action<BasicBlock> execute)
    {
        _starts[0] = entry;
        _pending.Add(0);

        // What variables can hold is bounded, so that this ends; if it should not, knowing less is better than an editor that hangs.
        for (var rounds = MaximumRounds * _starts.Length; rounds > 0 && _pending.TryTake(out var next); rounds--)
        {
            context.Engine.Cancellation.ThrowIfCancellationRequested();
            var block = context.Body.Graph.Blocks[next];
            context.State = _starts[next]!.Copy();
            EnterHandlers(block);
            execute(block);
            EnterHandlers(block);
            Follow(block, block.FallThroughSuccessor);
            Follow(block, block.ConditionalSuccessor);
        }

        // A body that never ends normally changes nothing that anybody could see.
        return _starts[_starts.Length - 1] ?? entry;
    }

    /// <summary>Has a block run again, if it ever ran.</summary>
    public void Repeat(int block)
    {
        if (_starts[block] is not null)
        {
            _pending.Add(block);
        }
    }

    private void Follow(BasicBlock block, ControlFlowBranch? branch)
    {
        if (branch is null)
        {
            return;
        }

        if (branch.Destination is { } destination)
        {
            foreach (var region in branch.FinallyRegions)
            {
                _afterFinally ??= [];
                if (!_afterFinally.TryGetValue(region, out var destinations))
                {
                    _afterFinally.Add(region, destinations = []);
                }

                destinations.Add(destination.Ordinal);
            }

            Enter(destination.Ordinal);
        }
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
            {
                if (
                    region.Kind == ControlFlowRegionKind.Finally
                    && _afterFinally is not null
                    && _afterFinally.TryGetValue(region, out var destinations)
                )
                {
                    foreach (var after in destinations)
                    {
                        Enter(after);
                    }
                }
            }
        }
    }

    /// <summary>
    /// An exception may come anywhere in a try block, so that its handlers start with whatever held before and after each of its blocks.
    /// </summary>
    private void EnterHandlers(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } statement })
            {
                foreach (var handler in statement.NestedRegions.Where(nested => nested != region))
                {
                    Enter(handler.FirstBlockOrdinal);
                }
            }
        }
    }

    private void Enter(int block)
    {
        if (_starts[block] is not { } start)
        {
            _starts[block] = context.State.Copy();
            _pending.Add(block);
        }
        else if (start.Join(context.State))
        {
            _pending.Add(block);
        }
    }
}
