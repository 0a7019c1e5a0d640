using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises letters that are made small or capital by the rules of the machine's language: in Turkish, <c>I</c> becomes a dotless
/// <c>ı</c>.
/// </summary>
internal static class Folding
{
    /// <summary>Whether a method does that.</summary>
    public static bool Does(IMethodSymbol method) =>
        method.Name is "ToLower" or "ToUpper" && method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Char;

    /// <summary>The fault of a call whose text may get into an output; null if it cannot.</summary>
    public static Fault? Check(IInvocationOperation call, ReachedOperation operation, Fault fault) =>
        Does(call.TargetMethod) && !CulturalCalls.HasCulture(call) ? ValueUses.UnlessHarmless(operation, fault, IsComparison) : null;

    /// <summary>A comparison with a text that has no letter which languages fold differently.</summary>
    private static bool IsComparison(IOperation use) =>
        use switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => IsPlain(
                comparison.LeftOperand
            ) || IsPlain(comparison.RightOperand),
            IIsPatternOperation pattern => AreConstants(pattern.Pattern),
            ISwitchExpressionOperation choice => choice.Arms.All(static arm => AreConstants(arm.Pattern)),
            ISwitchOperation choice => choice
                .Cases.SelectMany(static section => section.Clauses)
                .All(static clause =>
                    clause is IDefaultCaseClauseOperation || (clause is ISingleValueCaseClauseOperation single && IsPlain(single.Value))
                ),
            _ => false,
        };

    private static bool AreConstants(IPatternOperation pattern) =>
        pattern
            .DescendantsAndSelf()
            .All(static step =>
                step switch
                {
                    IConstantPatternOperation constant => IsPlain(constant.Value),
                    IBinaryPatternOperation or INegatedPatternOperation or IDiscardPatternOperation => true,
                    IPatternOperation => false,
                    _ => true,
                }
            );

    private static bool IsPlain(IOperation value) =>
        value.ConstantValue switch
        {
            { HasValue: true, Value: string text } => text.IndexOfAny(['i', 'I']) < 0,
            { HasValue: true, Value: char letter } => letter is not ('i' or 'I'),
            _ => false,
        };
}
