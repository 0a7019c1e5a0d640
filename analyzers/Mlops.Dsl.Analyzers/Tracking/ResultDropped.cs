using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>A model, metric or dataset that nobody gets was computed for nothing, or was meant to be recorded.</summary>
internal sealed class ResultDropped : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3008",
        "Result is neither returned nor logged",
        "{0} makes a '{1}' that nothing uses: it is in no artifact, log or metric of the run; return it, log it, or leave it out",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Models, metrics and datasets are what a run is for. One that a stage computes and then drops, as a statement's "
            + "ignored result or in a local that is never read, is lost when the stage ends. An assignment to _ says that it is meant, "
            + "unless a library measures a model there. What only Debug is told is left out of a release.",
        helpLinkUri: RuleHelp.Link("MLP3008")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations => [OperationKind.ExpressionStatement, OperationKind.VariableDeclarator];

    public override bool MayConcern(IOperation operation) =>
        operation switch
        {
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation discard } => IsDiscardedMeasurement(discard),
            IExpressionStatementOperation statement => Value(statement.Operation) is { Type: INamedTypeSymbol type } value
                && (type.SpecialType == SpecialType.None || Computations.IsMeasure(type) || ChangedCopies.Is(value)),
            IVariableDeclaratorOperation declarator => FilledInVain.MayBe(declarator) || MayBeComputed(declarator),
            _ => false,
        };

    public override Fault? Check(ReachedOperation operation) =>
        Dropped(operation) is { Type: { } type } value ? new Fault(value.Syntax.GetLocation(), [type.Display()]) : null;

    // Which types are artifacts is asked last: it costs a look at all stages.
    private static IOperation? Dropped(ReachedOperation operation) =>
        operation.Operation switch
        {
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation discard } => IsDiscardedMeasurement(discard)
                ? discard.Value
                : null,
            IVariableDeclaratorOperation declarator when FilledInVain.MayBe(declarator) => FilledInVain.Is(declarator)
                ? declarator.GetVariableInitializer()!.Value
                : null,
            IExpressionStatementOperation statement when Computations.IsResult(statement.Operation) => statement.Operation,
            IExpressionStatementOperation statement when ChangedCopies.Is(statement.Operation) => statement.Operation,
            IExpressionStatementOperation statement when OwnMeasurement(statement.Operation, operation) is { } measured => measured,
            IExpressionStatementOperation statement => Value(statement.Operation)
                is { Type: INamedTypeSymbol { SpecialType: SpecialType.None } type } value
            && IsPure(value, operation)
            && !ChangesSomething(value)
            && operation.Artifacts.Contains(type)
                ? value
                : null,
            // Nearly every local is read, and whether it is costs less to ask than what its value may have been made for.
            IVariableDeclaratorOperation declarator => IsRead(declarator.Symbol, declarator) ? null : Unread(declarator, operation),
            _ => null,
        };

    private static bool IsDiscardedMeasurement(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IDiscardOperation && Computations.IsMeasurement(assignment.Value);

    /// <summary>
    /// What measures something by the compilation's own code that does nothing else: a number with digits, or whatever is made of a
    /// dataset.
    /// </summary>
    private static IOperation? OwnMeasurement(IOperation made, ReachedOperation operation) =>
        Measuring(made) is { } call && Value(made) is { } value && IsPure(value, operation) && SideEffects.OnlyComputes(call)
            ? value
            : null;

    private static IInvocationOperation? Measuring(IOperation made) =>
        Value(made) is { Type: { } type } value
        && type is not { Name: "Task" or "ValueTask" }
        && (value is IAwaitOperation awaited ? Configured(awaited.Operation) : value) is IInvocationOperation call
        && (
            Computations.IsMeasure(type)
            || (type.SpecialType == SpecialType.None && Computations.TakesRows(call) && !SideEffects.Throws(call))
        )
            ? call
            : null;

    /// <summary>Whether what begins a local may be a computation, as its kind tells alone.</summary>
    private static bool MayBeComputed(IVariableDeclaratorOperation declarator) =>
        declarator.GetVariableInitializer()?.Value is { } initial
        && (Value(initial) is not null || Computations.MayBeNumber(initial) || ChangedCopies.IsQuery(initial));

    /// <summary>What begins a local that nothing reads: a query, something measured, or what could be an artifact.</summary>
    private static IOperation? Unread(IVariableDeclaratorOperation declarator, ReachedOperation operation) =>
        declarator.GetVariableInitializer()?.Value is not { } initial ? null
        : Computations.Result(declarator) is { } computed ? computed
        : ChangedCopies.IsQuery(initial) ? initial
        : OwnMeasurement(initial, operation) is { } measured ? measured
        : declarator.Symbol.Type is INamedTypeSymbol { SpecialType: SpecialType.None } type
        && Value(initial) is { } value
        && IsPure(value, operation)
        && !ChangesSomething(value)
        && operation.Artifacts.Contains(type)
            ? value
        : null;

    /// <summary>What makes a new value; null for what only hands one on.</summary>
    private static IOperation? Value(IOperation? operation) =>
        operation switch
        {
            IAwaitOperation awaited => Value(Configured(awaited.Operation)) is null ? null : operation,
            IConversionOperation conversion => Value(conversion.Operand),
            IInvocationOperation or IObjectCreationOperation => operation,
            _ => null,
        };

    private static IOperation Configured(IOperation task) =>
        task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner } ? inner : task;

    /// <summary>
    /// Whether all that a call can be for is its result. One that is given the context or a logger may have logged; one that returns its
    /// receiver's type is a step of a fluent interface, unless its body shows that it is none; a library's may keep what it makes.
    /// </summary>
    private static bool IsPure(IOperation value, ReachedOperation operation)
    {
        if (value is IAwaitOperation awaited)
        {
            return IsPure(Configured(awaited.Operation), operation);
        }

        var arguments = value switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return MemberTable.UsedBy(value, value.Kind) is { } member
            && (member.IsIn(operation.Compilation.Assembly) || IsOfLanguage(member.ContainingNamespace))
            && !arguments.Any(argument => Records(argument.Value, operation))
            && !(
                value is IInvocationOperation invocation && Receiver(invocation).Is(value.Type) && SideEffects.MayReturnReceiver(invocation)
            );
    }

    /// <summary>Whether a call is there for more than its result. Asked late: the called body has to be looked at.</summary>
    private static bool ChangesSomething(IOperation value) =>
        value switch
        {
            IAwaitOperation awaited => ChangesSomething(Configured(awaited.Operation)),
            IInvocationOperation call => SideEffects.May(call),
            _ => false,
        };

    private static bool IsOfLanguage(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace: { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space is { ContainingNamespace.Name: "Mlops" } && space.Name.StartsWith("Dsl", StringComparison.Ordinal);
    }

    private static ITypeSymbol? Receiver(IInvocationOperation call) =>
        call.Instance?.Type ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value.Type : null);

    private static bool Records(IOperation argument, ReachedOperation operation) =>
        argument switch
        {
            IConversionOperation conversion => Records(conversion.Operand, operation),
            IDelegateCreationOperation => true,
            _ => argument.Type is { } type
                && (type.Is(operation.Types.StageContext) || type.BaseType.Is(operation.Types.StageContext) || type.Name.Contains("Log")),
        };

    private static bool IsRead(ILocalSymbol local, IOperation declarator)
    {
        var scope = declarator;
        while (scope.Parent is { } parent && scope.Kind != OperationKind.Block)
        {
            scope = parent;
        }

        return scope
            .Descendants()
            .Any(use =>
                use is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)
                && !(
                    use.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment
                    && assignment.Target == use
                )
                && !IsForDebuggers(use)
            );
    }

    /// <summary>Whether something is only given to a method that is left out of a release, and its arguments with it.</summary>
    private static bool IsForDebuggers(IOperation use)
    {
        var current = use.Parent;
        while (current is not (null or IExpressionStatementOperation or IAnonymousFunctionOperation))
        {
            current = current.Parent;
        }

        return current is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: var called } }
            && called
                .GetAttributes()
                .Any(static attribute =>
                    attribute is { AttributeClass.Name: "ConditionalAttribute", ConstructorArguments: [{ Value: "DEBUG" }] }
                );
    }
}
