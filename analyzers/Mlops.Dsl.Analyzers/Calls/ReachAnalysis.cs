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
    private readonly CompilationState _state;
    private readonly KnownTypes _types;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _pipelines;
    private readonly CandidateTable _table;
    private readonly MemberTable _members;
    private readonly CallGraph _graph;
    private readonly OriginStore _origins = new();
    private readonly OriginReader _reader;
    private readonly Lazy<ArtifactTypes> _artifacts;
    private readonly ConcurrentBag<(Member Owner, ReachedOperationRule Rule, Fault Fault)> _pending = [];

    /// <summary>Prepares the analysis.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="types">The language's types.</param>
    /// <param name="rules">The rules to run.</param>
    public ReachAnalysis(Compilation compilation, KnownTypes types, ImmutableArray<ReachedOperationRule> rules)
    {
        _state = CompilationState.Of(compilation);
        _types = types;

        // An edit of one body does not ask for all pipelines.
        _pipelines = new(() => PipelineClasses.Find(compilation, types, CancellationToken.None));
        _table = new CandidateTable(rules);
        _members = new MemberTable(compilation.Assembly, _table);
        _graph = new CallGraph(compilation, _members);
        _reader = new OriginReader(_members, types);
        _artifacts = new(() => new ArtifactTypes(Stages(), compilation, types));
    }

    /// <summary>Walks one body.</summary>
    public void Visit(OperationBlockAnalysisContext context)
    {
        var owner = _members.Of(context.OwningSymbol);
        var pipeline = owner.Symbol.ContainingType is { } type && _state.IsPipeline(type) ? type : null;
        var origins = new BodyOrigins(owner);
        var calls = new CallCollector(_members, context.Compilation.Assembly, pipeline);
        var values = new OriginCollector(origins, _reader, _members);
        var candidates = new CandidateCollector(_table);
        var walk = new BodyWalk(context.OperationBlocks, pipeline is null ? null : IsParameter);
        while (walk.MoveNext())
        {
            var (operation, kind) = (walk.Current, walk.Kind);
            var used = MemberTable.UsedBy(operation, kind);
            var member = used is null ? null : _members.Of(used);
            calls.Visit(operation, kind, member);
            values.Visit(operation, kind, member);
            candidates.Visit(operation, kind, used, member);
        }

        owner.Calls = calls.Calls;
        _origins.Add(origins);
        if (candidates.Candidates.Count > 0)
        {
            Check(context, owner, pipeline is null ? null : FindStage(owner.Symbol), candidates.Candidates, new OriginJudge(_origins, origins, _reader, _graph, _types));
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
        var members = new HashSet<Member>(stages.Select(stage => _members.Of(stage.Method)));
        var made = new MadeElsewhere(context.Compilation, _graph, context.CancellationToken);
        var reaches = new Dictionary<StageFilter, StageReach>();
        foreach (var (owner, rule, fault) in _pending)
        {
            if (!reaches.TryGetValue(rule.Stages, out var reach))
            {
                reach = new StageReach(stages.Where(stage => rule.Stages.Includes(stage, _types)), members.Contains, _graph, made.Contains, context.CancellationToken);
                reaches.Add(rule.Stages, reach);
            }

            if (reach.Contains(owner) && (fault.Confirm ?? fault.ConfirmInHelper)?.Invoke(reach) != false && reach.Find(owner) is { } path)
            {
                context.ReportDiagnostic(Create(rule.AtEnd, path, fault, reach.IsUnlikely(owner)));
            }
        }
    }

    private void Check(OperationBlockAnalysisContext context, Member owner, StageMethod? stage, IReadOnlyList<Candidate> candidates, OriginJudge judge)
    {
        foreach (var (operation, member, rule) in candidates)
        {
            if ((stage is not null && !rule.Stages.Includes(stage, _types))
                || rule.Check(new ReachedOperation(operation, member, context, stage is not null, _types, judge, _artifacts)) is not { } fault)
            {
                continue;
            }

            if (stage is not null && fault.Confirm is null)
            {
                context.ReportDiagnostic(Create(rule.Rule, new StagePath(stage, []), fault));
            }
            else
            {
                _pending.Add((owner, rule, fault));
            }
        }
    }

    private IEnumerable<StageMethod> Stages() => _pipelines.Value.SelectMany(static pipeline => pipeline.GetMembers()).Select(FindStage).OfType<StageMethod>();

    /// <summary>A member as a stage. Asked of single members: to read the attributes of all stages is more than an edit of one body is worth.</summary>
    private StageMethod? FindStage(ISymbol member) =>
        member is IMethodSymbol method && _state.IsPipeline(method.ContainingType) ? StageMethod.Find(method, _types) : null;

    private Diagnostic Create(DiagnosticDescriptor rule, StagePath path, Fault fault, bool isUnlikely = false) => Diagnostic.Create(
        rule,
        fault.Location,
        isUnlikely && rule.DefaultSeverity > DiagnosticSeverity.Info ? DiagnosticSeverity.Info : rule.DefaultSeverity,
        path.Calls.IsEmpty || path.Stage.Method.NameLocation() is not { } stage ? null : [stage],
        fault.Properties,
        [path.Describe(_types), .. fault.Arguments]);

    private bool IsParameter(ISymbol member) => member.FindAttribute(_types.Parameter) is not null || member.FindAttribute(_types.Secret) is not null;
}
