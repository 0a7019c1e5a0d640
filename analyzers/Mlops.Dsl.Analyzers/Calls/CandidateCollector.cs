using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>An operation that a rule has to check.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Member">The member that it uses; null for an operation that the rule asked for by kind.</param>
/// <param name="Rule">The rule.</param>
internal readonly record struct Candidate(IOperation Operation, ISymbol? Member, CandidateRule Rule);

/// <summary>Collects what rules have to check in a body, one operation after the other.</summary>
internal sealed class CandidateCollector(CandidateTable table)
{
    private List<Candidate>? _candidates;

    /// <summary>The candidates, in the order of the code.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates ?? [];

    /// <summary>Looks at one operation; what it contains is visited by itself.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="used">The member that it uses, if it uses one.</param>
    /// <param name="member">What is known of that.</param>
    public void Visit(IOperation operation, OperationKind kind, ISymbol? used, Member? member)
    {
        if (member is not null)
        {
            foreach (var rule in member.Rules)
            {
                Add(new(operation, used, rule));
            }
        }

        foreach (var rule in table.ByKind(kind))
        {
            if (rule.MayConcern(operation))
            {
                Add(new(operation, null, rule));
            }
        }
    }

    private void Add(Candidate candidate) => (_candidates ??= []).Add(candidate);
}
