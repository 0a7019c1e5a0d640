using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Policies;

/// <summary>A stage can't occupy less than nothing.</summary>
internal sealed class ResourcesLiteral : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1073",
        "Resources are out of range",
        "[Resources] of '{0}': {1} is {2}, but must be at least 0",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Cpu, MemoryMiB and Gpu are amounts that the stage occupies while it runs: finite and not negative.",
        helpLinkUri: RuleHelp.Link("MLP1073")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    private static readonly string[] Amounts = ["Cpu", "MemoryMiB", "Gpu"];

    public override void Check(PipelineContext context)
    {
        foreach (var method in context.Stages.Select(s => s.Method))
        {
            if (method.FindAttribute(context.Types.Resources) is not { } resources)
            {
                continue;
            }

            foreach (var name in Amounts)
            {
                if (
                    resources.Argument(name) is IConvertible amount
                    && !(amount.ToDouble(CultureInfo.InvariantCulture) is >= 0 and < double.PositiveInfinity)
                )
                {
                    context.Report(
                        Descriptor,
                        resources.ArgumentLocation(name, context.CancellationToken),
                        method.Name,
                        name,
                        amount.ToString(CultureInfo.InvariantCulture)
                    );
                }
            }
        }
    }
}
