using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Origins;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Follows a value through the body that makes it, to see whether it can get into what the stage returns, or whether it, and all that is
/// computed from it, ends in logs, metrics, progress and exceptions: what a run is allowed to differ in. What cannot be followed, such as a
/// field or an unknown call, counts as an output.
/// </summary>
internal sealed class ValueUses
{
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly Func<IOperation, bool> _accepts;
    private readonly bool _asksHelpers;
    private readonly GivenFunctions _functions = new();
    private bool _dependsOnHelpers;

    private ValueUses(Func<IOperation, bool> accepts, bool asksHelpers)
    {
        _accepts = accepts;
        _asksHelpers = asksHelpers;
    }

    /// <summary>A fault that is none if the operation's value is harmless; null if it surely is.</summary>
    /// <param name="operation">The operation that makes the value.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="accepts">Further uses that do no harm; given the value's parent.</param>
    public static Fault? UnlessHarmless(ReachedOperation operation, Fault fault, Func<IOperation, bool>? accepts = null) =>
        Judge(operation, fault, accepts ?? (static _ => false), uses => uses.IsHarmless(operation.Operation));

    /// <summary>The same of what is made of a local, such as the text that a builder builds.</summary>
    public static Fault? UnlessHarmless(ReachedOperation operation, Fault fault, ILocalReferenceOperation use) =>
        Judge(operation, fault, static _ => false, uses => uses.AreHarmless(use.Local, use));

    private static Fault? Judge(ReachedOperation operation, Fault fault, Func<IOperation, bool> accepts, Func<ValueUses, bool> isHarmless)
    {
        if (operation.IsInStage)
        {
            return isHarmless(new(accepts, asksHelpers: true)) ? null : fault;
        }

        // What other helpers do with the value takes the compiler's time. Whether anyone has to know is clear when it is known what stages
        // reach.
        var alone = new ValueUses(accepts, asksHelpers: false);
        return !isHarmless(alone) ? fault
            : alone._dependsOnHelpers ? fault with { ConfirmInHelper = _ => !isHarmless(new(accepts, asksHelpers: true)) }
            : null;
    }

    private bool IsGivenToHarmlessHelper(IArgumentOperation argument)
    {
        if (HelperArguments.Helper(argument) is not { } helper)
        {
            return false;
        }

        _dependsOnHelpers = true;
        _functions.Add(argument.Parent!);
        return !_asksHelpers
            || (HelperArguments.Uses(argument, helper) is { } uses && (!_followed.Add(argument.Parameter!) || uses.All(IsHarmless)));
    }

