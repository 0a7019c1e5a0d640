using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises sums of floating-point numbers in as many lanes as the machine's vectors have: how many decides in which order they are
/// added. What is done to each element by itself is the same in vectors of any width.
/// </summary>
internal static class VectorSums
{
    /// <summary>Whether a member tells the width, or adds up lanes.</summary>
    public static bool May(ISymbol member) => member.ContainingType.Name == "Vector" && member.Name is "Count" or "Sum" or "Dot";

    /// <summary>Whether an operation is the first of its body by which the width decides about a sum.</summary>
    public static bool DecideBy(IOperation operation)
    {
        var body = operation.Root();
        return IsFloating(operation) && body.Descendants().Any(AddsUp) && body.Descendants().First(step => IsFloating(step)) == operation;
    }

    private static bool IsFloating(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Count", IsStatic: true, ContainingType: var type } } => IsOfFloats(type),
            IInvocationOperation call => IsSum(call),
            _ => false,
        };

    private static bool AddsUp(IOperation step) =>
        step switch
        {
            IInvocationOperation call => IsSum(call),
            IPropertyReferenceOperation
            {
                Property: { IsIndexer: true, ContainingType: var type },
                Instance: ILocalReferenceOperation { Local: var lanes }
            } => IsOfFloats(type) && IsAddedTo(step.Root(), lanes),
            _ => false,
        };

    private static bool IsSum(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Sum" or "Dot", ContainingType.Name: "Vector" }
        && call.Arguments.Length > 0
        && IsOfFloats(call.Arguments[0].Value.Type);

    private static bool IsAddedTo(IOperation body, ILocalSymbol lanes) =>
        body.Descendants()
            .Any(step =>
                step switch
                {
                    ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local.Same(lanes),
                    ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: { } value } => target.Local.Same(lanes)
                        && value.Descendants().OfType<ILocalReferenceOperation>().Any(use => use.Local.Same(lanes)),
                    _ => false,
                }
            );

    private static bool IsOfFloats(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Vector", TypeArguments: [{ } element] }
        && type.ContainingNamespace.Is("System.Numerics")
        && (element.SpecialType is SpecialType.System_Single or SpecialType.System_Double || element is ITypeParameterSymbol);
}
