using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>A timeout cancels the stage's token; a stage without one runs on.</summary>
internal sealed class TimeoutWithoutToken : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1024",
        "Stage with a timeout takes no cancellation token",
        "Stage '{0}' has a [Timeout] but takes no CancellationToken, so that nothing stops it when the time is over",
        RuleCategory.Declaration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A timeout cancels the token that the stage was given. A stage that takes none goes on after it failed, and holds its "
            + "resources.",
        helpLinkUri: RuleHelp.Link("MLP1024")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (
                stage.Method.FindAttribute(context.Types.Timeout) is { } timeout
                && !stage.Method.Parameters.Any(p => p.Type.Is(context.Types.CancellationToken))
            )
            {
                context.Report(Descriptor, timeout.Location(context.CancellationToken), stage.Method.Name);
            }
        }
    }
}
