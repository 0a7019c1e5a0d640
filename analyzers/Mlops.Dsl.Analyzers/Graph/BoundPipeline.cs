using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>A pipeline class, wired as the generator wires it, and questions about its graph. Safe for concurrent use.</summary>
internal sealed class BoundPipeline
{
    private readonly PipelineGraph _graph;
    private readonly Dictionary<ISymbol, StageDeclaration> _byMethod = new(SymbolEqualityComparer.Default);
    private readonly List<StageDeclaration>[] _successors;

    private BoundPipeline(
        INamedTypeSymbol type,
        AttributeData attribute,
        PipelineMembers members,
        PipelineGraph graph,
        IReadOnlyList<Problem> problems,
        Compilation compilation
    )
    {
        Compilation = compilation;
        _graph = graph;
        Type = type;
        Attribute = attribute;
        Members = members;
        Problems = problems;
        Stages = [.. members.Stages];
        _successors = [.. members.Stages.Select(static _ => new List<StageDeclaration>())];
        foreach (var stage in members.Stages)
        {
            _byMethod[stage.Method] = stage;
            foreach (var predecessor in stage.Predecessors().Distinct())
            {
                _successors[predecessor.Index].Add(stage);
            }
        }
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>What declares it.</summary>
    public Compilation Compilation { get; }

    /// <summary>Its [Pipeline].</summary>
    public AttributeData Attribute { get; }

    /// <summary>Its parameters, secrets and stages.</summary>
    public PipelineMembers Members { get; }

    /// <summary>Sources, stages, gates and publications, in declaration order.</summary>
    public ImmutableArray<StageDeclaration> Stages { get; }

    /// <summary>
    /// Whether all of it is bound and nothing waits for itself. The edges of an incomplete pipeline are those that could be told.
    /// </summary>
    public bool IsComplete => Problems.Count == 0;

    /// <summary>What could not be bound, in the order in which it was met.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The gates, in declaration order.</summary>
    public IEnumerable<StageDeclaration> Gates => Stages.Where(static stage => stage.Kind == StageKind.Gate);

    /// <summary>The publications, in declaration order.</summary>
    public IEnumerable<StageDeclaration> Publications => Stages.Where(static stage => stage.Kind == StageKind.Publish);

    /// <summary>Binds a pipeline class.</summary>
    public static BoundPipeline Bind(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        var members = PipelineMembers.Read(type, compilation, cancellationToken);
        var graph = new PipelineGraph(members.Stages, members.Parameters, compilation);
        var problems = new RecordingProblemSink();
        PipelineBinder.Bind(graph, problems, cancellationToken);
        return new(type, attribute, members, graph, problems.Problems, compilation);
    }

    /// <summary>The stage that a method is, whichever part of a partial one; null if it is none of this pipeline's.</summary>
    public StageDeclaration? Find(IMethodSymbol method) =>
        _byMethod.TryGetValue(method.PartialDefinitionPart ?? method, out var stage) ? stage : null;

    /// <summary>The type in which other stages see an output: a list of what a <c>[ForEach]</c> stage returns.</summary>
    public ITypeSymbol ConsumedType(OutputDeclaration output) => _graph.ConsumedType(output);

    /// <summary>What a stage needs directly, without duplicates.</summary>
    public static IEnumerable<StageDeclaration> Predecessors(StageDeclaration stage, Edges edges = Edges.All) =>
        Enumerable
            .Empty<StageDeclaration>()
            .Concat(edges.HasFlag(Edges.Data) ? stage.Inputs.Select(static input => input.Output.Stage) : [])
            .Concat(edges.HasFlag(Edges.Order) ? stage.After : [])
            .Concat(
                edges.HasFlag(Edges.Condition)
                    ? stage.Conditions.Where(static c => c.Output is not null).Select(static c => c.Output!.Stage)
                    : []
            )
            .Distinct();

    /// <summary>The stages that need a stage directly, in declaration order.</summary>
    public IEnumerable<StageDeclaration> Successors(StageDeclaration stage, Edges edges = Edges.All) =>
        edges == Edges.All
            ? _successors[stage.Index]
            : _successors[stage.Index].Where(successor => Predecessors(successor, edges).Contains(stage));

    /// <summary>Everything that a stage needs, nearest first; itself only where it waits for itself.</summary>
    public static IEnumerable<StageDeclaration> Ancestors(StageDeclaration stage, Edges edges = Edges.All) =>
        Reachable(stage, s => Predecessors(s, edges));

    /// <summary>Everything that needs a stage, nearest first; itself only where it waits for itself.</summary>
    public IEnumerable<StageDeclaration> Descendants(StageDeclaration stage, Edges edges = Edges.All) =>
        Reachable(stage, s => Successors(s, edges));

    private static IEnumerable<StageDeclaration> Reachable(
        StageDeclaration start,
        Func<StageDeclaration, IEnumerable<StageDeclaration>> step
    )
    {
        var seen = new HashSet<StageDeclaration>();
        var pending = new Queue<StageDeclaration>();
        pending.Enqueue(start);
        while (pending.Count > 0)
        {
            foreach (var next in step(pending.Dequeue()).Where(seen.Add))
            {
                pending.Enqueue(next);
                yield return next;
            }
        }
    }
}
