using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises where the order of elements decides between equal ones: the best of the pairs of a dictionary by their values, of which
/// several may be the best.
/// </summary>
internal static class Ties
{
    /// <summary>Whether a method puts elements in order, or chooses one, by a part of them.</summary>
    public static bool MayHave(IMethodSymbol method) =>
        method.Name is "MaxBy" or "MinBy" or "OrderBy" or "OrderByDescending"
        && method.ContainingType.Name is "Enumerable" or "ParallelEnumerable";

    /// <summary>
    /// Whether a call does that by the value of a pair, which others may have, too, or chooses the best of several results by their score.
    /// </summary>
    public static bool DecideIn(IInvocationOperation call) =>
        MayHave(call.TargetMethod)
        && call.Arguments.Skip(1).FirstOrDefault()?.Value
            is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var element], Body: var body } }
        && Parts(body, element).ToList() is { Count: > 0 } parts
        && parts.TrueForAll(part => IsPair(element.Type) ? part is { Name: "Value" } : part is not null && IsScore(call))
        && !TakesValuesAlone(call);

    /// <summary>Whether a loop's body keeps the best so far, and with it whatever had the best value first.</summary>
    public static bool DecideIn(IOperation body) =>
        body.Descendants()
            .OfType<IConditionalOperation>()
            .Any(choice =>
                choice
                    is {
                        WhenFalse: null,
                        Condition: IBinaryOperation
                        {
                            OperatorKind: BinaryOperatorKind.GreaterThan
                                or BinaryOperatorKind.GreaterThanOrEqual
                                or BinaryOperatorKind.LessThan
                                or BinaryOperatorKind.LessThanOrEqual
                        } order
                    }
                && KeepsBest(choice.WhenTrue, order, body)
            );

    private static bool KeepsBest(IOperation branch, IBinaryOperation order, IOperation body)
    {
        var compared = order.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(use => IsOutside(use.Local, body)).ToList();
        var assigned = branch
            .DescendantsAndSelf()
            .OfType<IAssignmentOperation>()
            .SelectMany(static assignment => assignment.Target is ITupleOperation targets ? targets.Elements : [assignment.Target])
            .OfType<ILocalReferenceOperation>()
            .Select(static target => target.Local)
            .Where(local => IsOutside(local, body))
            .ToList();
        return compared.Exists(best =>
            assigned.Exists(target => target.Same(best.Local))
            && (best.Parent is IMemberReferenceOperation || assigned.Exists(target => !target.Same(best.Local)))
        );
    }

    private static bool IsOutside(ILocalSymbol local, IOperation body) =>
        local.DeclaringSyntaxReferences is [var declaration, ..]
        && !(declaration.SyntaxTree == body.Syntax.SyntaxTree && body.Syntax.Span.Contains(declaration.Span));

    /// <summary>What a selector takes of an element; null for the element as a whole.</summary>
    private static IEnumerable<ISymbol?> Parts(IOperation selector, IParameterSymbol element) =>
        selector
            .Descendants()
            .OfType<IParameterReferenceOperation>()
            .Where(use => use.Parameter.Same(element))
            .Select(static use => (use.Parent as IMemberReferenceOperation)?.Member);

    private static bool IsPair(ITypeSymbol type) => type.Name is "KeyValuePair" or "DictionaryEntry";

    private static bool IsScore(IInvocationOperation call) =>
        call.TargetMethod
            is {
                Name: "MaxBy" or "MinBy",
                TypeArguments: [_, { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal }]
            };

    /// <summary>Whether only the value goes on, of which equal ones are one.</summary>
    private static bool TakesValuesAlone(IOperation call) =>
        call.Parent switch
        {
            IConversionOperation conversion => TakesValuesAlone(conversion),
            IPropertyReferenceOperation { Property.Name: "Value" } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Select" } select } => select.Arguments.Last().Value
                is IDelegateCreationOperation
                {
                    Target: IAnonymousFunctionOperation { Symbol.Parameters: [var element, ..], Body: var body }
                }
                && Parts(body, element).All(static part => part is { Name: "Value" }),
            _ => false,
        };
}
