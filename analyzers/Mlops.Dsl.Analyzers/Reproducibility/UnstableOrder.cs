using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Concurrent and hashed collections, and parallel queries, have an order of the moment.</summary>
internal sealed class UnstableOrder : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4006",
        "Order of a collection changes from run to run",
        "{0} takes the elements of '{1}' in an order that changes from run to run; sort them first",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Concurrent collections and parallel queries give their elements in the order that threads happened to finish, immutable hash tables in the order of hash codes, which each process seeds anew. Whatever keeps that order is different in each run.",
        helpLinkUri: RuleHelp.Link("MLP4006"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        ["System.Linq.Enumerable", "System.Linq.ParallelEnumerable", "System.String", "System.Collections.Concurrent.ConcurrentBag`1", "System.Collections.Concurrent.ConcurrentDictionary`2"];

    public override ImmutableArray<OperationKind> Operations => [OperationKind.Loop];

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) => operation.Operation switch
    {
        IForEachLoopOperation loop when Ordering.IsKeptBy(loop.Body) && UnstableCollections.Find(loop.Collection) is { } collection =>
            new Fault(loop.Collection.Syntax.GetLocation(), [collection]),
        IInvocationOperation call when Ordering.IsKeptBy(call) && UnstableCollections.Find(Sequence(call)) is { } collection => operation.Fault(collection),
        _ => null,
    };

    private static IOperation? Sequence(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.Name == nameof(string.Join) ? call.Arguments.LastOrDefault()?.Value : call.Arguments.FirstOrDefault()?.Value);
}
