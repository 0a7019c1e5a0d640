using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>A team that wants certain gates before every release lists them once.</summary>
internal sealed class RequiredGateMissing : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6007",
        "Publication lacks a gate that policy demands",
        "Policy demands {0} before '{1}' is published, but {2}",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The policy mlops_dsl.required_gates (MlopsDslRequiredGates) lists the gates that must be on the path of each "
            + "publication, by name; * stands for any gate.",
        helpLinkUri: RuleHelp.Link("MLP6007")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        var declared = context.Pipeline.Gates.Select(static gate => gate.Name).ToList();
        foreach (var publication in context.Pipeline.Publications)
        {
            var guards = Guards.Of(publication).Where(static guard => guard.Passes).Select(static guard => guard.Gate.Name).ToList();
            foreach (var required in context.Policies(publication, "required_gates"))
            {
                if (
                    required == "*"
                        ? guards.Count > 0
                        : guards.Exists(name => string.Equals(name, required, StringComparison.OrdinalIgnoreCase))
                )
                {
                    continue;
                }

                var candidates =
                    required == "*"
                        ? declared
                        : declared.FindAll(name => string.Equals(name, required, StringComparison.OrdinalIgnoreCase));
                var demanded = required == "*" ? "a gate" : $"gate '{required}'";
                var state =
                    candidates.Count > 0
                        ? $"no [When] on its path names {candidates.Alternatives()}; add it"
                        : "the pipeline has none; add it, and name it in [When]";
                context.Report(
                    Descriptor,
                    publication.Location,
                    DiagnosticSeverity.Warning,
                    RuleProperties
                        .Of(RuleProperties.Candidates, string.Join(", ", candidates))
                        .Add(RuleProperties.Replacement, required == "*" ? "" : required),
                    [],
                    demanded,
                    publication.Name,
                    state
                );
            }
        }
    }
}
