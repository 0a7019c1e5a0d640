using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// What one look at a body tells of it, without following any data: what it uses that rules are interested in, and what it calls.
/// </summary>
/// <param name="Interest">The marks for which what the body does itself matters to some rule. <see cref="Mark.Any"/> where it gives
/// marks.</param>
/// <param name="Calls">The compilation's own members that it uses; not all of them where the interest is whole.</param>
internal sealed record BodyFacts(Mark Interest, IReadOnlyCollection<ISymbol> Calls);

/// <summary>Looks at a body, one operation after the other.</summary>
/// <param name="symbols">What the rules say of symbols.</param>
internal sealed class BodyFactsCollector(FlowSymbols symbols)
{
    private readonly HashSet<ISymbol> _calls = new(SymbolEqualityComparer.Default);
    private Mark _interest;

    /// <summary>What was seen.</summary>
    public BodyFacts Facts => new(_interest, _calls);

    /// <summary>Whether there is anything to learn yet.</summary>
    public bool IsUndecided => _interest != Mark.Any;

    /// <summary>Looks at one operation; what it contains is visited by itself.</summary>
    public void Visit(IOperation operation, OperationKind kind)
    {
        switch (kind)
        {
            case OperationKind.Invocation:
                Use(((IInvocationOperation)operation).TargetMethod);
                break;
            case OperationKind.ObjectCreation:
                Use(((IObjectCreationOperation)operation).Constructor);
                break;
            case OperationKind.PropertyReference or OperationKind.FieldReference:
                UseState((IMemberReferenceOperation)operation);
                break;
            case OperationKind.MethodReference or OperationKind.EventReference:
                Use(((IMemberReferenceOperation)operation).Member);
                break;
            case OperationKind.Conversion:
                Use(((IConversionOperation)operation).OperatorMethod);
                break;
            case OperationKind.Unary:
                Use(((IUnaryOperation)operation).OperatorMethod);
                break;
            case OperationKind.Binary:
                UseBinary((IBinaryOperation)operation);
                break;

            // Code that calls the user's without naming it, which is followed to be sure.
            case OperationKind.Loop
                when operation is IForEachLoopOperation { Collection: var collection } && IsOwnSequence(collection.Type):
            case OperationKind.DeconstructionAssignment
                when operation is IDeconstructionAssignmentOperation { Value.Type: { IsTupleType: false } }:
                _interest = Mark.Any;
                break;
        }

        // Values with marks by their type.
        if (symbols.Of(operation.Type) is { } type && (type.Given | type.Interest) != Mark.None)
        {
            _interest = Mark.Any;
        }
    }

    private void Use(ISymbol? member)
    {
        if (member is null)
        {
            return;
        }

        var facts = symbols.Of(member);
        _interest |= symbols.Interest(member, facts) | facts.Removed;
        if (facts.Given != Mark.None)
        {
            _interest = Mark.Any;
        }

        if (facts.Body is { } body)
        {
            _calls.Add(body);
        }
    }

    private void UseState(IMemberReferenceOperation reference)
    {
        Use(reference.Member);
        if (reference.Type is { } type && HoldsFunctions(type) && IsOwn(reference.Member.ContainingType))
        {
            _interest = Mark.Any;
        }
    }

    private void UseBinary(IBinaryOperation operation)
    {
        Use(operation.OperatorMethod);
        if (
            operation.OperatorKind
                is BinaryOperatorKind.LessThan
                    or BinaryOperatorKind.LessThanOrEqual
                    or BinaryOperatorKind.GreaterThan
                    or BinaryOperatorKind.GreaterThanOrEqual
            && IsMeasurement(operation.LeftOperand)
            && IsMeasurement(operation.RightOperand)
        )
        {
            _interest |= Mark.MeasuredOnTest | Mark.MeasuredOnValidation;
        }
    }

    /// <summary>Whether something can be a measurement, which a better one beats.</summary>
    private static bool IsMeasurement(IOperation compared) =>
        compared.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal
        && !compared.ConstantValue.HasValue;

    private static bool IsOwnSequence(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Interface } named && IsOwn(named);

    private static bool IsOwn(INamedTypeSymbol? type) => type is not null && type.Locations.Any(static location => location.IsInSource);

    /// <summary>Whether somebody may have left functions in a place of a type, which do what nobody sees here.</summary>
    private static bool HoldsFunctions(ITypeSymbol type) =>
        type switch
        {
            { TypeKind: TypeKind.Delegate } => true,
            IArrayTypeSymbol array => HoldsFunctions(array.ElementType),
            INamedTypeSymbol { SpecialType: SpecialType.None, IsGenericType: true } named => named.TypeArguments.Any(HoldsFunctions),
            _ => false,
        };
}
