using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Reach;

/// <summary>
/// Walks a body once, for all that is asked of it: its calls go to its member, what it puts where to the store, and what rules have to
/// check to whoever asked.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="table">What rules look for.</param>
/// <param name="members">The compilation's members.</param>
/// <param name="origins">What bodies put where.</param>
/// <param name="reader">Reads expressions.</param>
/// <param name="foreign">Libraries that are compiled along; null where nobody asks for them.</param>
/// <param name="types">The language's types.</param>
internal sealed class BodyReader(
    Compilation compilation,
    CandidateTable table,
    MemberTable members,
    OriginStore origins,
    OriginReader reader,
    ForeignSource? foreign,
    KnownTypes types
)
{
    private readonly CompilationState _state = CompilationState.Of(compilation);

    /// <summary>Reads the body of a member.</summary>
    public ReadBody Read(Member owner, CodeBody body)
    {
        var pipeline = owner.Symbol.ContainingType is { } type && _state.IsPipeline(type) ? type : null;
        var values = new BodyOrigins(owner);
        var calls = new CallCollector(members, compilation.Assembly, foreign?.Contains(owner.Symbol) == true, pipeline);
        var places = new OriginCollector(values, reader, members);
        var candidates = new CandidateCollector(table);
        var walk = new BodyWalk(body.Blocks, pipeline is null ? null : IsParameter);
        while (walk.MoveNext())
        {
            var (operation, kind) = (walk.Current, walk.Kind);
            var used = MemberTable.UsedBy(operation, kind);
            var member = used is null ? null : members.Of(used);
            calls.Visit(operation, kind, member);
            places.Visit(operation, kind, member);
            candidates.Visit(operation, kind, used, member);
        }

        owner.Calls = calls.Calls;
        origins.Add(values);
        return new(owner, body.Symbol, candidates.Candidates, values);
    }

    private bool IsParameter(ISymbol member) =>
        member.FindAttribute(types.Parameter) is not null || member.FindAttribute(types.Secret) is not null;
}
