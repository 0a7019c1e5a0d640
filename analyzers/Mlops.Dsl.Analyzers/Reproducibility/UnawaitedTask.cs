using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>What a stage leaves running is neither waited for nor cancelled.</summary>
internal sealed class UnawaitedTask : ReachedOperationRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP4013",
        "Task is not awaited",
        "{0} does not await '{1}', so that it may still run, or fail unseen, when the output is already stored; await it",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A stage has ended when its method has. What it left running is neither waited for nor cancelled, and its exception "
            + "is lost.",
        helpLinkUri: RuleHelp.Link("MLP4013")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<OperationKind> Operations =>
        [OperationKind.ExpressionStatement, OperationKind.DelegateCreation, OperationKind.VariableDeclarator];

    public override ImmutableArray<string> Types => ["System.Threading.Tasks.Task", "System.Threading.Tasks.TaskFactory"];

    public override bool Includes(ISymbol member) => InnerTask.MayMake(member);

    public override bool MayConcern(IOperation operation) =>
        operation switch
        {
            IExpressionStatementOperation statement => statement.Operation
                is ISimpleAssignmentOperation { Target.Kind: OperationKind.Discard }
                    or IConditionalAccessOperation
                    or IInvocationOperation { Type.SpecialType: SpecialType.None },
            IDelegateCreationOperation creation => creation.Target is IAnonymousFunctionOperation { Symbol.IsAsync: true },
            IVariableDeclaratorOperation declarator => ForgottenTasks.MayBe(declarator),
            _ => false,
        };

    public override Fault? Check(ReachedOperation operation) =>
        operation.Operation switch
        {
            IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IDiscardOperation, Value: { } value } } =>
                Report(operation, value),
            IExpressionStatementOperation { Operation: var value } => Report(operation, value),
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } } lambda } =>
                new Fault(lambda.Syntax.GetLocation(), ["async lambda without a result"]),
            IVariableDeclaratorOperation declarator => ForgottenTasks.Find(declarator) is { } start
                ? new Fault(start.Syntax.GetLocation(), [start.TargetMethod.Name])
                : null,
            IInvocationOperation start => InnerTask.IsLost(start) ? operation.Fault(start.TargetMethod.Name) : null,
            _ => null,
        };

    private static Fault? Report(ReachedOperation operation, IOperation value) =>
        value switch
        {
            IConversionOperation conversion => Report(operation, conversion.Operand),
            IParenthesizedOperation parenthesized => Report(operation, parenthesized.Operand),
            IConditionalAccessOperation access => Report(operation, access.WhenNotNull),
            IConditionalOperation { WhenFalse: { } other } choice => Report(operation, choice.WhenTrue) ?? Report(operation, other),
            ICoalesceOperation choice => Report(operation, choice.Value) ?? Report(operation, choice.WhenNull),
            IInvocationOperation call => IsTask(call.Type, operation.Types) || ForgottenTasks.Starts(call)
                ? new Fault(call.Syntax.GetLocation(), [call.TargetMethod.Name])
                : null,
            _ => null,
        };

    private static bool IsTask(ITypeSymbol? type, KnownTypes types) =>
        type is INamedTypeSymbol named
        && (
            named.OriginalDefinition.Is(types.Task)
            || named.OriginalDefinition.Is(types.TaskOfT)
            || named.OriginalDefinition.Is(types.ValueTask)
            || named.OriginalDefinition.Is(types.ValueTaskOfT)
        );
}
