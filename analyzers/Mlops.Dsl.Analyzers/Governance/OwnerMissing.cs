using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>What is published has to have somebody who answers for it.</summary>
internal sealed class OwnerMissing : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP5009",
        "Pipeline that publishes has no owner",
        "Policy demands an owner of what is published, but pipeline '{0}' declares none; set Owner",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The policy mlops_dsl.require_owner (MlopsDslRequireOwner) demands that each pipeline that publishes says who answers "
            + "for it: [Pipeline(…, Owner = \"…\")]. It is written to the manifest.",
        helpLinkUri: RuleHelp.Link("MLP5009")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        var pipeline = context.Pipeline.Attribute;
        var location = pipeline.ArgumentLocation("Owner", context.CancellationToken);
        if (!pipeline.Tells("Owner") && context.Pipeline.Publications.Any() && context.Demands(location, "require_owner"))
        {
            context.Report(Descriptor, location, context.Pipeline.Type.Name);
        }
    }
}
