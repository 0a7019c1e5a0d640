using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>Recognises comparers of the framework's, whose hash codes of strings and objects hold within one process.</summary>
internal static class DefaultComparers
{
    private const int DeepestPlace = 4;

    /// <summary>Whether an expression may be one, as far as the type around tells.</summary>
    public static bool May(IOperation? comparer) => May(comparer, depth: 0);

    private static bool May(IOperation? comparer, int depth)
    {
        if (comparer is null || depth == DeepestPlace)
        {
            return false;
        }

        if (comparer.DescendantsAndSelf().Any(IsOne))
        {
            return true;
        }

        return comparer.Unconverted() switch
        {
            ILocalReferenceOperation { Local: var local } => comparer.Root().Values(local).Any(value => May(value, depth + 1)),
            IParameterReferenceOperation { Parameter: var parameter } => comparer
                .Root()
                .Descendants()
                .OfType<IAssignmentOperation>()
                .Any(assignment =>
                    assignment.Target is IParameterReferenceOperation target
                    && target.Parameter.Same(parameter)
                    && May(assignment.Value, depth + 1)
                ),
            IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field } => May(
                CalledBody.LastingValue(field, comparer.SemanticModel, CancellationToken.None),
                depth + 1
            )
                || FieldUses
                    .Of(field, comparer.SemanticModel)
                    .Any(use =>
                        use.Parent is IAssignmentOperation assignment && assignment.Target == use && May(assignment.Value, depth + 1)
                    ),
            IPropertyReferenceOperation { Property: var property } => May(
                CalledBody.LastingValue(property, comparer.SemanticModel, CancellationToken.None),
                depth + 1
            ),
            _ => false,
        };
    }

    private static bool IsOne(IOperation step) =>
        step
            is IPropertyReferenceOperation
            {
                Property: { IsStatic: true, ContainingType: { Name: "EqualityComparer" or "StringComparer" } }
            };
}
