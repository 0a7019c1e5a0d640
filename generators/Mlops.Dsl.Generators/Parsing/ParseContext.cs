using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>What one parse shares: it holds symbols and ends with the parse.</summary>
internal sealed class ParseContext(INamedTypeSymbol type, Compilation compilation, IProblemSink sink, CancellationToken cancellationToken)
{
    private readonly Dictionary<ITypeSymbol, CodecPlan> _codecs = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, CodecPlan> _sourceCodecs = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, string> _schemas = new(SymbolEqualityComparer.IncludeNullability);
    private readonly CodecPlanner _planner = new(compilation);

    /// <summary>The pipeline class.</summary>
    public INamedTypeSymbol Type => type;

    public Compilation Compilation => compilation;

    public CountingProblemSink Sink { get; } = new(sink);

    public CancellationToken CancellationToken => cancellationToken;

    public TypeText Types { get; } = new();

    /// <summary>The types of the artifacts whose codecs were asked for.</summary>
    public IEnumerable<ITypeSymbol> Artifacts => _codecs.Keys.Concat(_sourceCodecs.Keys);

    /// <summary>The codec classes to emit for the plans that were asked for.</summary>
    public IEnumerable<CodecModel> GeneratedCodecs => _codecs.Values.Concat(_sourceCodecs.Values).SelectMany(static plan => plan.Generated);

    /// <summary>Whether bodies decide what one of the artifacts' types holds.</summary>
    public bool DependsOnBodies => _planner.DependsOnBodies;

    /// <summary>How an artifact of the type is encoded.</summary>
    public CodecPlan Codec(ITypeSymbol artifact, bool isSource)
    {
        var known = isSource ? _sourceCodecs : _codecs;
        if (!known.TryGetValue(artifact, out var plan))
        {
            plan = isSource ? _planner.PlanSource(artifact) : _planner.Plan(artifact);
            known.Add(artifact, plan);
        }

        return plan;
    }

    /// <summary>The schema of an artifact's codec; empty where it has none.</summary>
    public string Schema(ITypeSymbol artifact, string codec)
    {
        if (codec.Length == 0)
        {
            return "";
        }

        if (!_schemas.TryGetValue(artifact, out var schema))
        {
            schema = _planner.Schema(artifact);
            _schemas.Add(artifact, schema);
        }

        return schema;
    }
}
