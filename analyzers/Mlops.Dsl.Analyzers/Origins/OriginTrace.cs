using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>What following a value to where it comes from has shown.</summary>
internal enum Verdict
{
    /// <summary>Nothing: every way ended where nothing is known.</summary>
    None,

    /// <summary>It comes from what the engine hands out.</summary>
    Tracked,

    /// <summary>It comes from elsewhere, on some way at least.</summary>
    Untracked,

    /// <summary>Only the bodies of other members can tell.</summary>
    Undecided,
}

/// <summary>
/// Follows values to where they come from. A value that may come from several places is untracked if one of them is; a call is followed
/// with the arguments that it has.
/// </summary>
/// <param name="graph">What is put where, and made an artifact: by all bodies, or by a stage's own body if <paramref name="scope"/> is
/// null.</param>
/// <param name="types">The language's types.</param>
/// <param name="artifactFiles">Whether the files of artifacts count as tracked: for reading they do.</param>
/// <param name="destinations">Whether a parameter of the pipeline counts as tracked: for where an export goes it does, because the run
/// records it.</param>
/// <param name="scope">What has been seen: everything that stages reach, or a stage's own body if null.</param>
internal sealed class OriginTrace(OriginGraph graph, KnownTypes types, bool artifactFiles, bool destinations, OriginScope? scope = null)
{
    private const int DeepestCall = 8;
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>The verdict on a value.</summary>
    public Verdict Follow(Origin origin) => Follow(origin, frame: null);

    private Verdict Follow(Origin origin, Frame? frame) =>
        origin switch
        {
            _ when !artifactFiles && graph.IsReturned(origin) => Verdict.Tracked,
            Origin.Temporary => Verdict.Tracked,
            Origin.ArtifactFile => artifactFiles ? Verdict.Tracked : Verdict.Untracked,
            Origin.Constant or Origin.Elsewhere => Verdict.Untracked,
            Origin.Derived derived => FollowDerived(derived.From, frame),
            Origin.AllOf all => All(all.Origins.Select(part => Follow(part, frame))),
            Origin.AnyOf any => Any(any.Origins.Select(part => Follow(part, frame))),
            Origin.Tuple tuple => Any(tuple.Elements.Select(part => Follow(part, frame))),
            Origin.Call call => FollowCall(call, frame, element: null),
            Origin.Place place => FollowPlace(place.Symbol, frame, element: null),
            Origin.Element { Of: Origin.Call call } element => FollowCall(call, frame, element.Index),
            Origin.Element { Of: Origin.Place place } element => FollowPlace(place.Symbol, frame, element.Index),
            _ => Verdict.None,
        };

    /// <summary>A file beside an artifact's file is no artifact, but what is in the temporary folder is tracked at every depth.</summary>
    private Verdict FollowDerived(Origin from, Frame? frame) =>
        artifactFiles ? new OriginTrace(graph, types, artifactFiles: false, destinations, scope).Follow(from, frame) : Follow(from, frame);

    private Verdict FollowCall(Origin.Call call, Frame? frame, int? element)
    {
        if (scope is null && call.Method.MethodKind != MethodKind.LocalFunction)
        {
            return Verdict.Undecided;
        }

        if ((frame?.Depth ?? 0) >= DeepestCall)
        {
            return Verdict.None;
        }

        var inner = new Frame(call, frame);
        return All(Replacements(call.Method).Select(method => FollowInflows(method, inner, element)));
    }

    private Verdict FollowPlace(ISymbol place, Frame? frame, int? element)
    {
        if (place is IParameterSymbol { ContainingSymbol: IMethodSymbol function } parameter)
        {
            for (var current = frame; current is not null; current = current.Outer)
            {
                if (
                    IsCalled(current.Call.Method, function)
                    && parameter.Ordinal < current.Call.Arguments.Length
                    && current.Call.Arguments[parameter.Ordinal] is { } argument
                )
                {
                    return Follow(Part(argument, element), current.Outer);
                }
            }

            if (StageMethod.Find(function, types) is not null)
            {
                return Verdict.Untracked;
            }
        }

        if (
            place is IPropertySymbol property
            && (property.FindAttribute(types.Parameter) ?? property.FindAttribute(types.Secret)) is not null
        )
        {
            return destinations ? Verdict.Tracked : Verdict.Untracked;
        }

        return scope is null && (!IsLocal(place) || graph.IsGivenAway(place.ContainingSymbol))
            ? Verdict.Undecided
            : All(Sources(place).Select(source => FollowInflows(source, frame, element)));
    }

