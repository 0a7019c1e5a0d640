using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Floating-point addition is not associative, and threads take turns as they like.</summary>
internal sealed class ParallelSum : ReachedOperationRule
{
    private const int DeepestLocal = 3;

    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4007",
        "Parallel sum of floating-point numbers",
        "{0} adds floating-point numbers in parallel with '{1}', so that the rounding, and thus the result, differs from run to run; "
            + "compute in parallel and add in order",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Floating-point addition is not associative. Threads add in another order each time, and the last digits change: "
            + "enough to change a split point, an early stop or a hash.",
        helpLinkUri: RuleHelp.Link("MLP4007")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["System.Linq.ParallelEnumerable", "System.Threading.Interlocked"];

    public override ImmutableArray<OperationKind> Operations => [OperationKind.CompoundAssignment];

    public override bool Includes(ISymbol member) => member.Name is "Sum" or "Average" or "Aggregate" or "CompareExchange";

    public override Func<ISymbol, bool, bool> Recognizes => static (member, isOwn) => isOwn && SharedHelpers.MayBe(member);

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation switch
        {
            IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } call => SharedHelpers.Sum(
                call,
                static sum => IsFloating(sum.Target.Type!)
            )
                is { } kept
                ? operation.Fault(kept.Target.Syntax.ToString())
                : null,
            IInvocationOperation { TargetMethod.Name: "Aggregate" } fold => ParallelFolds.Rounds(fold)
                ? operation.Fault(operation.MemberName)
                : null,
            IInvocationOperation { TargetMethod: { Name: "Sum" or "Average" } method } when IsFloating(method.ReturnType) =>
                operation.Fault(operation.MemberName),
            IInvocationOperation
            {
                TargetMethod.Name: "CompareExchange",
                Arguments: [{ Value: { } place }, { Value: { } value }, ..]
            } exchange when IsSum(value, depth: 0) && IsForThreads(exchange, Referred(place)) => operation.Fault(place.Syntax.ToString()),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Target.Type: { } type } sum
                when IsFloating(type) && IsShared(sum) => operation.Fault(sum.Target.Syntax.ToString()),
            _ => null,
        };

    /// <summary>
    /// Whether a place is one for all threads. Outside of what is seen to run in parallel, that a field or a reference is exchanged at all
    /// tells that it is.
    /// </summary>
    private static bool IsForThreads(IOperation exchange, IOperation place) =>
        ParallelBodies.Around(exchange) is { } lambda
            ? lambda.Shares(place) || (place is IArrayElementReferenceOperation element && MayMeet(element, lambda))
            : place is IMemberReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation;

    /// <summary>
    /// Whether several rounds may get to one element of an array from outside: at a position of its own a round would exchange nothing.
    /// </summary>
    private static bool MayMeet(IArrayElementReferenceOperation element, IOperation lambda) =>
        lambda.Shares(element.ArrayReference) && !element.Indices.All(static index => index.Unconverted() is IParameterReferenceOperation);

    /// <summary>A place, or the one that a local refers to, be it as the bits of a number.</summary>
    private static IOperation Referred(IOperation place) =>
        place switch
        {
            ILocalReferenceOperation { Local: { IsRef: true } local } => place.Root().Values(local).FirstOrDefault() is { } first
            && first is not ILocalReferenceOperation
                ? Referred(first)
                : place,
            IInvocationOperation { TargetMethod: { Name: "As", ContainingType.Name: "Unsafe" }, Arguments: [{ Value: var number }] } =>
                Referred(number),
            _ => place,
        };

    /// <summary>Whether a value is a sum of numbers with digits, its bits, or a local that one is assigned to.</summary>
    private static bool IsSum(IOperation value, int depth) =>
        depth < DeepestLocal
        && value.Unconverted() switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type: { } type } => IsFloating(type),
            IInvocationOperation
            {
                TargetMethod: { ContainingType.Name: "BitConverter", Name: var name },
                Arguments: [{ Value: var number }]
            } => name.EndsWith("Bits", StringComparison.Ordinal) && IsSum(number, depth),
            ILocalReferenceOperation { Local: var local } reference => reference.Root().Values(local).Any(sum => IsSum(sum, depth + 1)),
            _ => false,
        };

    private static bool IsFloating(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && IsFloating(((INamedTypeSymbol)type).TypeArguments[0]));

    /// <summary>Whether a variable from outside of the loop is added to inside of it.</summary>
    private static bool IsShared(ICompoundAssignmentOperation sum) => ParallelBodies.Around(sum)?.Shares(sum.Target) == true;
}
