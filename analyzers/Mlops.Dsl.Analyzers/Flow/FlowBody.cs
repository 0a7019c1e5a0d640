using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Code that can be run abstractly: of a method, an accessor, an initializer, a local function or a lambda. One object per body and
/// compilation.
/// </summary>
internal sealed class FlowBody(ControlFlowGraph graph, IMethodSymbol? method)
{
    private readonly Dictionary<ISymbol, FlowBody> _nested = new(SymbolEqualityComparer.Default);
    private ImmutableArray<ISymbol> _captured;

    public ControlFlowGraph Graph => graph;

    /// <summary>What is declared by the body; null for an initializer.</summary>
    public IMethodSymbol? Method => method;

    /// <summary>The variables of enclosing bodies that the body uses.</summary>
    public ImmutableArray<ISymbol> Captured
    {
        get
        {
            if (_captured.IsDefault)
            {
                var used = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
                CollectUsed(graph, used);
                _captured =
                [
                    .. used.Where(variable =>
                        variable is not IMethodSymbol && method is not null && !IsWithin(variable.ContainingSymbol, method)
                    ),
                ];
            }

            return _captured;
        }
    }

    /// <summary>The body of a lambda in this one.</summary>
    public FlowBody Nested(IFlowAnonymousFunctionOperation lambda) =>
        Nested(lambda.Symbol, () => graph.GetAnonymousFunctionControlFlowGraphInScope(lambda));

    /// <summary>The body of a local function that this one can call; null where it has none.</summary>
    public FlowBody? LocalFunction(IMethodSymbol symbol)
    {
        for (var scope = graph; scope is not null; scope = scope.Parent)
        {
            if (scope.LocalFunctions.Contains(symbol, SymbolEqualityComparer.Default))
            {
                return Nested(symbol, () => graph.GetLocalFunctionControlFlowGraphInScope(symbol));
            }
        }

        return null;
    }

    private FlowBody Nested(IMethodSymbol symbol, Func<ControlFlowGraph> find)
    {
        if (!_nested.TryGetValue(symbol, out var body))
        {
            body = new FlowBody(find(), symbol);
            _nested.Add(symbol, body);
        }

        return body;
    }

    private void CollectUsed(ControlFlowGraph code, HashSet<ISymbol> used)
    {
        foreach (var block in code.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                CollectUsed(code, operation, used);
            }

            CollectUsed(code, block.BranchValue, used);
        }
    }

    private void CollectUsed(ControlFlowGraph code, IOperation? operation, HashSet<ISymbol> used)
    {
        switch (operation)
        {
            case null:
                return;
            case ILocalReferenceOperation local:
                used.Add(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                used.Add(parameter.Parameter);
                break;
            case IFlowAnonymousFunctionOperation lambda:
                CollectUsed(code.GetAnonymousFunctionControlFlowGraph(lambda), used);
                break;

            // A local function needs its own variables from whoever calls it. The set also tells which ones were seen.
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }:
                CollectUsedBy(called, used);
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named }:
                CollectUsedBy(named, used);
                break;
        }

        foreach (var child in operation.ChildOperations)
        {
            CollectUsed(code, child, used);
        }
    }

    private void CollectUsedBy(IMethodSymbol localFunction, HashSet<ISymbol> used)
    {
        if (used.Add(localFunction.OriginalDefinition) && LocalFunction(localFunction.OriginalDefinition) is { } body)
        {
            CollectUsed(body.Graph, used);
        }
    }

    private static bool IsWithin(ISymbol? symbol, IMethodSymbol method)
    {
        for (; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, method))
            {
                return true;
            }
        }

        return false;
    }
}
