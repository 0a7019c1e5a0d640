using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Incrementality;

namespace Mlops.Dsl.Generators.Model;

/// <summary>
/// What the parser reads from a pipeline class: from declarations, so that <see cref="ParseMemo{TModel}"/> can tell whether to read it
/// again.
/// </summary>
/// <param name="Pipeline">What the class means.</param>
/// <param name="Codecs">The codecs to emit for its artifacts.</param>
/// <param name="Locations">Where its stages are declared.</param>
/// <param name="DependsOnBodies">Whether more than declarations was read, so that it has to be read again after every edit.</param>
internal sealed record ParsedPipeline(
    PipelineModel Pipeline,
    EquatableArray<CodecModel> Codecs,
    EquatableArray<StageLocation> Locations,
    bool DependsOnBodies
) : IRemembered;
