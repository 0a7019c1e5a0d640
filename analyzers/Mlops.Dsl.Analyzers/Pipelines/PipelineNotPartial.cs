using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>The generator adds members to the class, so that it and what contains it must be partial.</summary>
internal sealed class PipelineNotPartial : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1001",
        "Pipeline class is not partial",
        "'{0}' must be partial: the generator adds the pipeline's definition and runners to {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pipeline class, and every type that contains it, must be partial, because the generator adds members to it.",
        helpLinkUri: RuleHelp.Link("MLP1001")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var type in PartialTypes.NotPartial(context.Pipeline, context.CancellationToken))
        {
            var where = type.Is(context.Pipeline) ? "it" : $"'{context.Pipeline.Name}', which it contains";
            context.Report(Descriptor, type.NameLocation(), type.Name, where);
        }
    }
}
