using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>A derived class could override what stages call, and would itself be no pipeline.</summary>
internal sealed class PipelineNotSealed : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1009",
        "Pipeline class is not sealed",
        "Pipeline '{0}' can be sealed: a class derived from it is no pipeline",
        RuleCategory.Declaration,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The engine creates exactly the declared class. Sealing it says so, and lets the compiler and the fingerprint follow "
            + "its calls exactly.",
        helpLinkUri: RuleHelp.Link("MLP1009")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        if (context.Pipeline is { IsSealed: false, IsAbstract: false, IsStatic: false, IsRecord: false })
        {
            context.Report(Descriptor, context.Pipeline.NameLocation(), context.Pipeline.Name);
        }
    }
}
