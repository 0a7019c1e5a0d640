using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Policies;

/// <summary>A limit that does not parse would fail only when the pipeline starts.</summary>
internal sealed class TimeoutLiteral : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1071",
        "Timeout is malformed",
        "'{0}' is no timeout: write hours:minutes:seconds, more than zero, such as '00:10:00' for ten minutes",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The limit is a TimeSpan in constant format ([d.]hh:mm:ss[.fffffff]) and is more than zero.",
        helpLinkUri: RuleHelp.Link("MLP1071")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var method in context.Stages.Select(s => s.Method))
        {
            if (
                method.FindAttribute(context.Types.Timeout) is { ConstructorArguments.Length: > 0 } timeout
                && !(DurationText.TryParse(timeout.Argument<string>(0), out var limit) && limit > TimeSpan.Zero)
            )
            {
                context.Report(Descriptor, timeout.ArgumentLocation(0, context.CancellationToken), timeout.Argument<string>(0) ?? "null");
            }
        }
    }
}
