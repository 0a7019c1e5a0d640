using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>The name is typed on command lines and names files.</summary>
internal sealed class PipelineName : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1004",
        "Pipeline name is invalid",
        "'{0}' is no pipeline name: use lower-case letters and digits, in words joined by single hyphens, such as 'api-docs'",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pipeline's name is typed on command lines and names its manifest. It consists of lower-case letters, digits and "
            + "single hyphens.",
        helpLinkUri: RuleHelp.Link("MLP1004")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        var name = context.Attribute.Argument<string>(0);
        if (!Names.IsName(name) && context.Attribute.ConstructorArguments.Length > 0)
        {
            context.Report(
                Descriptor,
                context.Attribute.ArgumentLocation(0, context.CancellationToken),
                RuleProperties.Of(RuleProperties.Replacement, Names.ToName(name ?? "")),
                name ?? "null"
            );
        }
    }
}
