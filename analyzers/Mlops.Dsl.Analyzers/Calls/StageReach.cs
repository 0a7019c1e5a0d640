using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Everything that some stages execute, each by the shortest way from a stage.</summary>
internal sealed class StageReach
{
    private readonly MemberTable _members;

    // By the members' numbers.
    private (Member? Caller, StageMethod Stage)[] _reached;

    /// <summary>Walks the call graph from stages.</summary>
    /// <param name="stages">The stages to start from. Of two equally near, the first one counts.</param>
    /// <param name="isStage">Where the walk ends: a stage that calls another is reported for that, and what the other does is its own business.</param>
    /// <param name="calls">What each member calls.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public StageReach(IEnumerable<StageMethod> stages, Func<Member, bool> isStage, CallGraph calls, CancellationToken cancellationToken)
    {
        _members = calls.Members;
        _reached = new (Member?, StageMethod)[_members.Count];
        var pending = new Queue<Member>();
        foreach (var stage in stages)
        {
            var member = _members.Of(stage.Method);
            Reach(member, member, stage);
            pending.Enqueue(member);
        }

        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var caller = pending.Dequeue();
            var stage = _reached[caller.Number].Stage;
            foreach (var callee in calls.Callees(caller))
            {
                if (!Contains(callee) && !isStage(callee))
                {
                    Reach(callee, caller, stage);
                    pending.Enqueue(callee);
                }
            }
        }
    }

    /// <summary>Whether a stage executes a member.</summary>
    public bool Contains(Member member) => (uint)member.Number < (uint)_reached.Length && _reached[member.Number].Caller is not null;

    /// <summary>The nearest stage that executes a member; null if no stage does.</summary>
    public StageMethod? Nearest(ISymbol member) => _members.Of(member) is var found && Contains(found) ? _reached[found.Number].Stage : null;

    /// <summary>The nearest stage that executes a member, and what it calls on the way, the member last; null if no stage does.</summary>
    public StagePath? Find(Member member)
    {
        if (!Contains(member))
        {
            return null;
        }

        var calls = ImmutableArray.CreateBuilder<ISymbol>();
        var current = member;
        while (_reached[current.Number].Caller is { } caller && caller != current)
        {
            calls.Add(current.Symbol);
            current = caller;
        }

        calls.Reverse();
        return new(_reached[member.Number].Stage, calls.ToImmutable());
    }

    private void Reach(Member member, Member caller, StageMethod stage)
    {
        if (member.Number >= _reached.Length)
        {
            // The walk itself may meet members that no body named.
            Array.Resize(ref _reached, Math.Max(2 * _reached.Length, member.Number + 1));
        }

        _reached[member.Number] = (caller, stage);
    }
}
