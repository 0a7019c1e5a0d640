using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Release;

/// <summary>[Unless] is easily read as "unless it refused".</summary>
internal sealed class PublishedUnlessPassed : GraphRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP6004",
        "Publication runs if its gate refused",
        "{0} if gate '{1}' passed, so that '{2}' is published exactly when the gate refused; {3}",
        RuleCategory.Release,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "[When(gate)] runs a stage if the gate passed, [Unless(gate)] if it refused. A pipeline that publishes only what a "
            + "gate refused has mixed them up. One that publishes both, under different names, is not reported.",
        helpLinkUri: RuleHelp.Link("MLP6004")
    );

    private static readonly string[] Deliberate =
    [
        "reject",
        "refus",
        "fail",
        "quarantine",
        "candidate",
        "fallback",
        "shadow",
        "challenger",
        "review",
        "incident",
        "alert",
        "debug",
        "diagnos",
    ];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(GraphContext context)
    {
        var guards = context.Pipeline.Publications.Select(static p => (Publication: p, Guards: Guards.Of(p).ToList())).ToList();
        var consents = new HashSet<StageDeclaration>(
            guards.SelectMany(static p => p.Guards).Where(static g => g.Passes && g.Kind != GuardKind.Code).Select(static g => g.Gate)
        );
        var reported = new HashSet<StageDeclaration>();
        foreach (var (publication, own) in guards.Where(static p => !IsDeliberate(p.Publication)))
        {
            foreach (var guard in own.Where(g => !g.Passes && !consents.Contains(g.Gate)))
            {
                if (reported.Add(guard.At))
                {
                    var condition = ConditionOf(guard);
                    var isUnless = condition?.Is("Unless") == true;
                    context.Report(
                        Descriptor,
                        condition?.Syntax?.GetLocation() ?? guard.At.Location,
                        isUnless ? $"[Unless] skips '{guard.At.Name}'" : $"What [When] asks for is false, and skips '{guard.At.Name}',",
                        guard.Gate.Name,
                        publication.Name,
                        isUnless ? "use [When]" : "let it be true if the gate passed"
                    );
                }
            }
        }
    }

    private static bool IsDeliberate(StageDeclaration publication) =>
        new[] { publication.Name, publication.Attributes.Text ?? "" }.Any(static name =>
            Array.Exists(Deliberate, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
        );

    /// <summary>The attribute that skips the stage: the only one, or of several [Unless].</summary>
    private static TextAttribute? ConditionOf(Guard guard) =>
        guard.At.Attributes.Conditions.Find(static condition => condition.Is("Unless")) ?? guard.At.Attributes.Conditions.FirstOrDefault();
}
