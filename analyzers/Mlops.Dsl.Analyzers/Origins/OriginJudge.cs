using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Judges paths by where they come from: at once where the body around tells, else when every body was seen.</summary>
/// <param name="store">What all bodies put where.</param>
/// <param name="body">What the body around puts where.</param>
/// <param name="reader">Reads expressions.</param>
/// <param name="calls">The call graph.</param>
/// <param name="types">The language's types.</param>
internal sealed class OriginJudge(OriginStore store, BodyOrigins body, OriginReader reader, CallGraph calls, KnownTypes types)
{
    private OriginGraph? _inside;

    private OriginGraph Inside => _inside ??= new([body]);

    /// <summary>Where the value of an expression comes from.</summary>
    public Origin Read(IOperation? value) => reader.Read(value);

    /// <summary>The constants that a value may be or begin with, as far as locals and constants tell; nothing if one of its ways leads elsewhere.</summary>
    public IReadOnlyList<string> Texts(Origin origin)
    {
        var texts = new List<string>();
        return Collect(origin, texts, depth: 0) ? texts : [];
    }

    /// <summary>A fault that is one only if a path does not come from the engine; null if it surely does.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="path">Where the path comes from.</param>
    /// <param name="artifactFiles">Whether the files of artifacts are fine: for reading they are.</param>
    /// <param name="user">The member that uses the path.</param>
    /// <param name="exports">Whether a stage is there to copy something out: a destination that is a parameter of the pipeline is fine then. None is if null.</param>
    public Fault? UnlessTracked(Fault fault, Origin path, bool artifactFiles, ISymbol? user = null, Func<IMethodSymbol, bool>? exports = null)
    {
        return new OriginTrace(store, Inside, types, artifactFiles, exports is not null && user is IMethodSymbol stage && exports(stage), scope: null, calls: null).Follow(path) switch
        {
            Verdict.Untracked => fault with { ConfirmInHelper = IsUntracked },
            Verdict.Undecided => fault with { Confirm = IsUntracked },
            _ => null,
        };

        // What a helper writes to may be made an artifact by the stage that calls it: the end of the compilation tells.
        bool IsUntracked(StageReach reach)
        {
            var destinations = exports is not null && user is not null && reach.Nearest(user)?.Method is { } caller && exports(caller);
            return new OriginTrace(store, store.Whole, types, artifactFiles, destinations, reach, calls).Follow(path) == Verdict.Untracked;
        }
    }

    private bool Collect(Origin origin, List<string> texts, int depth)
    {
        switch (origin)
        {
            case Origin.Constant constant:
                texts.Add(constant.Text);
                return true;
            case Origin.Derived derived:
                return Collect(derived.From, texts, depth);
            case Origin.AllOf all:
                return all.Origins.All(part => Collect(part, texts, depth));
            case Origin.Place { Symbol: ILocalSymbol or IFieldSymbol { IsReadOnly: true } } place when depth < 4:
                var inflows = place.Symbol is ILocalSymbol ? Inside.Into(place.Symbol).Select(static inflow => inflow.Value) : store.IntoSoFar(place.Symbol);
                return inflows.ToList() is { Count: > 0 } values && values.TrueForAll(value => Collect(value, texts, depth + 1));
            default:
                return false;
        }
    }
}
