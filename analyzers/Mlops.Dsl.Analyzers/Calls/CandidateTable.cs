using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// Tells by one look-up which rules an operation concerns. The types that rules name are compared by name when a member is met for the first time:
/// looking each of them up in every reference costs more than most compilations have members.
/// </summary>
internal sealed class CandidateTable
{
    private readonly Dictionary<string, ImmutableArray<ReachedOperationRule>> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<OperationKind, ImmutableArray<ReachedOperationRule>> _kinds = [];
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ReachedOperationRule>> _members = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<ReachedOperationRule> _rules;
    private readonly IAssemblySymbol _assembly;

    /// <summary>Collects what rules ask for.</summary>
    public CandidateTable(ImmutableArray<ReachedOperationRule> rules, Compilation compilation)
    {
        _rules = rules;
        _assembly = compilation.Assembly;
        foreach (var rule in rules)
        {
            foreach (var name in rule.Types)
            {
                _named[name] = _named.TryGetValue(name, out var others) ? others.Add(rule) : [rule];
            }

            foreach (var kind in rule.Operations)
            {
                _kinds[kind] = _kinds.TryGetValue(kind, out var others) ? others.Add(rule) : [rule];
            }
        }
    }

    /// <summary>The rules that a use of a member of another assembly concerns.</summary>
    public ImmutableArray<ReachedOperationRule> ByMember(ISymbol member) =>
        member.ContainingType is not { } type || type.IsIn(_assembly) ? []
        : _members.TryGetValue(member.OriginalDefinition, out var rules) ? rules
        : _members.GetOrAdd(member.OriginalDefinition, Find);

    /// <summary>The rules that an operation concerns by its kind.</summary>
    public ImmutableArray<ReachedOperationRule> ByKind(OperationKind kind) => _kinds.TryGetValue(kind, out var rules) ? rules : [];

    /// <summary>The method, constructor, property, field or event that an operation uses.</summary>
    public static ISymbol? Member(IOperation operation) => operation.Kind switch
    {
        OperationKind.Invocation => ((IInvocationOperation)operation).TargetMethod,
        OperationKind.ObjectCreation => ((IObjectCreationOperation)operation).Constructor,
        OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.MethodReference or OperationKind.EventReference => ((IMemberReferenceOperation)operation).Member,
        _ => null,
    };

    private ImmutableArray<ReachedOperationRule> Find(ISymbol member)
    {
        var type = member.ContainingType;
        var rules = ImmutableArray.CreateBuilder<ReachedOperationRule>();
        rules.AddRange(_rules.Where(rule => rule.Recognizes(member)));
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
            if (named.ContainingType is null && _named.TryGetValue($"{named.ContainingNamespace.ToDisplayString()}.{named.MetadataName}", out var found))
            {
                rules.AddRange(found.Where(rule => !rules.Contains(rule)));
            }
        }
    }
}
