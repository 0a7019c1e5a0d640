using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>The name is typed on command lines and is the key in the store.</summary>
internal sealed class PublishName : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1018",
        "Published name is invalid",
        "'{0}' is no name to publish under: use lower-case letters and digits, in words joined by single hyphens, such as 'api-area'",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A published artifact's name is its key in the store. It consists of lower-case letters, digits and single hyphens.",
        helpLinkUri: RuleHelp.Link("MLP1018")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var publish in context.Stages.Select(s => s.Role(context.Types.Publish)))
        {
            if (publish is { ConstructorArguments.Length: > 0 } && !Names.IsName(publish.Argument<string>(0)))
            {
                var name = publish.Argument<string>(0);
                context.Report(
                    Descriptor,
                    publish.ArgumentLocation(0, context.CancellationToken),
                    RuleProperties.Of(RuleProperties.Replacement, Names.ToName(name ?? "")),
                    name ?? "null"
                );
            }
        }
    }
}
