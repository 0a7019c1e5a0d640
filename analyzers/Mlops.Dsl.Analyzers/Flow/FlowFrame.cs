using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>One run of a body: follows its control flow graph until no block can learn anything new.</summary>
internal sealed partial class FlowFrame : OperationVisitor<object?, FlowValue>
{
    private const int MaximumRounds = 200;

    private readonly FlowEngine _engine;
    private readonly FlowBody _body;
    private readonly FlowState?[] _starts;
    private readonly PendingBlocks _pending;
    private readonly Func<IOperation, FlowValue> _evaluate;
    private readonly Func<IMethodSymbol, IEnumerable<FlowBody>> _reach;
    private readonly Func<FlowFunction, IOperation, FlowValue> _invoke;
    private Dictionary<ControlFlowRegion, HashSet<int>>? _afterFinally;
    private readonly FlowState _entry = new();
    private FlowState _state = new();
    private FlowValue _returned = FlowValue.None;

    public FlowFrame(FlowEngine engine, FlowKey call)
    {
        _engine = engine;
        _evaluate = Evaluate;
        _reach = engine.BodiesOf;
        _leave = Leave;
        _invoke = (function, site) => Invoke(function, [], site, []);
        _body = call.Body;
        _starts = new FlowState?[call.Body.Graph.Blocks.Length];
        _choices = new Mark[_starts.Length];
        _pending = new PendingBlocks(_starts.Length);
        _entry.Join(call.Captured);
        _entry[FlowState.Receiver] = call.Receiver;
        for (var i = 0; i < call.Arguments.Length && i < (_body.Method?.Parameters.Length ?? 0); i++)
        {
            var parameter = _body.Method!.Parameters[i];
            _entry[parameter] = call.Arguments[i];
            _entry[new ObjectOf(parameter)] = call.Arguments[i];
        }
    }

    /// <summary>Runs the body.</summary>
    public FlowResult Run()
    {
        _starts[0] = _entry;
        _pending.Add(0);

        // What variables can hold is bounded, so that this ends; if it should not, knowing less is better than an editor that hangs.
        for (var rounds = MaximumRounds * _starts.Length; rounds > 0 && _pending.TryTake(out var block); rounds--)
        {
            _engine.Cancellation.ThrowIfCancellationRequested();
            Run(_body.Graph.Blocks[block]);
        }

        // A body that never ends normally changes nothing that anybody could see.
        var end = _starts[_starts.Length - 1] ?? _entry;
        var captured = new FlowState();
        foreach (var variable in _body.Captured)
        {
            captured[variable] = end[variable];
        }

        return new FlowResult(
            _returned,
            end[FlowState.Receiver],
            [.. (_body.Method?.Parameters ?? []).Select(p => end[p.RefKind == RefKind.None ? new ObjectOf(p) : p])],
            captured
        )
        {
            Open = _open,
        };
    }

    private void Run(BasicBlock block)
    {
        _state = _starts[block.Ordinal]!.Copy();
        _choice = _choices[block.Ordinal];
        _decided = _decisions?[block.Ordinal] ?? Mark.None;
        EnterHandlers(block);
        foreach (var operation in block.Operations)
        {
            Evaluate(operation);
        }

        if (block.BranchValue is { } value)
        {
            var result = Evaluate(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                Return(value, result);
            }
            else if (block.ConditionalSuccessor is not null)
            {
                Decide(value.Syntax, result.All);
                Decide(block, result.All);
                Choose(block, _engine.Symbols.Chosen(result.All));
            }
        }

        EnterHandlers(block);
        Follow(block, block.FallThroughSuccessor);
        Follow(block, block.ConditionalSuccessor);
    }

    private void Return(IOperation value, FlowValue result)
    {
        result = Decided(value, result);
        _returned = _returned.Join(result.With(_choice));
        if (_body.Method is { } method)
        {
            foreach (var rule in _engine.Rules)
            {
                rule.CheckReturn(method, value, result, _engine.Report);
            }
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
            _starts[block] = _state.Copy();
            _pending.Add(block);
        }
        else if (start.Join(_state))
        {
            _pending.Add(block);
        }
    }

    /// <summary>The object that a parameter was given: assigning to the parameter does not change it.</summary>
    private sealed record ObjectOf(ISymbol Parameter)
    {
        public bool Equals(ObjectOf? other) => other is not null && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter);

        public override int GetHashCode() => ~SymbolEqualityComparer.Default.GetHashCode(Parameter);
    }
}
