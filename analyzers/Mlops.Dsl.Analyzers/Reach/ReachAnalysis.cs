using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Reach;

/// <summary>
/// Runs the rules about what stages execute over one compilation. The body of a stage is read while it is compiled, and what is wrong there
/// reported at once; all others wait until the end, when those are read that a stage reaches.
/// </summary>
internal sealed class ReachAnalysis
{
    private readonly CompilationState _state;
    private readonly KnownTypes _types;
    private readonly ImmutableArray<ReachedOperationRule> _rules;
    private readonly bool _isBuild;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _pipelines;
    private readonly MemberTable _members;
    private readonly CallGraph _graph;
    private readonly OriginStore _origins = new();
    private readonly OriginReader _reader;
    private readonly BodyReader _bodies;
    private readonly UnreadBodies _unread;
    private readonly Lazy<ArtifactTypes> _artifacts;
    private readonly ConcurrentQueue<(Member Owner, ReachedOperationRule Rule, Fault Fault)> _pending = new();

    /// <summary>Prepares the analysis.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="types">The language's types.</param>
    /// <param name="rules">The rules to run.</param>
    /// <param name="host">Who asks: an editor keeps no bodies.</param>
    public ReachAnalysis(Compilation compilation, KnownTypes types, ImmutableArray<ReachedOperationRule> rules, AnalysisHost host)
    {
        (_state, _types, _rules, _isBuild) = (CompilationState.Of(compilation), types, rules, host != AnalysisHost.Editor);

        // An edit of one body does not ask for all pipelines.
        _pipelines = new(() => PipelineClasses.Find(compilation, types, CancellationToken.None));
        var table = new CandidateTable([.. rules]);
        _members = new MemberTable(compilation.Assembly, table);
        _reader = new OriginReader(_members, types);
        var foreign = _isBuild ? new ForeignSource(_pipelines) : null;
        _bodies = new BodyReader(compilation, table, _members, _origins, _reader, foreign, types);
        _unread = new UnreadBodies(_members, _bodies);
        _graph = new CallGraph(compilation, _members, foreign, _unread.ReadOf);
        _artifacts = new(() => new ArtifactTypes(Stages(), compilation, types));
    }

    /// <summary>Takes one body.</summary>
    public void Visit(OperationBlockAnalysisContext context)
    {
        var body = CodeBody.Of(context);
        if (FindStage(context.OwningSymbol.Canonical()) is not { } stage)
        {
            if (_isBuild)
            {
                _unread.Keep(body);
            }
            else
            {
                _unread.ReadNow(_members.Of(context.OwningSymbol), body);
            }

            return;
        }

        var read = _bodies.Read(_members.Of(context.OwningSymbol), body);
        foreach (var (rule, fault) in Faults(read, stage, new(context.Compilation, context.Options, context.CancellationToken)))
        {
            if (fault.Confirm is null)
            {
                context.ReportDiagnostic(Create(rule.Rule, new StagePath(stage, []), fault));
            }
            else
            {
                _pending.Enqueue((read.Owner, rule, fault));
            }
        }
    }

    /// <summary>Reports what stages reach elsewhere than in their own bodies.</summary>
    public void Finish(CompilationAnalysisContext context)
    {
        var stages = Stages().ToList();
        if (stages.Count == 0)
        {
            return;
        }

        var members = new HashSet<Member>(stages.Select(stage => _members.Of(stage.Method)));
        var made = new MadeElsewhere(context.Compilation, _graph, context.CancellationToken);

        // All that any of them reaches has to be read before the first is judged.
        var reaches = _rules
            .Select(static rule => rule.Stages)
            .Distinct()
            .ToDictionary(
                static filter => filter,
                filter => new StageReach(
                    stages.Where(stage => filter.Includes(stage, _types)),
                    members.Contains,
                    _graph,
                    made.Contains,
                    context.CancellationToken
                )
            );
        var surroundings = new Surroundings(context.Compilation, context.Options, context.CancellationToken);
        foreach (var read in _unread.Read.Where(read => reaches.Values.Any(reach => reach.Contains(read.Owner))).ToList())
        {
            foreach (var (rule, fault) in Faults(read, stage: null, surroundings))
            {
                _pending.Enqueue((read.Owner, rule, fault));
            }
        }

        foreach (var (owner, rule, fault) in _pending)
        {
            var reach = reaches[rule.Stages];
            if (reach.Contains(owner) && (fault.Confirm ?? fault.ConfirmInHelper)?.Invoke(reach) != false && reach.Find(owner) is { } path)
            {
                context.ReportDiagnostic(Create(rule.AtEnd, path, fault, reach.IsUnlikely(owner)));
            }
        }
    }

    private IEnumerable<(ReachedOperationRule Rule, Fault Fault)> Faults(ReadBody body, StageMethod? stage, Surroundings surroundings)
    {
        if (body.Candidates.Count == 0)
        {
            yield break;
        }

        var judge = new OriginJudge(_origins, _unread, body.Origins, _reader, _graph, _types);
        foreach (var (operation, member, candidate) in body.Candidates)
        {
            // The table was made of these.
            var rule = (ReachedOperationRule)candidate;
            if (
                (stage is null || rule.Stages.Includes(stage, _types))
                && rule.Check(
                    new ReachedOperation(operation, member, body.Symbol, stage is not null, surroundings, _types, judge, _artifacts)
                )
                    is { } fault
            )
            {
                yield return (rule, fault);
            }
        }
    }

    private IEnumerable<StageMethod> Stages() =>
        _pipelines.Value.SelectMany(static pipeline => pipeline.GetMembers()).Select(FindStage).OfType<StageMethod>();

    /// <summary>
    /// A member as a stage. Asked of single members: to read the attributes of all stages is more than an edit of one body is worth.
    /// </summary>
    private StageMethod? FindStage(ISymbol member) =>
        member is IMethodSymbol method && _state.IsPipeline(method.ContainingType) ? StageMethod.Find(method, _types) : null;

    private Diagnostic Create(DiagnosticDescriptor rule, StagePath path, Fault fault, bool isUnlikely = false) =>
        Diagnostic.Create(
            rule,
            fault.Location,
            isUnlikely && rule.DefaultSeverity > DiagnosticSeverity.Info ? DiagnosticSeverity.Info : rule.DefaultSeverity,
            path.Calls.IsEmpty || path.Stage.Method.NameLocation() is not { } stage ? null : [stage],
            fault.Properties,
            [path.Describe(_types), .. fault.Arguments]
        );
}
