using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Recognises what several threads run at once: the lambdas that are given to <c>Parallel</c>.</summary>
internal static class ParallelBodies
{
    /// <summary>The lambda around an operation that several threads run; null if there is none.</summary>
    public static IAnonymousFunctionOperation? Around(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation { Parent: { } parent } lambda && IsParallel(parent))
            {
                return lambda;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a place is one for all threads: a variable from outside of the lambda, and of such a variable a field, a property, or an element whose
    /// position has nothing to do with what the lambda is given.
    /// </summary>
    public static bool Shares(this IAnonymousFunctionOperation lambda, IOperation? place) => place switch
    {
        ILocalReferenceOperation local => !IsInside(local.Local, lambda),
        IParameterReferenceOperation parameter => !IsInside(parameter.Parameter.ContainingSymbol, lambda),
        IInstanceReferenceOperation => true,
        IMemberReferenceOperation member when IsOfThread(member.Member) => false,
        IFieldReferenceOperation field => field.Instance is null || lambda.Shares(field.Instance),
        IPropertyReferenceOperation property => (property.Instance is null || lambda.Shares(property.Instance)) && property.Arguments.All(argument => lambda.IsSamePlace(argument.Value)),
        IArrayElementReferenceOperation element => lambda.Shares(element.ArrayReference) && element.Indices.All(lambda.IsSamePlace),
        _ => false,
    };

    /// <summary>Whether a position is the same whatever the lambda is given: a constant, a variable from outside, or the counter of a loop that starts at a constant.</summary>
    private static bool IsSamePlace(this IAnonymousFunctionOperation lambda, IOperation index) => index switch
    {
        { ConstantValue.HasValue: true } => true,
        ILocalReferenceOperation local => lambda.Shares(local) || IsCounter(local.Local, lambda),
        IParameterReferenceOperation parameter => lambda.Shares(parameter),
        IBinaryOperation binary => lambda.IsSamePlace(binary.LeftOperand) && lambda.IsSamePlace(binary.RightOperand),
        IConversionOperation conversion => lambda.IsSamePlace(conversion.Operand),
        _ => false,
    };

    /// <summary>Whether a local, or the function that a parameter belongs to, is declared in the lambda, be it in a function of its own.</summary>
    private static bool IsInside(ISymbol declared, IAnonymousFunctionOperation lambda) =>
        declared.DeclaringSyntaxReferences is not [var declaration, ..]
        || (declaration.SyntaxTree == lambda.Syntax.SyntaxTree && lambda.Syntax.Span.Contains(declaration.Span));

    private static bool IsOfThread(ISymbol member) => member.ContainingType.Name is "ThreadLocal" or "AsyncLocal" || member.GetAttributes().Any(static a => a.AttributeClass?.Name == "ThreadStaticAttribute");

    private static bool IsCounter(ILocalSymbol local, IAnonymousFunctionOperation lambda) => lambda.Body.Descendants().OfType<IForLoopOperation>().Any(loop =>
        loop.Before.Any(step => step is IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var counter] }] }
            && SymbolEqualityComparer.Default.Equals(counter.Symbol, local)
            && counter.GetVariableInitializer()?.Value.ConstantValue.HasValue == true));

    private static bool IsParallel(IOperation parent) =>
        (parent as IDelegateCreationOperation)?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType.Name: "Parallel" } method } }
        && method.ContainingType.ContainingNamespace.Is("System.Threading.Tasks");
}