    private Verdict FollowInflows(ISymbol place, Frame? frame, int? element)
    {
        if (!_open.Add(place))
        {
            return Verdict.None;
        }

        try
        {
            return All(Inflows(place).Select(inflow => Follow(Part(inflow.Value, element), frame)));
        }
        finally
        {
            _open.Remove(place);
        }
    }

    /// <summary>
    /// What is put into a place by what has been seen: a default counts only where nothing else is. Where there is nothing at all, a
    /// service or its options hold what those have put there who made them: the program, or their own initializers.
    /// </summary>
    private List<Inflow> Inflows(ISymbol place)
    {
        List<Inflow> all = [.. graph.Into(place)];
        var seen = scope is null ? all : all.FindAll(inflow => scope.Reach.Contains(inflow.Owner));
        var assigned = seen.FindAll(inflow => !SymbolEqualityComparer.Default.Equals(inflow.Owner.Symbol, place));
        return assigned.Count > 0 ? assigned
            : seen.Count > 0 || !IsHeld(place) || scope is null ? seen
            : [.. scope.Held(place)];
    }

    private static bool IsHeld(ISymbol place) =>
        place
            is IFieldSymbol
                or IPropertySymbol
                or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    private static Origin Part(Origin value, int? element) => element is { } index ? Origin.ElementOf(value, index) : value;

    /// <summary>
    /// The place itself, and those whose values it takes over: a record's constructor parameter, an overridden method's parameter, an
    /// override's result.
    /// </summary>
    private IEnumerable<ISymbol> Sources(ISymbol place)
    {
        yield return place;
        switch (place)
        {
            case IPropertySymbol property:
                var positional = property.ContainingType is { IsRecord: true } record
                    ? record
                        .InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                        .FirstOrDefault(parameter => parameter.Name == property.Name)
                    : null;
                if (positional is not null)
                {
                    yield return positional;
                }

                foreach (var getter in property.GetMethod is { } get ? Replacements(get).Skip(1) : [])
                {
                    yield return getter.AssociatedSymbol is { } replacing ? replacing : getter;
                }

                break;
            case IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter when scope is not null:
                foreach (var replaced in scope.Calls.Dispatch.Replaced(method))
                {
                    yield return replaced.Parameters[parameter.Ordinal];
                }

                break;
        }
    }

    private IEnumerable<IMethodSymbol> Replacements(IMethodSymbol method) =>
        scope is not null && method.CanBeReplaced() ? scope.Calls.Dispatch.Replacements(method).Prepend(method) : [method];

    private bool IsCalled(IMethodSymbol called, IMethodSymbol running) =>
        SymbolEqualityComparer.Default.Equals(called, running)
        || (scope is not null && scope.Calls.Dispatch.Replaced(running).Contains(called, SymbolEqualityComparer.Default));

    private static bool IsLocal(ISymbol place) =>
        place switch
        {
            ILocalSymbol => true,
            IMethodSymbol method => method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction,
            IParameterSymbol { ContainingSymbol: IMethodSymbol method } => IsLocal(method),
            _ => false,
        };

    private static Verdict All(IEnumerable<Verdict> verdicts)
    {
        var result = Verdict.None;
        foreach (var verdict in verdicts)
        {
            if (verdict == Verdict.Untracked)
            {
                return Verdict.Untracked;
            }

            result = verdict > result ? verdict : result;
        }

        return result;
    }

    private static Verdict Any(IEnumerable<Verdict> verdicts)
    {
        var result = Verdict.None;
        foreach (var verdict in verdicts)
        {
            if (verdict == Verdict.Tracked)
            {
                return Verdict.Tracked;
            }

            result = verdict > result ? verdict : result;
        }

        return result;
    }

    private sealed class Frame(Origin.Call call, Frame? outer)
    {
        public Origin.Call Call => call;

        public Frame? Outer => outer;

        public int Depth { get; } = (outer?.Depth ?? 0) + 1;
    }
}
