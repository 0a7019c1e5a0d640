using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Emits the codecs that an assembly's pipelines need, each once, however many of them ask for it.</summary>
internal static class CodecOutput
{
    /// <summary>The name of the step, for tests of incrementality.</summary>
    public const string TrackingName = "Codecs";

    /// <summary>Registers the output.</summary>
    /// <param name="context">The generator's context.</param>
    /// <param name="plans">The <see cref="CodecPlan.Generated"/> of every plan in use; duplicates are fine.</param>
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<CodecModel> plans)
    {
        var distinct = plans
            .Collect()
            .SelectMany(static (models, _) => models.Distinct().OrderBy(static model => model.HintName, StringComparer.Ordinal))
            .WithTrackingName(TrackingName);
        context.RegisterSourceOutput(
            distinct,
            static (production, model) => production.AddSource(model.HintName, SourceText.From(CodecEmitter.Emit(model), Encoding.UTF8))
        );
    }
}
