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
        description: "The engine runs each stage once, caches it and records it. A member of the pipeline that calls a stage runs it again, unseen. Take the stage's output as a parameter, or move the shared code into a method that is no stage.",
        helpLinkUri: RuleHelp.Link("MLP1021"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.Invocation];

    public override void Check(OperationAnalysisContext context, INamedTypeSymbol pipeline, KnownTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            && call.TargetMethod.ContainingType.Is(pipeline)
            && StageMethod.Find(call.TargetMethod, types) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Syntax.GetLocation(), call.TargetMethod.Name));
        }
    }
}
