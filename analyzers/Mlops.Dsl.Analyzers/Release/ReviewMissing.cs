using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>A team that reviews its releases wants each publication to say so.</summary>
internal sealed class ReviewMissing : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6006",
        "Publication does not require the review that policy demands",
        "Policy demands a review of what is published, but '{0}' does not require one; add [RequiresReview]",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The policy mlops_dsl.require_review (MlopsDslRequireReview) demands that a person approves each version before it is "
            + "used. [RequiresReview] beside [Publish] says so in the manifest, and the store keeps to it.",
        helpLinkUri: RuleHelp.Link("MLP6006")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        foreach (var publication in context.Pipeline.Publications)
        {
            var publish = publication.Attributes.Declaration;
            if (publication.Attributes.RequiredApprovals == 0 && context.Demands(publication.Location, "require_review"))
            {
                var location = publish.Location(context.CancellationToken);
                context.Report(Descriptor, location, publication.Attributes.Text ?? publication.Name);
            }
        }
    }
}
