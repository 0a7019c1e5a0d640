using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Everything that some stages execute, each by the shortest way from a stage.</summary>
internal sealed class StageReach
{
    private readonly Dictionary<ISymbol, (ISymbol Caller, StageMethod Stage)> _reached = new(SymbolEqualityComparer.Default);

    /// <summary>Walks the call graph from stages.</summary>
    /// <param name="stages">The stages to start from. Of two equally near, the first one counts.</param>
    /// <param name="isStage">Where the walk ends: a stage that calls another is reported for that, and what the other does is its own business.</param>
    /// <param name="calls">What each member calls.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public StageReach(IEnumerable<StageMethod> stages, Func<ISymbol, bool> isStage, CallGraph calls, CancellationToken cancellationToken)
    {
        var pending = new Queue<ISymbol>();
        foreach (var stage in stages)
        {
            var member = stage.Method.Canonical();
            _reached[member] = (member, stage);
            pending.Enqueue(member);
        }

        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var caller = pending.Dequeue();
            var stage = _reached[caller].Stage;
            foreach (var callee in calls.Callees(caller))
            {
                if (!_reached.ContainsKey(callee) && !isStage(callee))
                {
                    _reached.Add(callee, (caller, stage));
                    pending.Enqueue(callee);
                }
            }
        }
    }

    /// <summary>Whether a stage executes a member.</summary>
    public bool Contains(ISymbol member) => _reached.ContainsKey(member);

    /// <summary>The nearest stage that executes a member, and what it calls on the way, the member last; null if no stage does.</summary>
    public StagePath? Find(ISymbol member)
    {
        if (!_reached.TryGetValue(member, out var step))
        {
            return null;
        }

        var calls = ImmutableArray.CreateBuilder<ISymbol>();
        var (current, stage) = (member, step.Stage);
        while (!SymbolEqualityComparer.Default.Equals(current, step.Caller))
        {
            calls.Add(current);
            current = step.Caller;
            step = _reached[current];
        }

        calls.Reverse();
        return new(stage, calls.ToImmutable());
    }
}
