namespace Mlops.Dsl.EngineCrashChild;

/// <summary>The class of a second pipeline, with which the first shares a store and nothing else.</summary>
internal sealed class OtherPipeline;
