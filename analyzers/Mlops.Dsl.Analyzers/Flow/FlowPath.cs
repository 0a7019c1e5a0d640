using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>The way on which the engine has got to the code that it runs: a stage, and what is called from there.</summary>
internal sealed class FlowPath
{
    private readonly List<IMethodSymbol?> _running = [];

    /// <summary>Goes into a body; of an initializer, nothing is told.</summary>
    public void Enter(IMethodSymbol? method) => _running.Add(method);

    /// <summary>Comes out of it.</summary>
    public void Leave() => _running.RemoveAt(_running.Count - 1);

    /// <summary>What is run: a stage, or a column that is computed; null where nothing runs.</summary>
    public IMethodSymbol? Start => _running.FirstOrDefault();

    /// <summary>Whether something is run that a method of some kind has called.</summary>
    public bool Leads(Func<IMethodSymbol, bool> through) => _running.Exists(method => method is not null && through(method));

    /// <summary>
    /// How the stage gets to a fault in a helper, to be put behind the place that the fault is about; nothing in the stage's own body.
    /// </summary>
    public string Describe()
    {
        var methods = _running
            .OfType<IMethodSymbol>()
            .Where(static method => method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction))
            .ToList();
        return methods.Count < 2
            ? ""
            : $" ({(methods[0].AssociatedSymbol is null ? "stage" : "column")} '{(methods[0].AssociatedSymbol ?? methods[0]).Name}', "
                + $"through {StagePath.Shown(methods.Skip(1))})";
    }
}
