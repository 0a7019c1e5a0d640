using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Floating-point addition is not associative, and threads take turns as they like.</summary>
internal sealed class ParallelSum : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4007",
        "Parallel sum of floating-point numbers",
        "{0} adds floating-point numbers in parallel with '{1}', so that the rounding, and thus the result, differs from run to run; compute in parallel and add in order",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Floating-point addition is not associative. Threads add in another order each time, and the last digits change: enough to change a split point, an early stop or a hash.",
        helpLinkUri: RuleHelp.Link("MLP4007"));

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types => ["System.Linq.ParallelEnumerable", "System.Threading.Interlocked"];

    public override ImmutableArray<OperationKind> Operations => [OperationKind.CompoundAssignment];

    public override bool Includes(ISymbol member) => member.Name is "Sum" or "Average" or "CompareExchange";

    public override StageFilter Stages => StageFilter.ExceptSources;

    public override Fault? Check(ReachedOperation operation) => operation.Operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Sum" or "Average" } method } when IsFloating(method.ReturnType) => operation.Fault(operation.MemberName),
        IInvocationOperation { TargetMethod: { Name: "CompareExchange", ReturnType: { } type }, Arguments: [{ Value: { } place }, { Value: { } value }, ..] } exchange
            when IsFloating(type) && ParallelBodies.Around(exchange) is { } lambda && lambda.Shares(place) && IsSum(value, lambda) => operation.Fault(place.Syntax.ToString()),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Target.Type: { } type } sum when IsFloating(type) && IsShared(sum) =>
            operation.Fault(sum.Target.Syntax.ToString()),
        _ => null,
    };

    /// <summary>Whether a value is a sum, or a local that one is assigned to.</summary>
    private static bool IsSum(IOperation value, IOperation lambda) => value switch
    {
        IBinaryOperation binary => binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
        ILocalReferenceOperation { Local: var local } => lambda.Descendants().Any(step => step switch
        {
            IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && declarator.GetVariableInitializer()?.Value is IBinaryOperation sum && IsSum(sum, lambda),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: IBinaryOperation sum } => SymbolEqualityComparer.Default.Equals(target.Local, local) && IsSum(sum, lambda),
            _ => false,
        }),
        _ => false,
    };

    private static bool IsFloating(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && IsFloating(((INamedTypeSymbol)type).TypeArguments[0]));

    /// <summary>Whether a variable from outside of the loop is added to inside of it.</summary>
    private static bool IsShared(ICompoundAssignmentOperation sum) => ParallelBodies.Around(sum)?.Shares(sum.Target) == true;
}
