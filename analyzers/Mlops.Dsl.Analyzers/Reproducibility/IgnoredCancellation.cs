using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>A body that never looks at its token cannot be stopped.</summary>
internal sealed class IgnoredCancellation : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4014",
        "Cancellation token is ignored",
        "{0} {1}, so that Ctrl-C and timeouts cannot stop it; check it in loops and pass it on",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The engine cancels a token and waits. A body that loops or waits without looking at the token, or calls what does "
            + "with CancellationToken.None, keeps the run, its resources and the user waiting.",
        helpLinkUri: RuleHelp.Link("MLP4014")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.Loop, OperationKind.Await];

    public override ImmutableArray<string> Types => ["System.Threading.CancellationTokenSource"];

    public override bool Includes(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>What could be told to stop, and is not.</summary>
    public override Func<ISymbol, bool, bool> Recognizes => static (member, _) => member is IMethodSymbol method && TakesToken(method);

    public override Fault? Check(ReachedOperation operation) => UnusedToken.In(operation) ?? Ignored(operation);

    private static Fault? Ignored(ReachedOperation operation)
    {
        if (
            operation.Owner is not IMethodSymbol method
            || method.Parameters.FirstOrDefault(p => p.Type.Is(operation.Types.CancellationToken)) is not { } token
            || token.Locations.FirstOrDefault(static l => l.IsInSource) is not { } location
        )
        {
            return null;
        }

        foreach (var other in operation.Operation.Root().DescendantsAndSelf())
        {
            // One report for a body, from the first that runs on or waits.
            if (
                (MayRunOn(other) && other != operation.Operation && IsBefore(other, operation.Operation))
                || (
                    other is IParameterReferenceOperation use
                    && SymbolEqualityComparer.Default.Equals(use.Parameter.OriginalDefinition, Implementation(token, method))
                )
            )
            {
                return null;
            }
        }

        return new Fault(location, [$"takes the token '{token.Name}' and never looks at it"]);
    }

    private static bool TakesToken(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => parameter.Type.Name == nameof(CancellationToken));

    private static bool MayRunOn(IOperation operation) =>
        operation switch
        {
            ILoopOperation or IAwaitOperation => true,
            IInvocationOperation call => TakesToken(call.TargetMethod),
            IMethodReferenceOperation reference => TakesToken(reference.Method),
            IObjectCreationOperation { Constructor: { } constructor } => constructor.ContainingType.Name == nameof(CancellationTokenSource)
                || TakesToken(constructor),
            _ => false,
        };

    /// <summary>Whether one begins before another, or holds it.</summary>
    private static bool IsBefore(IOperation one, IOperation other) =>
        one.Syntax.SpanStart < other.Syntax.SpanStart
        || (one.Syntax.SpanStart == other.Syntax.SpanStart && one.Syntax.Span.Length > other.Syntax.Span.Length);

    private static IParameterSymbol Implementation(IParameterSymbol token, IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).Parameters[token.Ordinal];
}
