using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>What one look at a body tells of it, without following any data: what it uses that rules are interested in, and what it calls.</summary>
/// <param name="Interest">The marks for which what the body does itself matters to some rule. <see cref="Mark.Any"/> where it gives marks.</param>
/// <param name="Calls">The compilation's own members that it uses.</param>
internal sealed record BodyFacts(Mark Interest, IReadOnlyCollection<ISymbol> Calls)
{
    /// <summary>Looks at a body. Safe for concurrent use.</summary>
    public static BodyFacts Of(IEnumerable<IOperation> blocks, FlowSymbols symbols, IAssemblySymbol assembly)
    {
        var interest = Mark.None;
        var calls = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in blocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            interest |= OfOperation(operation, symbols);
            switch (operation)
            {
                case IInvocationOperation invocation:
                    Use(invocation.TargetMethod);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor }:
                    Use(constructor);
                    break;
                case IMemberReferenceOperation reference:
                    Use(reference.Member);
                    break;
                case IConversionOperation { OperatorMethod: { } conversion }:
                    Use(conversion);
                    break;
                case IBinaryOperation { OperatorMethod: { } binary }:
                    Use(binary);
                    break;
                case IUnaryOperation { OperatorMethod: { } unary }:
                    Use(unary);
                    break;
            }

            if (interest == Mark.Any)
            {
                break;
            }
        }

        return new BodyFacts(interest, calls);

        void Use(ISymbol member)
        {
            interest |= symbols.Interest(member);
            interest |= symbols.RemovedBy(member);
            if (symbols.OfMember(member) != Mark.None)
            {
                interest = Mark.Any;
            }

            if (member.IsIn(assembly) && member is not (IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.DelegateInvoke }))
            {
                calls.Add(member.Canonical());
            }
        }
    }

    /// <summary>Values with marks by their type, and code that calls the user's without naming it, which is followed to be sure.</summary>
    private static Mark OfOperation(IOperation operation, FlowSymbols symbols) => operation switch
    {
        IForEachLoopOperation { Collection: var collection } when IsOwnSequence(collection.Type) => Mark.Any,
        IDeconstructionAssignmentOperation { Value.Type: { IsTupleType: false } } => Mark.Any,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } comparison
            when IsMeasurement(comparison.LeftOperand) && IsMeasurement(comparison.RightOperand) => Mark.MeasuredOnTest | Mark.MeasuredOnValidation,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Type: { } function } reference when HoldsFunctions(function) && IsOwn(reference.Member.ContainingType) => Mark.Any,
        { Type: { SpecialType: SpecialType.None } type } when symbols.OfType(type) != Mark.None || symbols.Interest(type) != Mark.None => Mark.Any,
        _ => Mark.None,
    };

    /// <summary>Whether something can be a measurement, which a better one beats.</summary>
    private static bool IsMeasurement(IOperation compared) =>
        !compared.ConstantValue.HasValue && compared.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal;

    private static bool IsOwnSequence(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: not TypeKind.Interface } named && IsOwn(named);

    private static bool IsOwn(INamedTypeSymbol? type) => type is not null && type.Locations.Any(static location => location.IsInSource);

    /// <summary>Whether somebody may have left functions in a place of a type, which do what nobody sees here.</summary>
    private static bool HoldsFunctions(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Delegate } => true,
        IArrayTypeSymbol array => HoldsFunctions(array.ElementType),
        INamedTypeSymbol { SpecialType: SpecialType.None } named => named.TypeArguments.Any(HoldsFunctions),
        _ => false,
    };
}
