using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Objects of the compilation's own that several threads use at once to collect or add up: a lock in them keeps the list whole, not its
/// order.
/// </summary>
internal static class SharedHelpers
{
    /// <summary>Whether calls of a method may put what they are given into its object.</summary>
    public static bool MayBe(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: false, Parameters.IsEmpty: false } method
        && !method.CanBeReplaced();

    /// <summary>
    /// Where the order in which threads filled a shared object is taken from it; null if the call fills none, or if nobody cares for the
    /// order.
    /// </summary>
    public static IOperation? OrderTaken(IInvocationOperation call)
    {
        if (
            !IsShared(call, out var lambda)
            || Body(call)
                ?.Descendants()
                .OfType<IInvocationOperation>()
                .Where(static step => UnstableOrder.MayShare(step.TargetMethod))
                .Select(static step => step.Instance)
                .OfType<IMemberReferenceOperation>()
                .FirstOrDefault(static list => list.Instance is IInstanceReferenceOperation)
                is not { } list
            || !FieldUses
                .Named(list.Member.ContainingType.OriginalDefinition, list.Member.OriginalDefinition, call.SemanticModel)
                .Where(IsRead)
                .ToList()
                .Exists(static use => !IsSorted(use))
        )
        {
            return null;
        }

        if (call.Instance is not ILocalReferenceOperation { Local: var collector })
        {
            return call;
        }

        return call.Root()
            .Uses(collector)
            .Where(use => !lambda!.Syntax.Span.Contains(use.Syntax.Span))
            .Select(Taken)
            .FirstOrDefault(static taken => taken is not null && !Ordering.IsIrrelevant(taken));
    }

    /// <summary>The sum that a shared object keeps, and that a call adds to; null if it adds to none.</summary>
    public static ICompoundAssignmentOperation? Sum(IInvocationOperation call, Func<ICompoundAssignmentOperation, bool> matters) =>
        IsShared(call, out _)
            ? Body(call)
                ?.Descendants()
                .OfType<ICompoundAssignmentOperation>()
                .FirstOrDefault(sum =>
                    sum
                        is {
                            OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
                            Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } or IArrayElementReferenceOperation
                        }
                    && matters(sum)
                    && IsOnePlace(sum.Target)
                )
            : null;

    private static bool IsShared(IInvocationOperation call, out IOperation? lambda)
    {
        lambda =
            MayBe(call.TargetMethod.OriginalDefinition) && call.TargetMethod.DeclaringSyntaxReferences.Length > 0
                ? ParallelBodies.Around(call)
                : null;
        return lambda is not null && call.Instance is not (null or IInstanceReferenceOperation) && lambda.Shares(call.Instance);
    }

    /// <summary>
    /// The step by which a call files under a number, in a dictionary of a shared object, what it is given; null if it files nothing so.
    /// </summary>
    public static IOperation? Numbered(IInvocationOperation call) =>
        IsShared(call, out _) && Body(call) is { } body
            ? body.Descendants()
                .FirstOrDefault(step =>
                    Table(step) is IMemberReferenceOperation { Instance: IInstanceReferenceOperation } && RoundNumbers.AreKeptBy(step, body)
                )
            : null;

    private static IOperation? Table(IOperation step) =>
        step switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } table } } => table,

            // What threads may use without a lock is told where it is used.
            IInvocationOperation { TargetMethod.ContainingType.Name: not "ConcurrentDictionary", Instance: { } table } => table,
            _ => null,
        };

    /// <summary>The body of a method of the compilation's own; null if it has none.</summary>
    public static IOperation? Body(IInvocationOperation call) =>
        call.SemanticModel is { } model
        && call.TargetMethod.OriginalDefinition is var method
        && (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences is [var declaration, ..]
            ? FieldUses.Model(model, declaration.SyntaxTree).GetOperation(declaration.GetSyntax())
            : null;

    /// <summary>Whether an element is at a place that has nothing to do with what the method is given.</summary>
    private static bool IsOnePlace(IOperation target) =>
        target is not IArrayElementReferenceOperation element
        || (
            element.ArrayReference is IMemberReferenceOperation { Instance: IInstanceReferenceOperation }
            && element.Indices.All(static index => index.ConstantValue.HasValue)
        );

    private static bool IsRead(IOperation use) =>
        use.Parent switch
        {
            IInvocationOperation { TargetMethod: var method } call when call.Instance == use => !UnstableOrder.MayShare(method)
                && method.Name is not ("Clear" or "EnsureCapacity"),
            IPropertyReferenceOperation { Property.Name: "Count" } => false,
            ILockOperation => false,
            ISimpleAssignmentOperation assignment => assignment.Target != use,
            _ => true,
        };

    private static bool IsSorted(IOperation use) =>
        Ordering.IsIrrelevant(use) || (Ordering.Place(use) is { } place && Ordering.IsSorted(place, use));

    /// <summary>What a use takes of a collector: its elements, or the whole.</summary>
    private static IOperation? Taken(ILocalReferenceOperation use) =>
        use.Parent switch
        {
            IInvocationOperation call when call.Instance == use => IsSequence(call.Type) ? call : null,
            IPropertyReferenceOperation property when property.Instance == use => IsSequence(property.Type) ? property : null,
            IFieldReferenceOperation field => IsSequence(field.Type) ? field : null,
            IReturnOperation or IArgumentOperation or IForEachLoopOperation => use,
            IConversionOperation { Parent: IReturnOperation or IArgumentOperation or IForEachLoopOperation } conversion => conversion,
            _ => null,
        };

    private static bool IsSequence(ITypeSymbol? type) =>
        type is { SpecialType: not SpecialType.System_String }
        && (type is IArrayTypeSymbol || type.Name == "IEnumerable" || type.AllInterfaces.Any(static face => face.Name == "IEnumerable"));
}
