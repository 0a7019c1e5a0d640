using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>The members that code of a compilation declares and uses.</summary>
internal sealed class MemberTable(IAssemblySymbol assembly, CandidateTable candidates)
{
    // A definition is nearly always the same object; where it is not, the second dictionary knows.
    private readonly ConcurrentDictionary<ISymbol, Member> _met = new(ReferenceComparer.Instance);
    private readonly Dictionary<ISymbol, Member> _own = new(SymbolEqualityComparer.Default);

    /// <summary>The number of members of the compilation's own source.</summary>
    public int Count => _own.Count;

    /// <summary>What is known of a member.</summary>
    public Member Of(ISymbol symbol)
    {
        var definition = symbol.OriginalDefinition;
        return _met.TryGetValue(definition, out var member) ? member : _met.GetOrAdd(definition, Find(definition.Canonical()));
    }

    /// <summary>
    /// The method, constructor, property, field or event that an operation uses; null for an element of a tuple, which concerns nobody.
    /// </summary>
    public static ISymbol? UsedBy(IOperation operation, OperationKind kind) =>
        kind switch
        {
            OperationKind.Invocation => ((IInvocationOperation)operation).TargetMethod,
            OperationKind.ObjectCreation => ((IObjectCreationOperation)operation).Constructor,
            OperationKind.PropertyReference => ((IPropertyReferenceOperation)operation).Property,
            OperationKind.FieldReference => ((IFieldReferenceOperation)operation).Field is { CorrespondingTupleField: null } field
                ? field
                : null,
            OperationKind.MethodReference => ((IMethodReferenceOperation)operation).Method,
            OperationKind.EventReference => ((IEventReferenceOperation)operation).Event,
            _ => null,
        };

    private Member Find(ISymbol symbol)
    {
        if (!symbol.IsIn(assembly))
        {
            return new(symbol, -1, isOwn: false, candidates.ByMember(symbol, isOwn: false));
        }

        var property = symbol as IPropertySymbol;
        var (getter, setter) = (
            property?.GetMethod ?? property?.OverriddenProperty?.GetMethod,
            property?.SetMethod ?? property?.OverriddenProperty?.SetMethod
        );
        var rules = candidates.ByMember(symbol, isOwn: true);
        var (get, set) = (getter is null ? null : Of(getter), setter is null ? null : Of(setter));
        lock (_own)
        {
            if (!_own.TryGetValue(symbol, out var member))
            {
                member = new(symbol, _own.Count, isOwn: true, rules) { Getter = get, Setter = set };
                _own.Add(symbol, member);
            }

            return member;
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<ISymbol>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(ISymbol? x, ISymbol? y) => ReferenceEquals(x, y);

        public int GetHashCode(ISymbol obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
