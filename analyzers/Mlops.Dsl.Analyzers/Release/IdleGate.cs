using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>A gate that nothing asks lets everything through.</summary>
internal sealed class IdleGate : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6003",
        "Gate decides nothing",
        "No [When] names gate '{0}'{1}: '{2}' is published although it refuses; add [When(nameof({0}))] to what it is to decide about",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A gate that refuses makes the program end with exit code 3, but by then everything that does not depend on the gate "
            + "is published. A gate decides about the stages whose [When] names it, and about what needs them.",
        helpLinkUri: RuleHelp.Link("MLP6003")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        var publications = context.Pipeline.Publications.ToList();

        // A publication without any gate has a warning of its own, whose fix asks this one; without publications the exit code is what the
        // gate is for.
        if (
            publications.Count == 0
            || publications.Exists(p => UngatedPublication.IsUngated(p, context.Pipeline, context.CancellationToken))
        )
        {
            return;
        }

        foreach (var gate in context.Pipeline.Gates)
        {
            var successors = context.Pipeline.Successors(gate).ToList();
            if (!successors.Exists(successor => DependsOn(successor, gate) && !LeavesOut(successor, gate, context)))
            {
                var waits =
                    successors.Find(successor => DependsOn(successor, gate)) is { } taker
                        ? $" ('{taker.Name}' takes its result, but decides without it)"
                    : successors.Count == 0 ? ""
                    : $" ('{successors[0].Name}' only waits for it)";
                context.Report(
                    Descriptor,
                    gate.Location,
                    DiagnosticSeverity.Warning,
                    RuleProperties.Of(RuleProperties.Candidates, gate.Name),
                    publications.Where(p => !BoundPipeline.Ancestors(gate).Contains(p)).Select(static p => p.Location),
                    gate.Name,
                    waits,
                    publications[0].Name
                );
            }
        }
    }

    private static bool DependsOn(StageDeclaration stage, StageDeclaration gate) =>
        BoundPipeline.Predecessors(stage, Edges.Data | Edges.Condition).Contains(gate);

    /// <summary>Whether a gate takes another one's result, and decides the same whatever that is.</summary>
    private static bool LeavesOut(StageDeclaration stage, StageDeclaration gate, GraphContext context) =>
        stage.Kind == StageKind.Gate
        && !BoundPipeline.Predecessors(stage, Edges.Condition).Contains(gate)
        && !ResultUse.Decides(stage, gate, context.Pipeline, context.CancellationToken);
}
