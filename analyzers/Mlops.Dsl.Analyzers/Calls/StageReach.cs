using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Everything that some stages execute, each by the shortest way from a stage.</summary>
internal sealed class StageReach
{
    private readonly MemberTable _members;
    private readonly Func<Member, bool> _isStage;
    private readonly CallGraph _calls;
    private readonly Queue<Member> _pending = new();

    // What waits for an object of a type, by that type; and what nothing in the code says that it runs.
    private readonly Dictionary<ISymbol, List<(Member Callee, Member Caller)>> _waiting = new(SymbolEqualityComparer.Default);
    private readonly List<(Member Callee, Member Caller)> _unlikely = [];
    private readonly HashSet<ISymbol> _made = new(SymbolEqualityComparer.Default);

    // By the members' numbers.
    private (Member? Caller, StageMethod Stage, bool IsUnlikely)[] _reached;

    /// <summary>Walks the call graph from stages.</summary>
    /// <param name="stages">The stages to start from. Of two equally near, the first one counts.</param>
    /// <param name="isStage">Where the walk ends: a stage that calls another is reported for that, and what the other does is its own
    /// business.</param>
    /// <param name="calls">What each member calls.</param>
    /// <param name="isMade">Whether objects of a class are made elsewhere, such as by the program's set-up.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public StageReach(
        IEnumerable<StageMethod> stages,
        Func<Member, bool> isStage,
        CallGraph calls,
        Func<INamedTypeSymbol, bool> isMade,
        CancellationToken cancellationToken
    )
    {
        (_members, _isStage, _calls) = (calls.Members, isStage, calls);
        _reached = new (Member?, StageMethod, bool)[_members.Count];
        foreach (var stage in stages)
        {
            var member = _members.Of(stage.Method);
            Reach(member, member, stage, isUnlikely: false);
        }

        Walk(isMade, isUnlikely: false, cancellationToken);

        // The rest may run, too, and nobody sees in the code that it does.
        foreach (var (callee, caller) in _unlikely.Concat(_waiting.Values.SelectMany(static waiting => waiting)).ToList())
        {
            ReachFrom(caller, callee, isUnlikely: true);
        }

        Walk(static _ => true, isUnlikely: true, cancellationToken);
    }

    /// <summary>
    /// Whether nothing in the code says that a member runs which a stage may execute: only the framework could ask for it, or no object is
    /// made whose method it is.
    /// </summary>
    public bool IsUnlikely(Member member) => _reached[member.Number].IsUnlikely;

    /// <summary>Whether a member runs while a type is initialized: the static constructor calls it, or something that does.</summary>
    public bool IsInitialization(ISymbol member, INamedTypeSymbol type) =>
        Find(_members.Of(member))
            ?.Calls.Any(call =>
                IsInitializer(call) && SymbolEqualityComparer.Default.Equals(call as INamedTypeSymbol ?? call.ContainingType, type)
            ) == true;

    private static bool IsInitializer(ISymbol call) =>
        call is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.StaticConstructor };

    /// <summary>Whether a stage executes a member.</summary>
    public bool Contains(Member member) => (uint)member.Number < (uint)_reached.Length && _reached[member.Number].Caller is not null;

    /// <summary>The nearest stage that executes a member; null if no stage does.</summary>
    public StageMethod? Nearest(ISymbol member) =>
        _members.Of(member) is var found && Contains(found) ? _reached[found.Number].Stage : null;

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

    private void Walk(Func<INamedTypeSymbol, bool> isMade, bool isUnlikely, CancellationToken cancellationToken)
    {
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var caller = _pending.Dequeue();
            if (caller.Symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            {
                Make(constructor.ContainingType);
            }

            foreach (var callee in _calls.Callees(caller))
            {
                if (callee.IsUnlikely && !isUnlikely)
                {
                    _unlikely.Add((callee.Target, caller));
                }
                else if (callee.Needs is { } type && !_made.Contains(type.OriginalDefinition) && !isMade(type))
                {
                    Wait(type.OriginalDefinition, callee.Target, caller);
                }
                else
                {
                    ReachFrom(caller, callee.Target, isUnlikely);
                }
            }
        }
    }

    private void Wait(INamedTypeSymbol type, Member callee, Member caller)
    {
        if (!_waiting.TryGetValue(type, out var waiting))
        {
            _waiting.Add(type, waiting = []);
        }

        waiting.Add((callee, caller));
    }

    /// <summary>An object of a type is one of its base classes, too.</summary>
    private void Make(INamedTypeSymbol type)
    {
        for (
            var current = type.OriginalDefinition;
            current is not null && _made.Add(current);
            current = current.BaseType?.OriginalDefinition
        )
        {
            if (_waiting.TryGetValue(current, out var waiting))
            {
                _waiting.Remove(current);
                foreach (var (callee, caller) in waiting)
                {
                    ReachFrom(caller, callee, _reached[caller.Number].IsUnlikely);
                }
            }
        }
    }

    private void ReachFrom(Member caller, Member callee, bool isUnlikely)
    {
        if (!Contains(callee) && !_isStage(callee))
        {
            Reach(callee, caller, _reached[caller.Number].Stage, isUnlikely);
        }
    }

    private void Reach(Member member, Member caller, StageMethod stage, bool isUnlikely)
    {
        if (member.Number >= _reached.Length)
        {
            // The walk itself may meet members that no body named.
            Array.Resize(ref _reached, Math.Max(2 * _reached.Length, member.Number + 1));
        }

        _reached[member.Number] = (caller, stage, isUnlikely);
        _pending.Enqueue(member);
    }
}
