using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>
/// What all analyzers of one compilation share. Each part is computed when it is first asked for, and lives as long as the compilation.
/// </summary>
internal sealed class CompilationState
{
    private static readonly ConditionalWeakTable<Compilation, CompilationState> States = new();

    private readonly Lazy<bool> _mayHavePipelines;
    private readonly ConcurrentDictionary<INamedTypeSymbol, INamedTypeSymbol?> _enclosing = new(SymbolEqualityComparer.Default);

    private CompilationState(Compilation compilation)
    {
        _mayHavePipelines = new(() => PipelineClasses.MayExist(compilation, CancellationToken.None));
        Types = KnownTypes.Find(compilation);
        Pipelines = new BoundPipelines(compilation);
    }

    /// <summary>The language's types; null if the compilation does not reference Mlops.Dsl, so that nothing needs to be analyzed.</summary>
    public KnownTypes? Types { get; }

    /// <summary>
    /// Whether a class has an attribute of the name of <c>[Pipeline]</c>. Where none has, there is nothing that a helper could help.
    /// </summary>
    public bool MayHavePipelines => _mayHavePipelines.Value;

    /// <summary>The pipelines that the compilation declares.</summary>
    public BoundPipelines Pipelines { get; }

    /// <summary>
    /// The pipeline class that a member belongs to, itself or in a nested type; null where there is none. Analyzers ask this of each body:
    /// a symbol-start action would ask it of each type, but for one such action the compiler collects the actions of every analyzer for
    /// every symbol, which costs a build more than all of ours together.
    /// </summary>
    public INamedTypeSymbol? PipelineOf(ISymbol member) => member.ContainingType is { } type ? Enclosing(type) : null;

    /// <summary>Whether a type is a pipeline class.</summary>
    public bool IsPipeline(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(Enclosing(type), type);

    /// <summary>The state of a compilation.</summary>
    public static CompilationState Of(Compilation compilation) => States.GetValue(compilation, static c => new CompilationState(c));

    private INamedTypeSymbol? Enclosing(INamedTypeSymbol type) =>
        _enclosing.TryGetValue(type, out var pipeline)
            ? pipeline
            : _enclosing.GetOrAdd(type, Types is { } types && type.FindAttribute(types.Pipeline) is not null ? type : PipelineOf(type));
}
