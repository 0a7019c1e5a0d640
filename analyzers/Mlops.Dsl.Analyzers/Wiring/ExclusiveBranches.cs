using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Wiring;

/// <summary>A stage is skipped if anything that it needs is: what needs two branches of which one is always skipped never runs.</summary>
internal sealed class ExclusiveBranches : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1041",
        "Stage needs two branches that never both run",
        "'{0}' never runs: {1}, and {2}; let it need one of the two, or decide inside one stage",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage is skipped if anything that it needs is skipped. What runs [When] a condition holds and what runs [Unless] "
            + "it does never run in one run, so that a stage that needs both never runs at all.",
        helpLinkUri: RuleHelp.Link("MLP1041")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        var conditions = context.Pipeline.Stages.SelectMany(static stage =>
            stage.Conditions.Select(condition => (Stage: stage, condition.Name, condition.Expected))
        );
        foreach (var decided in conditions.GroupBy(static condition => condition.Name, StringComparer.Ordinal))
        {
            var when = decided.Where(static condition => condition.Expected).Select(static condition => condition.Stage).ToList();
            var unless = decided.Where(static condition => !condition.Expected).Select(static condition => condition.Stage).ToList();
            if (when.Count > 0 && unless.Count > 0)
            {
                Check(context, decided.Key, when, unless);
            }
        }
    }

    private static void Check(GraphContext context, string condition, List<StageDeclaration> when, List<StageDeclaration> unless)
    {
        var never = WithDescendants(context.Pipeline, when);
        never.IntersectWith(WithDescendants(context.Pipeline, unless));

        // What needs such a stage is a consequence; a stage that has both attributes contradicts itself, which has a rule of its own.
        foreach (
            var stage in context
                .Pipeline.Stages.Where(never.Contains)
                .Where(stage => !BoundPipeline.Predecessors(stage).Any(never.Contains))
        )
        {
            if (!(when.Contains(stage) && unless.Contains(stage)))
            {
                context.Report(
                    Descriptor,
                    stage.Location,
                    stage.Name,
                    Explain(stage, when, $"runs when '{condition}' holds"),
                    Explain(stage, unless, $"runs unless '{condition}' holds")
                );
            }
        }
    }

    private static HashSet<StageDeclaration> WithDescendants(BoundPipeline pipeline, List<StageDeclaration> stages) =>
        [.. stages, .. stages.SelectMany(stage => pipeline.Descendants(stage))];

    private static string Explain(StageDeclaration stage, List<StageDeclaration> decided, string rule) =>
        decided.Contains(stage) ? $"it {rule}" : $"it needs '{BoundPipeline.Ancestors(stage).First(decided.Contains).Name}', which {rule}";
}
