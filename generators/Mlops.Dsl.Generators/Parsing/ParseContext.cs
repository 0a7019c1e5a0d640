using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>What one parse shares: it holds symbols and ends with the parse.</summary>
internal sealed class ParseContext(INamedTypeSymbol type, Compilation compilation, IProblemSink sink, CancellationToken cancellationToken)
{
    private readonly Dictionary<ITypeSymbol, ArtifactPlan> _codecs = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, ArtifactPlan> _sourceCodecs = new(SymbolEqualityComparer.IncludeNullability);
    private readonly CodecPlans _plans = CodecPlans.Of(compilation);

    /// <summary>The pipeline class.</summary>
    public INamedTypeSymbol Type => type;

    public Compilation Compilation => compilation;

    public CountingProblemSink Sink { get; } = new(sink);

    public CancellationToken CancellationToken => cancellationToken;

    public TypeText Types { get; } = new();

    /// <summary>The types of the artifacts whose codecs were asked for.</summary>
    public IEnumerable<ITypeSymbol> Artifacts => _codecs.Keys.Concat(_sourceCodecs.Keys);

    /// <summary>The codec classes to emit for the plans that were asked for, each as often as a plan needs it.</summary>
    public IEnumerable<CodecModel> GeneratedCodecs => Plans.SelectMany(static artifact => artifact.Plan.Generated);

    /// <summary>Whether bodies decide what one of the artifacts' types holds.</summary>
    public bool DependsOnBodies => Plans.Any(static artifact => artifact.DependsOnBodies);

    private IEnumerable<ArtifactPlan> Plans => _codecs.Values.Concat(_sourceCodecs.Values);

    /// <summary>How an artifact of the type is encoded.</summary>
    public ArtifactPlan Codec(ITypeSymbol artifact, bool isSource)
    {
        var known = isSource ? _sourceCodecs : _codecs;
        if (!known.TryGetValue(artifact, out var plan))
        {
            plan = _plans.Find(artifact, isSource);
            known.Add(artifact, plan);
        }

        return plan;
    }
}
