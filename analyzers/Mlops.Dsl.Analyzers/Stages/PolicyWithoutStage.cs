using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>A policy on a method that is no stage does nothing.</summary>
internal sealed class PolicyWithoutStage : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1025",
        "Policy on a method that is no stage",
        "[{0}] on '{1}' does nothing: the method is no [Stage], [Gate], [Publish], [Source], [Notify] or [Start]",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "[Retry], [Timeout], [Resources], [NoCache], [ForEach], [When], [Unless] and [After] tell how a stage is run. On "
            + "another method they are ignored.",
        helpLinkUri: RuleHelp.Link("MLP1025")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var method in context.Pipeline.GetMembers().OfType<IMethodSymbol>().Where(m => StageMethod.Find(m, context.Types) is null))
        {
            foreach (var attribute in method.GetAttributes().Where(a => IsPolicy(a, context.Types)))
            {
                context.Report(
                    Descriptor,
                    attribute.Location(context.CancellationToken),
                    attribute.AttributeClass!.Name.Replace("Attribute", ""),
                    method.Name
                );
            }
        }
    }

    private static bool IsPolicy(AttributeData attribute, KnownTypes types) =>
        attribute.AttributeClass is { } type
        && (
            type.Is(types.Retry)
            || type.Is(types.Timeout)
            || type.Is(types.Resources)
            || type.Is(types.NoCache)
            || type.Is(types.ForEach)
            || type.Is(types.When)
            || type.Is(types.Unless)
            || type.Is(types.After)
        );
}
