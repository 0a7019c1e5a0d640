using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises numbers that tell in which round of a loop they were given: <c>index[word] = index.Count</c>, <c>labels.Add(folder,
/// next++)</c>. What is filed under such a number keeps the order of the loop, also in a dictionary.
/// </summary>
internal static class RoundNumbers
{
    /// <summary>Whether a step of a loop's body files one under a key.</summary>
    public static bool AreKeptBy(IOperation step, IOperation body) =>
        step switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [_] } entry } assignment => Commutation.IsKeyed(
                entry.Property.ContainingType
            ) && Contains(assignment.Value, entry.Instance, body),
            IInvocationOperation call => Commutation.AddsEntry(call) && AreAdded(call, body),
            _ => false,
        };

    /// <summary>Whether a call files one.</summary>
    public static bool AreAdded(IInvocationOperation call, IOperation body) =>
        call.Arguments.Any(argument => Contains(argument.Value, call.Instance, body));

    /// <summary>Whether a value is made of one: of how much a collection holds so far, or of a number that each round changes.</summary>
    public static bool Contains(IOperation value, IOperation? collection, IOperation body) =>
        value
            .DescendantsAndSelf()
            .Any(part =>
                IsNumber(part, collection)
                || (
                    part is ILocalReferenceOperation { Local: var local }
                    && (
                        Initial(local, body) is { } initial
                            ? initial.DescendantsAndSelf().Any(inner => IsNumber(inner, collection))
                            : IsCounted(local, body)
                    )
                )
            );

    private static bool IsNumber(IOperation part, IOperation? collection) =>
        part is IIncrementOrDecrementOperation
        || (part is IPropertyReferenceOperation { Property.Name: "Count", Instance: { } counted } && IsSame(counted, collection));

    /// <summary>What a local that the body declares begins with; null if it is declared elsewhere, or without a value.</summary>
    private static IOperation? Initial(ILocalSymbol local, IOperation body) =>
        body.Descendants()
            .OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            ?.GetVariableInitializer()
            ?.Value;

    private static bool IsCounted(ILocalSymbol local, IOperation body) =>
        body.Descendants()
            .Any(step =>
                ((step as IIncrementOrDecrementOperation)?.Target ?? (step as ICompoundAssignmentOperation)?.Target)
                    is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local)
            );

    private static bool IsSame(IOperation counted, IOperation? collection) =>
        (counted, collection) switch
        {
            (ILocalReferenceOperation left, ILocalReferenceOperation right) => SymbolEqualityComparer.Default.Equals(
                left.Local,
                right.Local
            ),
            (IParameterReferenceOperation left, IParameterReferenceOperation right) => SymbolEqualityComparer.Default.Equals(
                left.Parameter,
                right.Parameter
            ),
            (IMemberReferenceOperation left, IMemberReferenceOperation right) => SymbolEqualityComparer.Default.Equals(
                left.Member,
                right.Member
            ),
            _ => false,
        };
}
