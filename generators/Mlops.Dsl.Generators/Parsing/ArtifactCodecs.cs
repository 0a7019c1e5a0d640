using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>The codecs of what stages exchange. Reports the types that have none.</summary>
internal sealed class ArtifactCodecs(ParseContext context)
{
    /// <summary>Reports every artifact without a codec, for a caller that needs no more than that.</summary>
    public void Check(IEnumerable<StageDeclaration> stages)
    {
        foreach (var stage in stages)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (var input in stage.Inputs)
            {
                if (input.Element is not null)
                {
                    OfElement(input, input.Element);
                }
            }

            foreach (var output in stage.Outputs)
            {
                Of(output);
            }
        }
    }

    /// <summary>How an output is encoded; null where its type is not known.</summary>
    public ArtifactPlan? Of(OutputDeclaration output) => Find(output.Stage, output.Type, IsReadInEveryRun(output.Stage));

    /// <summary>
    /// The expression of the codec of a list's element. Elements are encoded to be hashed only: the files of a source stay where they are
    /// then, too.
    /// </summary>
    public string OfElement(InputBinding binding, ITypeSymbol element) =>
        Find(binding.Output.Stage, element, binding.Output.Stage.Kind == StageKind.Source)?.Plan.Expression ?? "";

    /// <summary>
    /// A source with a version token is reused like a stage: its files have to be in the store then, wherever they were found.
    /// </summary>
    private static bool IsReadInEveryRun(StageDeclaration stage) =>
        stage.Attributes.IsSource("Source") && stage.Attributes.Named("Version") is null;

    private ArtifactPlan? Find(StageDeclaration stage, ITypeSymbol type, bool isSource)
    {
        if (type.HasErrors())
        {
            return null;
        }

        var artifact = context.Codec(type, isSource);
        if (artifact.Plan.Problem is { } problem)
        {
            var display = context.Types.DisplayOf(type);
            context.Sink.Report(ProblemKind.ArtifactWithoutCodec, stage.Location, stage.Name, display, display, problem);
        }

        return artifact;
    }
}
