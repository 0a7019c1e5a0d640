using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>
/// Types that rules look for, resolved once per compilation. A type that the compilation lacks is null and equals nothing.
/// </summary>
internal sealed class KnownTypes
{
    private readonly Compilation _compilation;
    private readonly IAssemblySymbol _language;

    private KnownTypes(Compilation compilation, INamedTypeSymbol pipeline)
    {
        _compilation = compilation;
        _language = pipeline.ContainingAssembly;
        Pipeline = pipeline;
        Parameter = Declared("ParameterAttribute");
        Secret = Declared("SecretAttribute");
        Source = Declared("SourceAttribute");
        Stage = Declared("StageAttribute");
        Gate = Declared("GateAttribute");
        Publish = Declared("PublishAttribute");
        Served = Declared("ServedAttribute");
        FromPublished = Declared("FromPublishedAttribute");
        Notify = Declared("NotifyAttribute");
        Start = Declared("StartAttribute");
        RequiresReview = Declared("RequiresReviewAttribute");
        Window = Declared("WindowAttribute");
        From = Declared("FromAttribute");
        FromServices = Declared("FromServicesAttribute");
        After = Declared("AfterAttribute");
        ForEach = Declared("ForEachAttribute");
        When = Declared("WhenAttribute");
        Unless = Declared("UnlessAttribute");
        Retry = Declared("RetryAttribute");
        Timeout = Declared("TimeoutAttribute");
        Resources = Declared("ResourcesAttribute");
        NoCache = Declared("NoCacheAttribute");
        Row = Declared("RowAttribute");
        ArtifactCodec = Declared("ArtifactCodecAttribute");
        StageContext = Declared("StageContext");
        FileSet = Declared("FileSet");
        FileArtifact = Declared("FileArtifact");
        Codec = Declared("Serialization.Codec`1");
        CancellationToken = Core("System.Threading.CancellationToken");
        Task = Core("System.Threading.Tasks.Task");
        TaskOfT = Core("System.Threading.Tasks.Task`1");
        ValueTask = Core("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = Core("System.Threading.Tasks.ValueTask`1");
    }

    public INamedTypeSymbol Pipeline { get; }

    public INamedTypeSymbol? Parameter { get; }

    public INamedTypeSymbol? Secret { get; }

    public INamedTypeSymbol? Source { get; }

    public INamedTypeSymbol? Stage { get; }

    public INamedTypeSymbol? Gate { get; }

    public INamedTypeSymbol? Publish { get; }

    public INamedTypeSymbol? Served { get; }

    public INamedTypeSymbol? FromPublished { get; }

    public INamedTypeSymbol? Notify { get; }

    public INamedTypeSymbol? Start { get; }

    public INamedTypeSymbol? RequiresReview { get; }

    public INamedTypeSymbol? Window { get; }

    public INamedTypeSymbol? From { get; }

    public INamedTypeSymbol? FromServices { get; }

    public INamedTypeSymbol? After { get; }

    public INamedTypeSymbol? ForEach { get; }

    public INamedTypeSymbol? When { get; }

    public INamedTypeSymbol? Unless { get; }

    public INamedTypeSymbol? Retry { get; }

    public INamedTypeSymbol? Timeout { get; }

    public INamedTypeSymbol? Resources { get; }

    public INamedTypeSymbol? NoCache { get; }

    public INamedTypeSymbol? Row { get; }

    public INamedTypeSymbol? ArtifactCodec { get; }

    public INamedTypeSymbol? StageContext { get; }

    public INamedTypeSymbol? FileSet { get; }

    public INamedTypeSymbol? FileArtifact { get; }

    public INamedTypeSymbol? Codec { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfT { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    /// <summary>
    /// The types as a compilation knows them; null if it does not reference Mlops.Dsl, so that nothing needs to be analyzed.
    /// </summary>
    /// <remarks>
    /// Looks into the one assembly that declares them. A look-up in the compilation would go through all references, type by type, and
    /// through the project's own declarations, so that parsing what generators wrote would be this analyzer's time.
    /// </remarks>
    public static KnownTypes? Find(Compilation compilation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name == "Mlops.Dsl" && assembly.GetTypeByMetadataName("Mlops.Dsl.PipelineAttribute") is { } pipeline)
            {
                return new(compilation, pipeline);
            }
        }

        return null;
    }

    /// <summary>Whether an attribute makes a method a node of a pipeline's graph.</summary>
    public bool MarksStage(INamedTypeSymbol? attribute) =>
        attribute.Is(Stage)
        || attribute.Is(Gate)
        || attribute.Is(Publish)
        || attribute.Is(Source)
        || attribute.Is(Served)
        || attribute.Is(FromPublished)
        || attribute.Is(Notify)
        || attribute.Is(Start);

    /// <summary>What a stage produces: the result of a task, the type itself, or null for void and plain tasks.</summary>
    public ITypeSymbol? Result(ITypeSymbol returned) =>
        returned.SpecialType == SpecialType.System_Void || returned.Is(Task) || returned.Is(ValueTask) ? null
        : returned is INamedTypeSymbol { TypeArguments: [var result] } generic
        && (generic.OriginalDefinition.Is(TaskOfT) || generic.OriginalDefinition.Is(ValueTaskOfT))
            ? result
        : returned;

    private INamedTypeSymbol? Declared(string name) => _language.GetTypeByMetadataName("Mlops.Dsl." + name);

    private INamedTypeSymbol? Core(string name) =>
        _compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.GetTypeByMetadataName(name)
        ?? _compilation.GetTypeByMetadataName(name);
}
