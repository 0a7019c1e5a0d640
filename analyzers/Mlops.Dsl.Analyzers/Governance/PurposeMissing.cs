using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>Data and models may be used for what they were made for.</summary>
internal sealed class PurposeMissing : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP5010",
        "Publication has no purpose",
        "Policy demands a purpose of what is published, but '{0}' declares none; set Purpose",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The policy mlops_dsl.require_purpose (MlopsDslRequirePurpose) demands that each publication says what it may be used "
            + "for: [Publish(…, Purpose = \"…\")]. It is written to the manifest.",
        helpLinkUri: RuleHelp.Link("MLP5010")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        foreach (var publication in context.Pipeline.Publications)
        {
            var publish = publication.Attributes.Declaration;
            if (!publish.Tells("Purpose") && context.Demands(publication.Location, "require_purpose"))
            {
                context.Report(
                    Descriptor,
                    publish.ArgumentLocation("Purpose", context.CancellationToken),
                    publication.Attributes.Text ?? publication.Name
                );
            }
        }
    }
}
