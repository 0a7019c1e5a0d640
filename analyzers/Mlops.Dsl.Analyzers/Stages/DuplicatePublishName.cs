using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Stages;

/// <summary>Two stages that publish under one name would make versions of each other.</summary>
internal sealed class DuplicatePublishName : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1019",
        "Two stages publish under one name",
        "'{0}' is also the name that '{1}' publishes under: each would be a version of the other",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each published name is one series of versions. Two stages of a pipeline that publish under one name would "
            + "interleave theirs.",
        helpLinkUri: RuleHelp.Link("MLP1019")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        var first = new Dictionary<string, StageMethod>(StringComparer.Ordinal);
        foreach (var stage in context.Stages)
        {
            if (stage.Role(context.Types.Publish) is not { } publish || publish.Argument<string>(0) is not { } name)
            {
                continue;
            }

            if (first.TryGetValue(name, out var other))
            {
                context.Report(Descriptor, publish.ArgumentLocation(0, context.CancellationToken), name, other.Method.Name);
            }
            else
            {
                first.Add(name, stage);
            }
        }
    }
}
