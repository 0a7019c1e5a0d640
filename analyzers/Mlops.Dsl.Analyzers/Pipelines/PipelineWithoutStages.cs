using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>A run of a pipeline without stages would succeed and have done nothing.</summary>
internal sealed class PipelineWithoutStages : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1027",
        "Pipeline has no stages",
        "Pipeline '{0}' has no stages, so that a run of it would do nothing: mark what it does with [Stage], [Source], [Gate] or [Publish]",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pipeline is made of its stages: methods of the class that are marked with [Stage], [Source], [Gate] or [Publish]. "
            + "Those of a base class are not among them.",
        helpLinkUri: RuleHelp.Link("MLP1027")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        if (context.Stages.IsEmpty && !context.HasReported(context.Pipeline.NameLocation()))
        {
            context.Report(Descriptor, context.Pipeline.NameLocation(), context.Pipeline.Name);
        }
    }
}
