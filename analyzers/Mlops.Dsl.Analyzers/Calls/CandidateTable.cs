using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// Tells which rules a member or a kind of operation concerns. The types that rules name are compared by name when a member is met for the
/// first time:
/// looking each of them up in every reference costs more than most compilations have members.
/// </summary>
internal sealed class CandidateTable
{
    private readonly Dictionary<string, ImmutableArray<CandidateRule>> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<CandidateRule>> _types = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<CandidateRule>[] _kinds;
    private readonly List<(Func<ISymbol, bool, bool> Recognize, CandidateRule Rule)> _recognizing = [];

    /// <summary>Collects what rules ask for.</summary>
    public CandidateTable(ImmutableArray<CandidateRule> rules)
    {
        _kinds = new ImmutableArray<CandidateRule>[1 + rules.SelectMany(static rule => rule.Operations).Max(static kind => (int)kind)];
        for (var i = 0; i < _kinds.Length; i++)
        {
            _kinds[i] = [];
        }

        foreach (var rule in rules)
        {
            if (rule.Recognizes is { } recognize)
            {
                _recognizing.Add((recognize, rule));
            }

            foreach (var name in rule.Types)
            {
                _named[name] = _named.TryGetValue(name, out var others) ? others.Add(rule) : [rule];
            }

            foreach (var kind in rule.Operations)
            {
                _kinds[(int)kind] = _kinds[(int)kind].Add(rule);
            }
        }
    }

    /// <summary>The rules that a use of a member concerns.</summary>
    /// <param name="member">The member's definition.</param>
    /// <param name="isOwn">Whether it belongs to the compilation's own source.</param>
    public ImmutableArray<CandidateRule> ByMember(ISymbol member, bool isOwn)
    {
        ImmutableArray<CandidateRule> found = [];
        foreach (var (recognize, rule) in _recognizing)
        {
            found = recognize(member, isOwn) ? found.Add(rule) : found;
        }

        foreach (var rule in isOwn || member.ContainingType is not { } type ? [] : ByType(type))
        {
            found = !found.Contains(rule) && rule.Includes(member) ? found.Add(rule) : found;
        }

        return found;
    }

    /// <summary>The rules that an operation concerns by its kind.</summary>
    public ImmutableArray<CandidateRule> ByKind(OperationKind kind) => (int)kind < _kinds.Length ? _kinds[(int)kind] : [];

    private ImmutableArray<CandidateRule> ByType(INamedTypeSymbol type) =>
        _types.TryGetValue(type, out var rules) ? rules : _types.GetOrAdd(type, Find);

    private ImmutableArray<CandidateRule> Find(INamedTypeSymbol type)
    {
        var rules = ImmutableArray.CreateBuilder<CandidateRule>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            Add(current);
        }

        foreach (var face in type.AllInterfaces)
        {
            Add(face);
        }

        return rules.ToImmutable();

        void Add(INamedTypeSymbol named)
        {
            if (
                named.ContainingType is null
                && _named.TryGetValue($"{named.ContainingNamespace.ToDisplayString()}.{named.MetadataName}", out var found)
            )
            {
                rules.AddRange(found);
            }
        }
    }
}
