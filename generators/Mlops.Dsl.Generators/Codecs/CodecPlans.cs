using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>
/// How the artifacts of a compilation are encoded, for all of its pipelines: they exchange the same types. Safe for concurrent use; it
/// lives as long as the compilation.
/// </summary>
internal sealed class CodecPlans
{
    private static readonly ConditionalWeakTable<Compilation, CodecPlans> Known = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ITypeSymbol, ArtifactPlan> _artifacts = new(SymbolEqualityComparer.IncludeNullability);
    private readonly ConcurrentDictionary<ITypeSymbol, ArtifactPlan> _sources = new(SymbolEqualityComparer.IncludeNullability);
    private readonly ConcurrentDictionary<INamedTypeSymbol, EquatableArray<ColumnModel>> _columns = new(
        SymbolEqualityComparer.IncludeNullability
    );

    private CodecPlans(Compilation compilation) => _compilation = compilation;

    /// <summary>The plans of a compilation: always the same.</summary>
    public static CodecPlans Of(Compilation compilation) => Known.GetValue(compilation, static key => new CodecPlans(key));

    /// <summary>How an artifact of a type is encoded.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isSource">Whether a source returns it: files as such are hashed where they are then, not copied into the store.</param>
    public ArtifactPlan Find(ITypeSymbol type, bool isSource) =>
        isSource
            ? _sources.GetOrAdd(
                type,
                source => new ArtifactPlan(source, new CodecPlanner(_compilation), static (planner, planned) => planner.PlanSource(planned))
            )
            : _artifacts.GetOrAdd(
                type,
                artifact => new ArtifactPlan(artifact, new CodecPlanner(_compilation), static (planner, planned) => planner.Plan(planned))
            );

    /// <summary>The columns of a row type.</summary>
    public EquatableArray<ColumnModel> Columns(INamedTypeSymbol row, CancellationToken cancellationToken) =>
        _columns.GetOrAdd(row, type => ColumnsOf(type, cancellationToken).Select(static column => column.Model).ToEquatableArray());

    private IReadOnlyList<Column> ColumnsOf(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        RowKinds.Of(type) == RowKind.View
            ? ViewPlan.Find(type, _compilation, cancellationToken).Plan?.Columns ?? []
            : ColumnParser.Parse(type, cancellationToken);
}

/// <summary>How an artifact of one type is encoded.</summary>
internal sealed class ArtifactPlan
{
    private readonly ITypeSymbol _type;
    private readonly CodecPlanner _planner;
    private string? _schema;

    public ArtifactPlan(ITypeSymbol type, CodecPlanner planner, Func<CodecPlanner, ITypeSymbol, CodecPlan> plan)
    {
        _type = type;
        _planner = planner;
        Plan = plan(planner, type);
    }

    /// <summary>The codec, with all classes that it needs.</summary>
    public CodecPlan Plan { get; }

    /// <summary>The codec's schema; empty where there is no codec.</summary>
    public string Schema => _schema ??= Plan.Expression.Length == 0 ? "" : _planner.Schema(_type);

    /// <summary>Whether bodies decide what the type holds.</summary>
    public bool DependsOnBodies => _planner.DependsOnBodies;
}
