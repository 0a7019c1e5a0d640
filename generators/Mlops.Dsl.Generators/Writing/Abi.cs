namespace Mlops.Dsl.Generators.Writing;

/// <summary>The types that generated code names. From <c>global::</c> on, so that no type of the user's can take their place.</summary>
internal static class Abi
{
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"Mlops.Dsl.Generators\", \"" + Version + "\")]";

    /// <summary>
    /// What generated code and the library expect of each other: <c>GeneratedCodeVersion.Current</c> of the library that this generator
    /// writes for.
    /// </summary>
    public const string Version = "1";

    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string ElementAccess = Execution + "ElementAccess";
    public const string GeneratedCodeVersion = Execution + "GeneratedCodeVersion";
    public const string InputDefinition = Execution + "InputDefinition";
    public const string LazyInitializer = "global::System.Threading.LazyInitializer";
    public const string NonEmptyWindow = "new global::Mlops.Dsl.NonEmptyWindowConstraint()";
    public const string OutputDefinition = Execution + "OutputDefinition";
    public const string ParameterDefinition = Execution + "ParameterDefinition";
    public const string ParameterValues = Execution + "ParameterValues";
    public const string PipelineCatalog = Execution + "PipelineCatalog";
    public const string PipelineDefinition = Execution + "PipelineDefinition";
    public const string PipelineEngine = Engine + "PipelineEngine";
    public const string PipelineManifest = Execution + "PipelineManifest";
    public const string PipelineSchedule = Execution + "PipelineSchedule";
    public const string ProgramEngine = "global::Mlops.Dsl.Runtime.ProgramEngine";
    public const string PublishedSource = Execution + "PublishedSource";
    public const string RunOptions = Engine + "RunOptions";
    public const string RunReport = Engine + "RunReport";
    public const string ServedSource = Execution + "ServedSource";
    public const string SourceFiles = "global::Mlops.Dsl.SourceFiles";
    public const string SourceOfRun = Execution + "SourceOfRun";
    public const string StageCall = Execution + "StageCall";
    public const string StageCondition = Execution + "StageCondition";
    public const string StageDefinition = Execution + "StageDefinition";
    public const string StageKind = Execution + "StageKind";
    public const string StagePolicy = Execution + "StagePolicy";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string TimeSpan = "global::System.TimeSpan";
    public const string WatchingPackage = "global::Mlops.Dsl.Watching.WatchingPackage";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    private const string Engine = "global::Mlops.Dsl.Engine.";
    private const string Execution = "global::Mlops.Dsl.Execution.";
}