    private bool IsHarmless(IOperation value) =>
        value.Parent switch
        {
            null => false,
            { } parent when _accepts(parent) => true,
            IExpressionStatementOperation => true,
            IArgumentOperation { Parent: { } call } argument => Telemetry.Takes(call)
                || IsException(call)
                || (IsPure(call) && IsHarmless(call))
                || IsGivenToHarmlessHelper(argument),
            IInvocationOperation { Instance: var instance } call when instance == value => Telemetry.Takes(call) || IsHarmless(call),
            IConditionalOperation { Condition: var condition } choice when condition == value => OnlyTells(choice.WhenTrue)
                && OnlyTells(choice.WhenFalse)
                && (!(Leaves(choice.WhenTrue) || Leaves(choice.WhenFalse)) || RestTells(choice)),
            IPropertyReferenceOperation { Instance: var instance } property when instance == value => IsHarmless(property),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } => AreHarmless(local, value),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } assignment
                when assignment.Value == value => AreHarmless(local, value),
            ICompoundAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } assignment => AreHarmless(
                local,
                assignment
            ) && IsHarmless(assignment),
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } assignment when assignment.Value == value => AreHarmless(
                field
            ),
            IFieldInitializerOperation { InitializedFields: [var field] } => AreHarmless(field, value),
            ITupleOperation values when Deconstruction(values) is { Target: ITupleOperation targets } => targets.Elements[
                values.Elements.IndexOf(value)
            ] switch
            {
                ILocalReferenceOperation { Local: var part } => AreHarmless(part, value),
                IFieldReferenceOperation part => AreHarmless(part),
                _ => false,
            },
            {
                Kind: OperationKind.Conversion
                    or OperationKind.Binary
                    or OperationKind.Unary
                    or OperationKind.Parenthesized
                    or OperationKind.Coalesce
                    or OperationKind.Interpolation
                    or OperationKind.InterpolatedString
                    or OperationKind.InterpolatedStringAddition
                    or OperationKind.InterpolatedStringHandlerCreation
                    or OperationKind.InterpolatedStringAppendFormatted
                    or OperationKind.ArrayInitializer
                    or OperationKind.ArrayCreation
                    or OperationKind.CollectionExpression
            } parent => IsHarmless(parent),
            _ => false,
        };

    /// <summary>Whether what a condition decides about is telemetry alone, such as when progress is reported.</summary>
    private bool OnlyTells(IOperation? branch) =>
        branch switch
        {
            null => true,
            IBlockOperation block => block.Operations.All(step => OnlyTells(step)),
            IExpressionStatementOperation { Operation: IInvocationOperation call } => Tells(call),
            IExpressionStatementOperation { Operation: IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } } => Tells(
                call
            ),
            IExpressionStatementOperation
            {
                Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } } assignment
            } => AreHarmless(local, assignment),
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } } =>
                AreHarmless(field),
            IReturnOperation { ReturnedValue: null } => true,
            _ => false,
        };

    /// <summary>Whether a call tells something, itself or by a function that was given for it.</summary>
    private bool Tells(IInvocationOperation call) =>
        Telemetry.Takes(call)
        || (_functions.Called(call) is { Body: var body } lambda && (!_followed.Add(lambda.Symbol) || OnlyTells(body)));

    /// <summary>Whether a branch leaves the method, so that its condition decides about all that follows.</summary>
    private static bool Leaves(IOperation? branch) => branch is IReturnOperation or IBlockOperation { Operations: [.., IReturnOperation] };

    private bool RestTells(IConditionalOperation choice) =>
        choice.Parent is IBlockOperation { Parent: IMethodBodyOperation } block
        && block.Operations.SkipWhile(step => step != choice).Skip(1).All(OnlyTells);

    private bool AreHarmless(ILocalSymbol local, IOperation value) =>
        !_followed.Add(local)
        || value
            .Root()
            .Descendants()
            .OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && !IsWritten(use))
            .All(IsHarmless);

    /// <summary>A private field of a helper object, such as when it last reported progress, is followed through the class.</summary>
    private bool AreHarmless(IFieldReferenceOperation field) =>
        field.Instance is IInstanceReferenceOperation && AreHarmless(field.Field, field);

    private bool AreHarmless(IFieldSymbol field, IOperation value)
    {
        if (field is not { DeclaredAccessibility: Accessibility.Private, IsStatic: false, ContainingType.IsRecord: false })
        {
            return false;
        }

        _dependsOnHelpers = true;
        return !_asksHelpers
            || !_followed.Add(field)
            || FieldUses.Of(field, value.SemanticModel).All(use => IsWritten(use) || IsHarmless(use));
    }

    /// <summary>The assignment that gives each value of a tuple to a place of its own.</summary>
    private static IDeconstructionAssignmentOperation? Deconstruction(IOperation values) =>
        values.Parent is IConversionOperation conversion ? Deconstruction(conversion) : values.Parent as IDeconstructionAssignmentOperation;

    private static bool IsWritten(IOperation use) =>
        use.Parent switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target == use,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } targets => assignment.Target == targets,
            _ => false,
        };

    /// <summary>Calls that only compute: what they return is as harmful as what is done with it.</summary>
    private static bool IsPure(IOperation call) =>
        (call as IInvocationOperation)?.TargetMethod is { ContainingType: { } type } method
        && type switch
        {
            { SpecialType: SpecialType.System_String or SpecialType.System_DateTime } => true,
            { Name: "Path" } => method.Name == "ChangeExtension" && type.ContainingNamespace.Is("System.IO"),
            { Name: "Math" or "MathF" or "TimeSpan" or "Convert" or "DateTimeOffset" or "TimeProvider" } => type.ContainingNamespace.Is(
                "System"
            ),
            _ => false,
        };

    private static bool IsException(IOperation call) =>
        call is IObjectCreationOperation { Type: { } type }
        && type.BaseTypesAndSelf().Any(static t => t.Name == "Exception" && t.ContainingNamespace.Is("System"));
}
