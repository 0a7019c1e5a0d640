using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Runs bodies on marks instead of values (abstract interpretation). A call is run once for each distinct description of its arguments, and
/// its result is kept: the summaries of a method are the results of the calls that were seen (Sharir, Pnueli, "Two approaches to
/// interprocedural data flow analysis", 1981, the functional approach). A recursive call takes the result that is known so far, and its
/// caller runs again until nothing is new.
/// Not safe for concurrent use.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="types">The language's types.</param>
/// <param name="rules">The rules to run.</param>
/// <param name="report">Where they report.</param>
/// <param name="only">
/// The one file whose code is followed, as while it is typed; null for all. Of what code in other files does, nothing is known, so that
/// nothing is reported for it.
/// </param>
internal sealed class FlowEngine(
    Compilation compilation,
    KnownTypes types,
    ImmutableArray<FlowRule> rules,
    FlowReport report,
    SyntaxTree? only = null
)
{
    // A call that is nested deeper, or comes after so many others of the same stage, is taken for one into a library.
    private const int MaximumDepth = 40;
    private const int MaximumRuns = 5_000;

    private readonly Dictionary<FlowKey, FlowSummary> _summaries = [];
    private List<IMethodSymbol>? _extensions;
    private int _depth;
    private int _runs;

    // The outermost running call whose result, which is not settled yet, somebody took.
    private int _outermost = int.MaxValue;

    /// <summary>The bodies of the compilation.</summary>
    public FlowBodies Bodies { get; } = new(compilation, only);

    /// <summary>The methods that a virtual call may reach.</summary>
    public FlowDispatch Dispatch { get; } = new(compilation, isLocal: only is not null);

    /// <summary>
    /// What is known of helpers without following them; null until all bodies were looked at, and while code is typed, when helpers are
    /// followed no further than to the end of the file.
    /// </summary>
    public HelperFacts? Helpers { get; set; }

    /// <summary>What the running stage has left in static members.</summary>
    public FlowStatics Statics { get; } = new();

    /// <summary>What the rules say of symbols.</summary>
    public FlowSymbols Symbols { get; } = new(compilation.Assembly, types, rules);

    public ImmutableArray<FlowRule> Rules => rules;

    /// <summary>Where rules report.</summary>
    public FlowReport Report => report;

    public CancellationToken Cancellation { get; set; }

    /// <summary>Whether a method's code is the user's, but not to be followed.</summary>
    public bool IsElsewhere(IMethodSymbol method) =>
        only is not null
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly)
        && !method.IsImplicitlyDeclared
        && !Bodies.Has(method);

    /// <summary>
    /// The method that takes a value apart into so many parts: the type's own, or an extension of the compilation's; null if there is none.
    /// </summary>
    public IMethodSymbol? Deconstruction(ITypeSymbol? type, int count)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (
                declaring.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == count) is
                { } own
            )
            {
                return own;
            }
        }

        _extensions ??=
        [
            .. compilation
                .GetSymbolsWithName("Deconstruct", SymbolFilter.Member, Cancellation)
                .OfType<IMethodSymbol>()
                .Where(static method => method.IsExtensionMethod),
        ];
        return type is null
            ? null
            : _extensions.Find(method =>
                method.Parameters.Length == count + 1 && compilation.ClassifyCommonConversion(type, method.Parameters[0].Type).IsImplicit
            );
    }

    /// <summary>The bodies that a call of a method may run.</summary>
    public IEnumerable<FlowBody> BodiesOf(IMethodSymbol method) =>
        Dispatch.Targets(method.ReducedFrom ?? method).Select(Bodies.Find).OfType<FlowBody>();

    /// <summary>Runs a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="receiver">The object that it belongs to.</param>
    /// <param name="arguments">A value for each parameter.</param>
    /// <param name="captured">The variables of enclosing bodies.</param>
    /// <returns>What comes out; null where the call is nested too deep to be followed.</returns>
    public FlowResult? Run(FlowBody body, FlowValue receiver, ImmutableArray<FlowValue> arguments, FlowState captured)
    {
        var key = new FlowKey(body, receiver, arguments, captured);
        if (_summaries.TryGetValue(key, out var known))
        {
            _outermost = known.IsRunning ? Math.Min(_outermost, known.Depth) : _outermost;
            return known.Result;
        }

        if (_depth == 0)
        {
            _runs = 0;
            Statics.Clear();
        }
        else
        {
            _runs++;
        }

        if (_depth >= MaximumDepth || _runs > MaximumRuns)
        {
            return null;
        }

        var summary = new FlowSummary(_depth);
        _summaries.Add(key, summary);
        _depth++;
        report.Path.Enter(body.Method);
        try
        {
            Settle(key, summary);
            return summary.Result;
        }
        catch
        {
            // A cancelled run knows nothing.
            _summaries.Clear();
            _outermost = int.MaxValue;
            throw;
        }
        finally
        {
            _depth--;
            report.Path.Leave();
            summary.IsRunning = false;
        }
    }

    private void Settle(FlowKey key, FlowSummary summary)
    {
        var (before, uses) = (_outermost, Statics.Uses);
        bool isSettled;
        do
        {
            Cancellation.ThrowIfCancellationRequested();
            _outermost = int.MaxValue;
            var result = new FlowFrame(this, key).Run();
            isSettled = _outermost > summary.Depth || result.Equals(summary.Result);
            summary.Result = result;
        } while (!isSettled);

        if (_outermost < summary.Depth || uses != Statics.Uses)
        {
            // It holds only for what was known of the outer call, which will run again, or of what static members held.
            _summaries.Remove(key);
        }

        _outermost = Math.Min(before, _outermost < summary.Depth ? _outermost : int.MaxValue);
    }
}
