using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>What is published may be used only as far as the data that it is made of.</summary>
internal sealed class LicenceMissing : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP5011",
        "Source of a publication has no licence",
        "Policy demands the licence of the data behind what is published, but source '{0}', which '{1}' is made of, declares none; "
            + "set Licence",
        RuleCategory.Governance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The policy mlops_dsl.require_licence (MlopsDslRequireLicence) demands that each source that a publication is made of "
            + "says under which licence or agreement its data may be used: [Source(…, Licence = \"CC-BY-4.0\")]. It is written to the "
            + "manifest.",
        helpLinkUri: RuleHelp.Link("MLP5011")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        var reported = new HashSet<StageDeclaration>();
        foreach (var publication in context.Pipeline.Publications)
        {
            foreach (var source in BoundPipeline.Ancestors(publication, Edges.Data).Where(static s => s.Attributes.IsSource("Source")))
            {
                var declaration = source.Attributes.Declaration;
                if (!declaration.Tells("Licence") && context.Demands(source.Location, "require_licence") && reported.Add(source))
                {
                    context.Report(
                        Descriptor,
                        declaration.ArgumentLocation("Licence", context.CancellationToken),
                        source.Name,
                        publication.Name
                    );
                }
            }
        }
    }
}
