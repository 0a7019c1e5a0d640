using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// Runs the rules about what stages execute over one compilation. Each body is walked once: its calls go into the graph, and its candidates to their rules.
/// Faults in a stage's own body are reported at once, all others when the graph is whole.
/// </summary>
internal sealed class ReachAnalysis
{
    private readonly KnownTypes _types;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _pipelines;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isPipeline = new(SymbolEqualityComparer.Default);
    private readonly CandidateTable _table;
    private readonly CallGraph _graph;
    private readonly OriginGraph _origins = new();
    private readonly OriginReader _reader;
    private readonly OriginJudge _judge;
    private readonly Lazy<ArtifactTypes> _artifacts;
    private readonly ConcurrentBag<(ISymbol Owner, ReachedOperationRule Rule, Fault Fault)> _pending = [];

    /// <summary>Prepares the analysis.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="types">The language's types.</param>
    /// <param name="rules">The rules to run.</param>
    public ReachAnalysis(Compilation compilation, KnownTypes types, ImmutableArray<ReachedOperationRule> rules)
    {
        _types = types;

        // An edit of one body does not ask for all pipelines.
        _pipelines = new(() => PipelineClasses.Find(compilation, types, CancellationToken.None));
        _table = new CandidateTable(rules, compilation);
        _graph = new CallGraph(compilation);
        _reader = new OriginReader(compilation.Assembly, types);
        _judge = new OriginJudge(_origins, _reader, _graph, types);
        _artifacts = new(() => new ArtifactTypes(Stages(), compilation, types));
    }

    /// <summary>Walks one body.</summary>
    public void Visit(OperationBlockAnalysisContext context)
    {
        var owner = context.OwningSymbol.Canonical();
        var pipeline = owner.ContainingType is { } type && IsPipeline(type) ? type : null;
        var calls = new CallCollector(context.Compilation.Assembly, pipeline);
        var values = new OriginCollector(_origins, _reader, owner, context.Compilation.Assembly);
        List<(IOperation Operation, ISymbol? Member, ReachedOperationRule Rule)>? candidates = null;
        foreach (var operation in BodyWalk.Operations(context.OperationBlocks, pipeline is null ? null : IsParameter))
        {
            calls.Visit(operation);
            values.Visit(operation);
            var member = CandidateTable.Member(operation);
            if (member is not null)
            {
                foreach (var rule in _table.ByMember(member))
                {
                    (candidates ??= []).Add((operation, member, rule));
                }
            }

            foreach (var rule in _table.ByKind(operation.Kind))
            {
                (candidates ??= []).Add((operation, null, rule));
            }
        }

        _graph.Add(owner, calls.Calls);
        if (candidates is not null)
        {
            var stage = FindStage(owner);
            foreach (var (operation, member, rule) in candidates)
            {
                Check(new ReachedOperation(operation, member, context, _types, _judge, _artifacts), rule, owner, stage, context.ReportDiagnostic);
            }
        }
    }

    /// <summary>Reports what stages reach elsewhere than in their own bodies.</summary>
    public void Finish(CompilationAnalysisContext context)
    {
        if (_pending.IsEmpty)
        {
            return;
        }

        var stages = Stages().ToList();
        var reaches = new Dictionary<StageFilter, StageReach>();
        foreach (var (owner, rule, fault) in _pending)
        {
            if (!reaches.TryGetValue(rule.Stages, out var reach))
            {
                reach = new StageReach(stages.Where(stage => rule.Stages.Includes(stage, _types)), member => FindStage(member) is not null, _graph, context.CancellationToken);
                reaches.Add(rule.Stages, reach);
            }

            if (reach.Find(owner) is { } path && (fault.Confirm ?? fault.ConfirmInHelper)?.Invoke(reach) != false)
            {
                context.ReportDiagnostic(Create(rule.AtEnd, path, fault));
            }
        }
    }

    private void Check(ReachedOperation operation, ReachedOperationRule rule, ISymbol owner, StageMethod? stage, Action<Diagnostic> report)
    {
        if ((stage is not null && !rule.Stages.Includes(stage, _types)) || rule.Check(operation) is not { } fault)
        {
            return;
        }

        if (stage is not null && fault.Confirm is null)
        {
            report(Create(rule.Rule, new StagePath(stage, []), fault));
        }
        else
        {
            _pending.Add((owner, rule, fault));
        }
    }

    private IEnumerable<StageMethod> Stages() => _pipelines.Value.SelectMany(static pipeline => pipeline.GetMembers()).Select(FindStage).OfType<StageMethod>();

    /// <summary>A member as a stage. Asked of single members: to read the attributes of all stages is more than an edit of one body is worth.</summary>
    private StageMethod? FindStage(ISymbol member) =>
        member is IMethodSymbol method && IsPipeline(method.ContainingType) ? StageMethod.Find(method, _types) : null;

    private bool IsPipeline(INamedTypeSymbol type) =>
        _isPipeline.TryGetValue(type, out var isPipeline) ? isPipeline : _isPipeline.GetOrAdd(type, type.FindAttribute(_types.Pipeline) is not null);

    private Diagnostic Create(DiagnosticDescriptor rule, StagePath path, Fault fault) => Diagnostic.Create(
        rule,
        fault.Location,
        path.Calls.IsEmpty || path.Stage.Method.NameLocation() is not { } stage ? null : [stage],
        fault.Properties,
        [path.Describe(_types), .. fault.Arguments]);

    private bool IsParameter(ISymbol member) => member.FindAttribute(_types.Parameter) is not null || member.FindAttribute(_types.Secret) is not null;
}
