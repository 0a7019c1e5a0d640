using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>The pipelines of a compilation, each bound once for all rules.</summary>
internal sealed class BoundPipelines(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, BoundPipeline> _pipelines = new(SymbolEqualityComparer.Default);
    private ImmutableArray<BoundPipeline> _all;

    /// <summary>The pipeline that a class is; null if it is none.</summary>
    public BoundPipeline? Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (_pipelines.TryGetValue(type, out var known))
        {
            return known;
        }

        return type.Find("Pipeline") is { } attribute
            ? _pipelines.GetOrAdd(type, BoundPipeline.Bind(type, attribute, compilation, cancellationToken))
            : null;
    }

    /// <summary>
    /// All pipelines that the compilation declares, by the names of their classes. Costs a walk over its types: for rules that look at the
    /// whole program.
    /// </summary>
    public ImmutableArray<BoundPipeline> All(CancellationToken cancellationToken)
    {
        if (_all.IsDefault)
        {
            var found = new List<BoundPipeline>();
            Collect(compilation.Assembly.GlobalNamespace, found, cancellationToken);
            ImmutableInterlocked.InterlockedInitialize(
                ref _all,
                [.. found.OrderBy(static pipeline => pipeline.Type.ToDisplayString(), StringComparer.Ordinal)]
            );
        }

        return _all;
    }

    private void Collect(INamespaceOrTypeSymbol container, List<BoundPipeline> found, CancellationToken cancellationToken)
    {
        if (container is INamespaceSymbol space)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in space.GetMembers())
            {
                Collect(member, found, cancellationToken);
            }

            return;
        }

        var type = (INamedTypeSymbol)container;
        if (Find(type, cancellationToken) is { } pipeline)
        {
            found.Add(pipeline);
        }

        foreach (var nested in type.GetTypeMembers())
        {
            Collect(nested, found, cancellationToken);
        }
    }
}
