using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>Nobody can wait for an async void method, or see it fail.</summary>
internal sealed class AsyncVoidStage : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1013",
        "Stage is async void",
        "Stage '{0}' is async void, so that the engine cannot wait for it or see it fail; return Task",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The engine awaits stages. An async void method returns at its first await, and its exception ends the process.",
        helpLinkUri: RuleHelp.Link("MLP1013")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            var body = stage.Method.PartialImplementationPart ?? stage.Method;
            if (body is { IsAsync: true, ReturnsVoid: true })
            {
                context.Report(Descriptor, stage.Method.NameLocation(), stage.Method.Name);
            }
        }
    }
}
