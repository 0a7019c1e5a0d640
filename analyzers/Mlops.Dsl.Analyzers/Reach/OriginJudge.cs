using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Reach;

/// <summary>Judges paths by where they come from: at once where the body around tells, else when every body was seen.</summary>
/// <param name="store">What all bodies put where.</param>
/// <param name="unread">Other bodies, which may put something there as well.</param>
/// <param name="body">What the body around puts where.</param>
/// <param name="reader">Reads expressions.</param>
/// <param name="calls">The call graph.</param>
/// <param name="types">The language's types.</param>
internal sealed class OriginJudge(
    OriginStore store,
    UnreadBodies unread,
    BodyOrigins body,
    OriginReader reader,
    CallGraph calls,
    KnownTypes types
)
{
    private OriginGraph? _inside;

    private OriginGraph Inside => _inside ??= new([body]);

    /// <summary>Where the value of an expression comes from.</summary>
    public Origin Read(IOperation? value) => reader.Read(value);

    /// <summary>
    /// A fault unless all that a value may be or begin with is a constant that is fine; null if it surely is. What fields and properties
    /// hold that are set once, the end of the compilation tells.
    /// </summary>
    public Fault? Unless(Fault fault, Origin value, Func<string, bool> isFine)
    {
        var isOpen = false;
        if (Are(value, isFine, HeldNow, depth: 0))
        {
            return null;
        }

        return isOpen ? fault with { Confirm = _ => !Are(value, isFine, HeldAtEnd, depth: 0) } : fault;

        IEnumerable<Inflow> HeldNow(ISymbol member)
        {
            isOpen = true;
            return [];
        }

        IEnumerable<Inflow> HeldAtEnd(ISymbol member) => Held(member);
    }

    /// <summary>A fault that is one only if a path does not come from the engine; null if it surely does.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="path">Where the path comes from.</param>
    /// <param name="artifactFiles">Whether the files of artifacts are fine: for reading they are.</param>
    /// <param name="user">The member that uses the path.</param>
    /// <param name="exports">Whether a stage is there to copy something out: a destination that is a parameter of the pipeline is fine
    /// then. None is if null.</param>
    public Fault? UnlessTracked(
        Fault fault,
        Origin path,
        bool artifactFiles,
        ISymbol? user = null,
        Func<IMethodSymbol, bool>? exports = null
    )
    {
        return new OriginTrace(Inside, types, artifactFiles, exports is not null && user is IMethodSymbol stage && exports(stage)).Follow(
            path
        ) switch
        {
            Verdict.Untracked => fault with { ConfirmInHelper = IsUntracked },
            Verdict.Undecided => fault with { Confirm = IsUntracked },
            _ => null,
        };

        // What a helper writes to may be made an artifact by the stage that calls it: the end of the compilation tells.
        bool IsUntracked(StageReach reach)
        {
            var destinations = exports is not null && user is not null && reach.Nearest(user)?.Method is { } caller && exports(caller);
            return new OriginTrace(store.Whole, types, artifactFiles, destinations, new(reach, calls, Held)).Follow(path)
                == Verdict.Untracked;
        }
    }

    /// <summary>A fault unless all that a value may be was made by the code itself; null if it surely was.</summary>
    public Fault? UnlessMade(Fault fault, Origin value)
    {
        return new OriginTrace(Inside, types, artifactFiles: false, destinations: false).Follow(value) switch
        {
            Verdict.Tracked => null,
            Verdict.Undecided => fault with { Confirm = IsGiven },
            _ => fault with { ConfirmInHelper = IsGiven },
        };

        bool IsGiven(StageReach reach) =>
            new OriginTrace(store.Whole, types, artifactFiles: false, destinations: false, new(reach, calls, Held)).Follow(value)
            != Verdict.Tracked;
    }

    /// <summary>What anybody puts into a place, whether a stage runs it or not.</summary>
    private IEnumerable<Inflow> Held(ISymbol place)
    {
        unread.ReadWhere(place.ContainingType.Name);
        return store.Whole.Into(place);
    }

    private bool Are(Origin value, Func<string, bool> isFine, Func<ISymbol, IEnumerable<Inflow>> held, int depth) =>
        value switch
        {
            Origin.Constant constant => isFine(constant.Text),
            Origin.Derived derived => Are(derived.From, isFine, held, depth),
            Origin.AllOf all => all.Origins.All(part => Are(part, isFine, held, depth)),
            Origin.Place place when depth < 4 => Values(place.Symbol, held) is { Count: > 0 } values
                && values.TrueForAll(inflow => Are(inflow.Value, isFine, held, depth + 1)),
            _ => false,
        };

    private List<Inflow> Values(ISymbol place, Func<ISymbol, IEnumerable<Inflow>> held) =>
        place switch
        {
            ILocalSymbol => [.. Inside.Into(place)],
            IFieldSymbol { IsReadOnly: true }
            or IPropertySymbol { IsReadOnly: true, IsVirtual: false, IsAbstract: false, IsOverride: false } => [.. held(place)],
            _ => [],
        };
}
