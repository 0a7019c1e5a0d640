using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Recognises calls by which a model has to predict something.</summary>
internal static class Prediction
{
    /// <summary>
    /// What a model is asked with: the only argument, a text or a list that a function made of a whole row. An argument that is read off
    /// the row, as a label is that a model looks up, or one beside another, as a label is that a prediction is compared with, is none.
    /// </summary>
    public static FlowArgument? Question(FlowCall call) =>
        call.Method is { ReturnsVoid: false, MethodKind: MethodKind.Ordinary }
        && !call.Callee.IsFitting
        && call.Instance?.Has(Mark.Fitted) == true
        && call.Arguments.Where(static a => a.Value.All != Mark.None).ToList() is [var only]
        && only.Value.Has(Mark.Label)
        && IsText(only.Parameter.Type)
        && IsMadeOfRow(only.Operation)
            ? only
            : null;

    /// <summary>Whether a type is a text, or a list of texts or numbers.</summary>
    private static bool IsText(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType.SpecialType != SpecialType.None,
            INamedTypeSymbol { TypeArguments: [{ SpecialType: not SpecialType.None }] } => true,
            _ => type.SpecialType == SpecialType.System_String,
        };

    private static bool IsMadeOfRow(IOperation? value) =>
        value switch
        {
            IConversionOperation conversion => IsMadeOfRow(conversion.Operand),
            IInvocationOperation { TargetMethod: var method } call => !FittingNames.Words(method.Name).Any(LabelAmongFeatures.IsTarget)
                && (IsOfOneRow(call) || IsMadeOfRow(call.Instance)),
            _ => false,
        };

    /// <summary>Whether one row goes in, and no others: of those before it, a model may know the labels.</summary>
    private static bool IsOfOneRow(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value.Type).Append(call.Instance?.Type).Where(LabelledRow.AreIn).ToList()
            is [var only]
        && LabelledRow.Is(only);

    /// <summary>
    /// Whether a list was made of rows, one by one: <c>rows.Select(Encode)</c>. What is made of several rows may have the label of an
    /// earlier one in it.
    /// </summary>
    public static bool IsMadeOneByOne(IOperation? list) =>
        list is IConversionOperation conversion ? IsMadeOneByOne(conversion.Operand)
        : list is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] }
            ? Declared.With(declared.GetSyntax()) is { } value
                && value
                    .DescendantNodesAndSelf()
                    .OfType<InvocationExpressionSyntax>()
                    .Any(static call =>
                        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" or "ConvertAll" }
                        && !call.ArgumentList.DescendantNodes().OfType<ElementAccessExpressionSyntax>().Any(IsOfOthers)
                    )
        : list?.DescendantsAndSelf()
            .OfType<IDelegateCreationOperation>()
            .Any(static function =>
                function.Target switch
                {
                    IFlowAnonymousFunctionOperation { Symbol.Parameters: [var row] } => LabelledRow.Is(row.Type),
                    IMethodReferenceOperation { Method.Parameters: [var row] } => LabelledRow.Is(row.Type),
                    _ => false,
                }
            ) == true;

    /// <summary>Whether a place in a list is computed, so that it may be that of another row: in a list of columns, it is fixed.</summary>
    private static bool IsOfOthers(ElementAccessExpressionSyntax element) =>
        element.ArgumentList.Arguments.Any(static index => index.Expression is not LiteralExpressionSyntax);
}
