using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>Without a gate the worst model ever trained becomes the newest version.</summary>
internal sealed class UngatedPublication : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6001",
        "Publication has no gate",
        "Nothing decides whether '{0}' is published{1}; {2}",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A published version is what others use. A gate on its path, by [When], decides whether a new one is good enough. "
            + "[After] is no gate: it waits for the gate to decide, whatever it decides. A warning for models, a suggestion for other "
            + "artifacts; reports and metrics need no gate.",
        helpLinkUri: RuleHelp.Link("MLP6001")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        foreach (var publication in context.Pipeline.Publications.Where(p => IsUngated(p, context.Pipeline, context.CancellationToken)))
        {
            var isModel = Provenance.IsModel(publication, context.Pipeline);
            if ((!isModel && Provenance.IsAccount(publication)) || context.Policies(publication, "required_gates").Any())
            {
                continue;
            }

            var gates = context
                .Pipeline.Gates.Where(gate => !BoundPipeline.Ancestors(gate).Contains(publication))
                .Select(static gate => gate.Name)
                .ToList();
            var help =
                gates.Count == 0
                    ? "add a gate that compares its metrics with what a release needs, and name it in [When]"
                    : $"add [When] with the gate that decides: {gates.Alternatives()}";
            context.Report(
                Descriptor,
                publication.Location,
                isModel ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                RuleProperties
                    .Of(RuleProperties.Candidates, string.Join(", ", gates))
                    .Add(RuleProperties.Evidence, HeldOutMetrics.Of(context.Pipeline, publication)),
                [],
                publication.Name,
                Near(publication),
                help
            );
        }
    }

    /// <summary>Whether no gate has a say in it. One that is named by [Unless] has: another rule asks about that.</summary>
    public static bool IsUngated(StageDeclaration publication, BoundPipeline pipeline, CancellationToken cancellationToken) =>
        !Guards
            .Of(publication)
            .Any(guard => guard.Kind != GuardKind.Code || ResultUse.Decides(guard.At, guard.Gate, pipeline, cancellationToken));

    /// <summary>How a gate that decides nothing is near the publication all the same; empty where none is.</summary>
    private static string Near(StageDeclaration publication)
    {
        if (Guards.Of(publication).FirstOrDefault(static guard => guard.Kind == GuardKind.Code) is { } taken)
        {
            return $": '{taken.At.Name}' takes the result of gate '{taken.Gate.Name}', and goes on whatever it says";
        }

        var waited = BoundPipeline
            .Ancestors(publication)
            .Prepend(publication)
            .SelectMany(static s => s.After)
            .FirstOrDefault(static s => s.Kind == StageKind.Gate);
        return waited is null ? "" : $": [After] waits for gate '{waited.Name}', but goes on when it refused";
    }
}
