namespace Mlops.Dsl.Generators.Model;

/// <summary>A pipeline and the start of the names of its files.</summary>
internal sealed record NamedPipeline(string HintName, PipelineModel Pipeline);
