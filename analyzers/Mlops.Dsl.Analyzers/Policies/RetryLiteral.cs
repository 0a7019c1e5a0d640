using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Policies;

/// <summary>A retry policy that is out of range would fail only when the pipeline starts.</summary>
internal sealed class RetryLiteral : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1072",
        "Retry policy is out of range",
        "[Retry] of '{0}': {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage may run 2 to 100 times in all, waits a TimeSpan in constant format that is not negative, and multiplies it "
            + "by a back-off of at least 1.",
        helpLinkUri: RuleHelp.Link("MLP1072")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var method in context.Stages.Select(s => s.Method))
        {
            if (method.FindAttribute(context.Types.Retry) is not { } retry)
            {
                continue;
            }

            if (retry.ConstructorArguments is [{ Value: int attempts }] && attempts is < 2 or > 100)
            {
                context.Report(
                    Descriptor,
                    retry.ArgumentLocation(0, context.CancellationToken),
                    method.Name,
                    $"{attempts} attempts in all are not between 2 and 100"
                );
            }

            if (retry.Argument("Delay") is string text && !(DurationText.TryParse(text, out var delay) && delay >= TimeSpan.Zero))
            {
                context.Report(
                    Descriptor,
                    retry.ArgumentLocation("Delay", context.CancellationToken),
                    method.Name,
                    $"'{text}' is no delay: write hours:minutes:seconds, such as '00:00:01' for one second"
                );
            }

            if (retry.Argument("Backoff") is double backoff && !(backoff >= 1 && backoff < double.PositiveInfinity))
            {
                context.Report(
                    Descriptor,
                    retry.ArgumentLocation("Backoff", context.CancellationToken),
                    method.Name,
                    $"a back-off of {backoff.ToString(CultureInfo.InvariantCulture)} is not at least 1"
                );
            }
        }
    }
}
