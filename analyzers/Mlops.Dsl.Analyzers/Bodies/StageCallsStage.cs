using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Bodies;

/// <summary>A direct call bypasses the graph, the cache and the records.</summary>
internal sealed class StageCallsStage : BodyRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1021",
        "Stage is called directly",
        "'{0}' is called directly, so that it runs outside the graph: uncached, unrecorded and once more; take its output as a parameter",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The engine runs each stage once, caches it and records it. A member of the pipeline that calls a stage runs it "
            + "again, unseen. Take the stage's output as a parameter, or move the shared code into a method that is no stage.",
        helpLinkUri: RuleHelp.Link("MLP1021")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.Invocation, OperationKind.MethodReference];

    public override void Check(IOperation operation, OperationBlockAnalysisContext body, INamedTypeSymbol pipeline, KnownTypes types)
    {
        // A stage passed as a delegate is called by whoever takes it.
        var (instance, target) = operation switch
        {
            IInvocationOperation call => (call.Instance, call.TargetMethod),
            IMethodReferenceOperation reference => (reference.Instance, reference.Method),
            _ => (null, null),
        };
        if (
            instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            && target is not null
            && target.ContainingType.Is(pipeline)
            && StageMethod.Find(target, types) is not null
        )
        {
            body.ReportDiagnostic(Diagnostic.Create(Descriptor, operation.Syntax.GetLocation(), target.Name));
        }
    }
}
