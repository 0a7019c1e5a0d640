using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>A location is a path, a glob or a URI with placeholders in braces.</summary>
internal sealed class SourceLocation : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1053",
        "Source location is malformed",
        "The location of source '{0}' {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A location is a path, a glob or an HTTP(S) URI; {Name} stands for the value of a parameter.",
        helpLinkUri: RuleHelp.Link("MLP1053")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (
                stage.Role(context.Types.Source) is { ConstructorArguments.Length: > 0 } source
                && Problem(source.Argument<string>(0)) is { } problem
            )
            {
                context.Report(Descriptor, source.ArgumentLocation(0, context.CancellationToken), stage.Method.Name, problem);
            }
        }
    }

    private static string? Problem(string? location) =>
        location is null || location.Trim().Length == 0 ? "is empty: name a file, a glob or a URI"
        : LocationTemplate.Parse(location).Problem is { } problem ? problem
        : location.IndexOf("://", StringComparison.Ordinal) > 0 && !SourceUri.Is(location)
            ? "has a scheme that is not supported: use http or https, or a path"
        : null;
}
