using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>A source brings data in; it has no inputs of its own.</summary>
internal sealed class SourceInput : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1058",
        "Source takes an input",
        "Source '{0}' cannot take '{1}': {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A source with a location takes nothing. A source with a body takes StageContext, CancellationToken and "
            + "[FromServices] parameters; values come from [Parameter] properties.",
        helpLinkUri: RuleHelp.Link("MLP1058")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (stage.Source(context.Types) is not { } source)
            {
                continue;
            }

            foreach (var parameter in stage.Method.Parameters)
            {
                if (source.ConstructorArguments.Length > 0)
                {
                    context.Report(
                        Descriptor,
                        parameter.NameLocation(),
                        stage.Method.Name,
                        parameter.Name,
                        $"{(source.AttributeClass.Is(context.Types.Source) ? "a source with a location" : "what the engine brings")} "
                            + $"takes nothing"
                    );
                }
                else if (!IsInjected(parameter, context.Types))
                {
                    context.Report(
                        Descriptor,
                        parameter.NameLocation(),
                        stage.Method.Name,
                        parameter.Name,
                        "make it a [Stage] if it needs another stage's output, or take a value from a [Parameter] property"
                    );
                }
            }
        }
    }

    private static bool IsInjected(IParameterSymbol parameter, KnownTypes types) =>
        parameter.Type.Is(types.StageContext)
        || parameter.Type.Is(types.CancellationToken)
        || parameter.FindAttribute(types.FromServices) is not null;
}
