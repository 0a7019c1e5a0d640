using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Flow;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Finds the random split in generic code, which can't know whether its rows have a group or a time; who says what the rows are does. The
/// code may call more of its kind.
/// </summary>
/// <param name="reach">Finds the code that a call runs.</param>
internal sealed class GenericSplit(Func<IMethodSymbol, IEnumerable<FlowBody>> reach)
{
    private const int MaximumDepth = 8;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The split that a call gets to in generic code, and what its rows are in this call; null if there is none.</summary>
    /// <param name="call">The called method, as it is constructed.</param>
    /// <param name="isSought">Whether rows are such that a random split of them matters: for others, nothing is looked at.</param>
    public (string Method, INamedTypeSymbol Row)? In(IMethodSymbol call, Func<INamedTypeSymbol, bool> isSought)
    {
        var rows = new Dictionary<ITypeSymbol, INamedTypeSymbol>(SymbolEqualityComparer.Default);
        Construct(call, static type => type as INamedTypeSymbol, rows);
        foreach (var other in rows.Where(row => !isSought(row.Value)).Select(static row => row.Key).ToList())
        {
            rows.Remove(other);
        }

        return rows.Count == 0 ? null : Find(call, rows, depth: 0);
    }

    private (string Method, INamedTypeSymbol Row)? Find(IMethodSymbol method, Dictionary<ITypeSymbol, INamedTypeSymbol> rows, int depth)
    {
        if (depth == MaximumDepth || !_seen.Add(method.OriginalDefinition))
        {
            return null;
        }

        foreach (var body in reach(method))
        {
            // What implements an interface has type parameters of its own, which stand for the interface's.
            var known = new Dictionary<ITypeSymbol, INamedTypeSymbol>(rows, SymbolEqualityComparer.Default);
            Inherit(body.Method, method, rows, known);
            foreach (var called in Calls(body.Graph))
            {
                if (called.Name is "Split" or "Folds" or "HoldOut" && called.Splits())
                {
                    if (called.TypeArguments.FirstOrDefault() is { } type && known.TryGetValue(type, out var row))
                    {
                        return (called.Name, row);
                    }
                }
                else
                {
                    var inner = new Dictionary<ITypeSymbol, INamedTypeSymbol>(SymbolEqualityComparer.Default);
                    Construct(called, type => known.TryGetValue(type, out var row) ? row : null, inner);
                    if (inner.Count > 0 && Find(called, inner, depth + 1) is { } found)
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>What the type parameters of a method and its type stand for.</summary>
    private static void Construct(
        IMethodSymbol call,
        Func<ITypeSymbol, INamedTypeSymbol?> read,
        Dictionary<ITypeSymbol, INamedTypeSymbol> rows
    )
    {
        var method =
            call.ReducedFrom is { } extension && call.TypeArguments.Length == extension.TypeParameters.Length
                ? extension.Construct([.. call.TypeArguments])
                : call;
        Add(method.OriginalDefinition.TypeParameters, method.TypeArguments, read, rows);
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            Add(type.OriginalDefinition.TypeParameters, type.TypeArguments, read, rows);
        }
    }

    private static void Add(
        IReadOnlyList<ITypeParameterSymbol> parameters,
        IReadOnlyList<ITypeSymbol> arguments,
        Func<ITypeSymbol, INamedTypeSymbol?> read,
        Dictionary<ITypeSymbol, INamedTypeSymbol> rows
    )
    {
        for (var i = 0; i < parameters.Count && i < arguments.Count; i++)
        {
            if (read(arguments[i]) is { } row)
            {
                rows[parameters[i]] = row;
            }
        }
    }

    private static void Inherit(
        IMethodSymbol? runs,
        IMethodSymbol called,
        Dictionary<ITypeSymbol, INamedTypeSymbol> rows,
        Dictionary<ITypeSymbol, INamedTypeSymbol> known
    )
    {
        if (runs is null || SymbolEqualityComparer.Default.Equals(runs.OriginalDefinition, called.OriginalDefinition))
        {
            return;
        }

        var declaring = called.OriginalDefinition.ContainingType;
        foreach (
            var face in runs
                .ContainingType.AllInterfaces.Concat(Bases(runs.ContainingType))
                .Where(t => SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, declaring))
        )
        {
            for (var i = 0; i < face.TypeArguments.Length; i++)
            {
                if (rows.TryGetValue(declaring.TypeParameters[i], out var row))
                {
                    known[face.TypeArguments[i]] = row;
                }
            }
        }

        for (var i = 0; i < runs.TypeParameters.Length && i < called.OriginalDefinition.TypeParameters.Length; i++)
        {
            if (rows.TryGetValue(called.OriginalDefinition.TypeParameters[i], out var row))
            {
                known[runs.TypeParameters[i]] = row;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent;
        }
    }

    private static IEnumerable<IMethodSymbol> Calls(ControlFlowGraph graph) =>
        graph
            .Blocks.SelectMany(static block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .SelectMany(operation =>
                operation switch
                {
                    IInvocationOperation call => [call.TargetMethod],
                    IMethodReferenceOperation reference => [reference.Method],
                    IFlowAnonymousFunctionOperation lambda => Calls(graph.GetAnonymousFunctionControlFlowGraph(lambda)),
                    _ => Enumerable.Empty<IMethodSymbol>(),
                }
            )
            .Concat(graph.LocalFunctions.SelectMany(local => Calls(graph.GetLocalFunctionControlFlowGraph(local))));
}
