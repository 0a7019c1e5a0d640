using Mlops.Dsl.Generators.Codecs;

namespace Mlops.Dsl.Generators.Model;

/// <summary>What the parser reads from a pipeline class.</summary>
/// <param name="Pipeline">What the class means.</param>
/// <param name="Codecs">The codecs to emit for its artifacts.</param>
/// <param name="Locations">Where its stages are declared.</param>
internal sealed record ParsedPipeline(PipelineModel Pipeline, EquatableArray<CodecModel> Codecs, EquatableArray<StageLocation> Locations);
