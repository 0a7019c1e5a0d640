using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>The generator writes the body of a source of files.</summary>
internal sealed class SourceNotPartial : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1051",
        "Source with a location is not partial",
        "Source '{0}' {1}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Source] with a path, glob or URI is a partial method without a body: the generator reads and hashes the files. A "
            + "method with a body of its own is [Source] without a location.",
        helpLinkUri: RuleHelp.Link("MLP1051")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (stage.Role(context.Types.Source) is not { } source)
            {
                CheckWatched(context, stage);
                continue;
            }

            var method = stage.Method;
            var isLocated = source.ConstructorArguments.Length > 0;
            var isDeclaredOnly = method.IsPartialDefinition && !HasBodyOfItsOwn(method);
            if (isLocated && !method.IsPartialDefinition)
            {
                context.Report(
                    Descriptor,
                    method.NameLocation(),
                    method.Name,
                    "has a location, so that the generator writes its body: make it partial, without a body"
                );
            }
            else if (isLocated && HasBodyOfItsOwn(method))
            {
                context.Report(
                    Descriptor,
                    method.NameLocation(),
                    method.Name,
                    "has a location and a body: remove the body, or the location to read the data yourself"
                );
            }
            else if (!isLocated && isDeclaredOnly)
            {
                context.Report(
                    Descriptor,
                    source.Location(context.CancellationToken),
                    method.Name,
                    "has neither a location nor a body: write [Source(\"path/*.csv\")], or a body that reads the data"
                );
            }
        }
    }

    /// <summary>What was served or published is brought by the run: the body is the generator's in any case.</summary>
    private static void CheckWatched(PipelineContext context, StageMethod stage)
    {
        if (
            (stage.Role(context.Types.Served) ?? stage.Role(context.Types.FromPublished)) is not null
            && (!stage.Method.IsPartialDefinition || HasBodyOfItsOwn(stage.Method))
        )
        {
            context.Report(
                Descriptor,
                stage.Method.NameLocation(),
                stage.Method.Name,
                "is brought by the run, so that the generator writes its body: make it partial, without a body"
            );
        }
    }

    /// <summary>The generated implementation is not in the files that the user wrote, which have the attribute's syntax tree.</summary>
    private static bool HasBodyOfItsOwn(IMethodSymbol method) =>
        method.PartialImplementationPart is { } body
        && !body.Locations.Any(l => l.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) == true);
}
