using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Sources;

/// <summary>A source of files returns files.</summary>
internal sealed class SourceReturnType : PipelineRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP1052",
        "Source returns no data",
        "Source '{0}' returns {1}; return {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A source returns the data that it brings in. A source with a location returns a FileSet, or a FileArtifact where the "
            + "location names one file. A stage downstream parses them.",
        helpLinkUri: RuleHelp.Link("MLP1052")
    );

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override void Check(PipelineContext context)
    {
        foreach (var stage in context.Stages)
        {
            if (stage.Role(context.Types.Source) is not { } source)
            {
                continue;
            }

            var result = context.Types.Result(stage.Method.ReturnType);
            if (source.ConstructorArguments.IsEmpty)
            {
                if (result is null)
                {
                    context.Report(Descriptor, stage.Method.NameLocation(), stage.Method.Name, "nothing", "the data that it brings in");
                }

                continue;
            }

            var type = result ?? stage.Method.ReturnType;
            var isPattern = source.Argument<string>(0)?.IndexOfAny(['*', '?']) >= 0 && !SourceUri.Is(source.Argument<string>(0));
            if (!type.Is(context.Types.FileSet) && !type.Is(context.Types.FileArtifact))
            {
                context.Report(
                    Descriptor,
                    stage.Method.NameLocation(),
                    stage.Method.Name,
                    type.Display(),
                    "FileSet, or FileArtifact for one file"
                );
            }
            else if (isPattern && type.Is(context.Types.FileArtifact))
            {
                context.Report(
                    Descriptor,
                    stage.Method.NameLocation(),
                    stage.Method.Name,
                    "one FileArtifact although its pattern can match several",
                    "FileSet"
                );
            }
        }
    }
}
