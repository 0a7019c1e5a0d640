using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A body that never looks at its token cannot be stopped.</summary>
internal sealed class IgnoredCancellation : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4014",
        "Cancellation token is ignored",
        "{0} takes the token '{1}' and never looks at it, so that Ctrl-C and timeouts cannot stop it; check it in loops and pass it on",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The engine cancels a token and waits. A body that loops or waits without looking at the token keeps the run, its resources and the user waiting.",
        helpLinkUri: RuleHelp.Link("MLP4014"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.Loop, OperationKind.Await];

    public override Fault? Check(ReachedOperation operation)
    {
        if (operation.Owner is not IMethodSymbol method
            || method.Parameters.FirstOrDefault(p => p.Type.Is(operation.Types.CancellationToken)) is not { } token
            || token.Locations.FirstOrDefault(static l => l.IsInSource) is not { } location)
        {
            return null;
        }

        var root = operation.Operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        foreach (var other in root.DescendantsAndSelf())
        {
            // One report for a body, from the first that runs on or waits.
            if ((other.Kind is OperationKind.Loop or OperationKind.Await && other != operation.Operation && other.Syntax.SpanStart < operation.Operation.Syntax.SpanStart)
                || (other is IParameterReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Parameter.OriginalDefinition, Implementation(token, method))))
            {
                return null;
            }
        }

        return new Fault(location, [token.Name]);
    }

    private static IParameterSymbol Implementation(IParameterSymbol token, IMethodSymbol method) => (method.PartialImplementationPart ?? method).Parameters[token.Ordinal];
}
