using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>A publication stores what the method returns.</summary>
internal sealed class PublishWithoutOutput : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1020",
        "Publication returns nothing",
        "'{0}' publishes what it returns, but returns {1}; return the one artifact to publish",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Publish] stores the method's result under a name. A method that returns nothing has nothing to publish; one that "
            + "returns a tuple has several.",
        helpLinkUri: RuleHelp.Link("MLP1020")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (stage.Role(context.Types.Publish) is null)
            {
                continue;
            }

            var result = context.Types.Result(stage.Method.ReturnType);
            if (result is null or { IsTupleType: true })
            {
                context.Report(
                    Descriptor,
                    stage.Method.NameLocation(),
                    stage.Method.Name,
                    result is null ? "nothing" : "several artifacts"
                );
            }
        }
    }
}
