using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Follows a value through the body that makes it, to see whether it can get into what the stage returns.</summary>
internal static class ValueUses
{
    /// <summary>
    /// Whether a value, and all that is computed from it, ends in logs, metrics, progress and exceptions: what a run is allowed to differ in.
    /// What cannot be followed, such as a field or an unknown call, counts as an output.
    /// </summary>
    /// <param name="value">The operation that makes the value.</param>
    /// <param name="accepts">Further uses that do no harm; given the value's parent.</param>
    public static bool AreHarmless(IOperation value, Func<IOperation, bool>? accepts = null) =>
        IsHarmless(value, accepts ?? (static _ => false), new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static bool IsHarmless(IOperation value, Func<IOperation, bool> accepts, HashSet<ISymbol> followed) => value.Parent switch
    {
        null => false,
        { } parent when accepts(parent) => true,
        IExpressionStatementOperation => true,
        IArgumentOperation { Parent: { } call } argument =>
            Telemetry.Takes(call) || IsException(call) || (IsPure(call) && IsHarmless(call, accepts, followed)) || HelperArguments.Uses(argument) is { } uses && AreHarmless(argument.Parameter!, uses, accepts, followed),
        IInvocationOperation { Instance: var instance } call when instance == value => Telemetry.Takes(call) || IsHarmless(call, accepts, followed),
        IConditionalOperation { Condition: var condition } choice when condition == value => OnlyTells(choice.WhenTrue, accepts, followed) && OnlyTells(choice.WhenFalse, accepts, followed),
        IPropertyReferenceOperation { Instance: var instance } property when instance == value => IsHarmless(property, accepts, followed),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } => AreHarmless(local, value, accepts, followed),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } assignment when assignment.Value == value => AreHarmless(local, value, accepts, followed),
        { Kind: OperationKind.Conversion or OperationKind.Binary or OperationKind.Unary or OperationKind.Parenthesized or OperationKind.Coalesce
            or OperationKind.Interpolation or OperationKind.InterpolatedString or OperationKind.InterpolatedStringAddition or OperationKind.InterpolatedStringHandlerCreation
            or OperationKind.InterpolatedStringAppendFormatted or OperationKind.ArrayInitializer or OperationKind.ArrayCreation or OperationKind.CollectionExpression } parent =>
            IsHarmless(parent, accepts, followed),
        _ => false,
    };

    /// <summary>Whether what is made of a local, such as the text that a builder builds, ends so.</summary>
    public static bool AreHarmless(ILocalReferenceOperation use) =>
        AreHarmless(use.Local, use, static _ => false, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static bool AreHarmless(ISymbol parameter, IEnumerable<IOperation> uses, Func<IOperation, bool> accepts, HashSet<ISymbol> followed) =>
        !followed.Add(parameter) || uses.All(use => IsHarmless(use, accepts, followed));

    /// <summary>Whether what a condition decides about is telemetry alone, such as when progress is reported.</summary>
    private static bool OnlyTells(IOperation? branch, Func<IOperation, bool> accepts, HashSet<ISymbol> followed) => branch switch
    {
        null => true,
        IBlockOperation block => block.Operations.All(step => OnlyTells(step, accepts, followed)),
        IExpressionStatementOperation { Operation: IInvocationOperation call } => Telemetry.Takes(call),
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } assignment } => AreHarmless(local, assignment, accepts, followed),
        _ => false,
    };

    private static bool AreHarmless(ILocalSymbol local, IOperation value, Func<IOperation, bool> accepts, HashSet<ISymbol> followed) =>
        !followed.Add(local) || Root(value).Descendants().OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && !IsWritten(use))
            .All(use => IsHarmless(use, accepts, followed));

    private static bool IsWritten(ILocalReferenceOperation use) => use.Parent is ISimpleAssignmentOperation assignment && assignment.Target == use;

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Calls that only compute: what they return is as harmful as what is done with it.</summary>
    private static bool IsPure(IOperation call) =>
        (call as IInvocationOperation)?.TargetMethod.ContainingType is { } type
            && (type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime || (type.ContainingNamespace.Is("System")
                && type.Name is "Math" or "MathF" or "TimeSpan" or "Convert" or "DateTimeOffset" or "TimeProvider"));

    private static bool IsException(IOperation call) =>
        call is IObjectCreationOperation { Type: { } type } && type.BaseTypesAndSelf().Any(static t => t.Name == "Exception" && t.ContainingNamespace.Is("System"));
}
