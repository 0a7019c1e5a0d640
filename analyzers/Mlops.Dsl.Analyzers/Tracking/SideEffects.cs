using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>
/// Tells whether a method of the compilation's own may be called for something else than its result: because it changes what outlives the
/// call.
/// </summary>
internal static class SideEffects
{
    private const int DeepestCall = 4;

    /// <summary>Whether a call may change its object, an argument, or a variable around it.</summary>
    public static bool May(IInvocationOperation call) =>
        CanBeReplaced(call.TargetMethod) || (Body(call) is { } body && body.Descendants().Any(step => Changes(step, body.Syntax)));

    /// <summary>Whether a call may return the object that it is called on, as the steps of a fluent interface do.</summary>
    public static bool MayReturnReceiver(IInvocationOperation call) =>
        CanBeReplaced(call.TargetMethod)
        || Body(call) is not { } body
        || body.Descendants().OfType<IReturnOperation>().Any(static result => IsReceiver(result.ReturnedValue));

    /// <summary>
    /// Whether all that a call does, as far as the compilation's own code tells, is to compute its result. What it is given, such as a
    /// model behind an interface, is taken to do no more when it is asked for something.
    /// </summary>
    public static bool OnlyComputes(IInvocationOperation call) => !CanBeReplaced(call.TargetMethod) && OnlyComputes(call, depth: 0);

    /// <summary>Whether a call may be there to refuse what it is given.</summary>
    public static bool Throws(IInvocationOperation call) => Body(call)?.Descendants().Any(static step => step is IThrowOperation) != false;

    private static bool OnlyComputes(IInvocationOperation call, int depth) =>
        depth < DeepestCall
        && Body(call) is { } body
        && body.Descendants().All(step => !Changes(step, body.Syntax) && !ActsElsewhere(step, body.Syntax, depth));

    private static bool ActsElsewhere(IOperation step, SyntaxNode within, int depth) =>
        step switch
        {
            IExpressionStatementOperation { Operation: IInvocationOperation call } => !IsOnOwnLocal(call.Instance, within),
            IExpressionStatementOperation { Operation: IAwaitOperation or IConditionalAccessOperation } => true,
            IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } call => !(
                CanBeReplaced(call.TargetMethod) || call.TargetMethod.MethodKind != MethodKind.Ordinary
                    ? !call.TargetMethod.ReturnsVoid
                    : OnlyComputes(call, depth + 1)
            ),
            _ => false,
        };

    private static bool IsOnOwnLocal(IOperation? instance, SyntaxNode within) =>
        instance is ILocalReferenceOperation or IArrayElementReferenceOperation or IPropertyReferenceOperation { Instance: not null }
        && !Outlives(instance, within);

    private static bool CanBeReplaced(IMethodSymbol method) =>
        method.OriginalDefinition is { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true };

    private static IOperation? Body(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (
            call.SemanticModel is not { } model
            || (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences is not [var declaration, ..]
        )
        {
            return null;
        }

        var syntax = declaration.GetSyntax();
#pragma warning disable RS1030 // Asked only where a result is dropped, which is rare: the called method may lie in another file.
        var declaring = model.SyntaxTree == syntax.SyntaxTree ? model : model.Compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        return declaring.GetOperation(syntax);
    }

    private static bool IsReceiver(IOperation? value) =>
        value switch
        {
            IInstanceReferenceOperation => true,
            IParameterReferenceOperation { Parameter: { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } } } => true,
            IParameterReferenceOperation { Parameter.ContainingSymbol: not IMethodSymbol } => true,
            IInvocationOperation { Instance: { } receiver } => IsReceiver(receiver),
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value: { } receiver }, ..] } => IsReceiver(receiver),
            IConversionOperation conversion => IsReceiver(conversion.Operand),
            IParenthesizedOperation parenthesized => IsReceiver(parenthesized.Operand),
            IConditionalOperation choice => IsReceiver(choice.WhenTrue) || IsReceiver(choice.WhenFalse),
            ICoalesceOperation choice => IsReceiver(choice.Value) || IsReceiver(choice.WhenNull),
            ISwitchExpressionOperation choice => choice.Arms.Any(static arm => IsReceiver(arm.Value)),
            IAwaitOperation awaited => IsReceiver(awaited.Operation),
            _ => false,
        };

    private static bool Changes(IOperation step, SyntaxNode within) =>
        step switch
        {
            IDeconstructionAssignmentOperation { Target: ITupleOperation targets } => targets.Elements.Any(target =>
                Outlives(target, within)
            ),
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => false,
            IAssignmentOperation assignment => Outlives(assignment.Target, within),
            IIncrementOrDecrementOperation increment => Outlives(increment.Target, within),

            // A statement that calls a method of something that was there before is there to change it.
            IExpressionStatementOperation { Operation: IInvocationOperation call } => Outlives(
                call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null),
                within
            ),
            _ => false,
        };

    /// <summary>Whether a place is no local of the method's own.</summary>
    private static bool Outlives(IOperation? place, SyntaxNode within) =>
        place switch
        {
            ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences is [var declaration, ..]
                && !within.Span.Contains(declaration.Span),
            IParameterReferenceOperation parameter => parameter.Parameter.RefKind != RefKind.None
                || parameter.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String },
            IInstanceReferenceOperation => true,
            IMemberReferenceOperation { Instance: null } => true,
            IMemberReferenceOperation member => Outlives(member.Instance, within),
            IArrayElementReferenceOperation element => Outlives(element.ArrayReference, within),
            IInvocationOperation { Instance: { } chained } => Outlives(chained, within),
            IConversionOperation conversion => Outlives(conversion.Operand, within),
            IDeclarationExpressionOperation => false,
            _ => false,
        };
}
