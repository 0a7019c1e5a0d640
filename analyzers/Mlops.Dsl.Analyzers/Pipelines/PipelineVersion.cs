using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Contracts.Versions;

namespace Mlops.Dsl.Analyzers.Pipelines;

/// <summary>The version orders contracts, so that it must be a semantic one.</summary>
internal sealed class PipelineVersion : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1005",
        "Pipeline version is not a semantic version",
        "'{0}' is no semantic version: write major.minor.patch, such as '1.0.0' or '2.1.0-beta.1'",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pipeline's Version follows semantic versioning 2.0: major.minor.patch, with an optional pre-release and "
            + "build part.",
        helpLinkUri: RuleHelp.Link("MLP1005")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        if (
            context.Attribute.NamedArguments.Any(a => a.Key == "Version")
            && !(context.Attribute.Argument("Version") is string text && SemanticVersion.TryParse(text) is not null)
        )
        {
            var version = context.Attribute.Argument("Version") as string ?? "null";
            context.Report(Descriptor, context.Attribute.ArgumentLocation("Version", context.CancellationToken), version);
        }
    }
}
