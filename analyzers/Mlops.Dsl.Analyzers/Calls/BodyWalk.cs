using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// Walks what a body may execute, lambdas and local functions included, in the order of the code: each operation before what it contains.
/// </summary>
internal sealed class BodyWalk
{
    // Not recursive: a long chain of operators is as deep as it is long.
    private readonly Stack<IOperation> _pending = new(32);
    private readonly Func<ISymbol, bool>? _isParameter;

    /// <summary>Prepares a walk.</summary>
    /// <param name="blocks">The body's blocks.</param>
    /// <param name="isParameter">
    /// In a pipeline class: whether a property is a pipeline parameter. What its default is computed from is recorded as the parameter's
    /// value.
    /// </param>
    public BodyWalk(ImmutableArray<IOperation> blocks, Func<ISymbol, bool>? isParameter)
    {
        _isParameter = isParameter;
        Current = null!;
        for (var i = blocks.Length - 1; i >= 0; i--)
        {
            _pending.Push(blocks[i]);
        }
    }

    /// <summary>The operation that the walk is at.</summary>
    public IOperation Current { get; private set; }

    /// <summary>Its kind, which is asked more often than anything else of it.</summary>
    public OperationKind Kind { get; private set; }

    /// <summary>Goes to the next operation; false if there is none.</summary>
    public bool MoveNext()
    {
        while (_pending.Count > 0)
        {
            var operation = _pending.Pop();
            var kind = operation.Kind;
            if (kind is OperationKind.NameOf or OperationKind.Attribute || (_isParameter is not null && IsDefault(operation, kind)))
            {
                continue;
            }

            if (
                kind
                is not (
                    OperationKind.Literal
                    or OperationKind.LocalReference
                    or OperationKind.ParameterReference
                    or OperationKind.InstanceReference
                )
            )
            {
                foreach (var child in operation.ChildOperations.Reverse())
                {
                    _pending.Push(child);
                }
            }

            (Current, Kind) = (operation, kind);
            return true;
        }

        return false;
    }

    private bool IsDefault(IOperation operation, OperationKind kind) =>
        kind switch
        {
            OperationKind.PropertyInitializer => ((IPropertyInitializerOperation)operation).InitializedProperties.Any(property =>
                _isParameter!(property)
            ),
            OperationKind.SimpleAssignment => ((ISimpleAssignmentOperation)operation).Target is IPropertyReferenceOperation target
                && _isParameter!(target.Property),
            _ => false,
        };
}
