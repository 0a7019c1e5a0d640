using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Watching;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Model;

/// <summary>
/// Everything that is emitted for a pipeline class, in values: equal models give equal files, and an edit that leaves the model equal
/// emits nothing. Line numbers are kept apart in <see cref="StageLocation"/>, so that typing inside a stage's body is such an edit.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Version">The version of its contract.</param>
/// <param name="Description">The doc comment's summary.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Parameters">The parameters and secrets, in declaration order.</param>
/// <param name="Rows">The row types among its artifacts, by name.</param>
/// <param name="Stages">The nodes in topological order; in declaration order where <see cref="IsComplete"/> is false.</param>
/// <param name="SourceBodies">The partial source methods that need a body.</param>
/// <param name="Schedule">When it runs by itself.</param>
/// <param name="HasWatching">Whether the package that keeps schedules and delivers effects is referenced, and needed.</param>
/// <param name="IsComplete">Whether the graph is sound, so that a definition can be emitted.</param>
/// <param name="Engine">What the assembly references to run it, so that <c>RunAsync</c> can be emitted.</param>
internal sealed record PipelineModel(
    PipelineTypeModel Type,
    string Name,
    string Version,
    string? Description,
    string? Owner,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<RowTable> Rows,
    EquatableArray<StageModel> Stages,
    EquatableArray<SourceBodyModel> SourceBodies,
    ScheduleModel? Schedule,
    bool HasWatching,
    bool IsComplete,
    Engine Engine
);
