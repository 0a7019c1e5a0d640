using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Rows in code that is there for all types: a mark keeps what their type would tell, until a type tells it again.
/// </summary>
internal static class OpenRows
{
    private const Mark Rows = Mark.PersonalRow | Mark.LabelledRow;

    /// <summary>The value of an expression: once its type tells again what it is, the mark is not needed.</summary>
    public static FlowValue Closed(IOperation operation, FlowValue value) =>
        (value.Own & Rows) != Mark.None && !OpenTypes.Include(operation.Type) ? value.Without(Rows) : value;

    /// <summary>The arguments of a call, with what their types tell that those of the parameters do not.</summary>
    public static ImmutableArray<FlowArgument> Opened(IMethodSymbol method, ImmutableArray<FlowArgument> arguments) =>
        PredictionNames.Are(method)
            ?
            [
                .. OpenedRows(method, arguments)
                    .Select(static a => LabelledRow.Is(a.Parameter.Type) ? a with { Value = a.Value.With(Mark.Asked) } : a),
            ]
            : OpenedRows(method, arguments);

    private static ImmutableArray<FlowArgument> OpenedRows(IMethodSymbol method, ImmutableArray<FlowArgument> arguments) =>
        arguments.Any(static argument => OpenTypes.Include(argument.Parameter.OriginalDefinition.Type))
        && (method.MethodKind == MethodKind.DelegateInvoke || method.Locations.Any(static location => location.IsInSource))
            ? [.. arguments.Select(Open)]
            : arguments;

    /// <summary>The argument, with what its type tells that that of the parameter does not.</summary>
    private static FlowArgument Open(FlowArgument argument)
    {
        if (!OpenTypes.Include(argument.Parameter.OriginalDefinition.Type))
        {
            return argument;
        }

        var type = Texts.Unconverted(argument.Operation)?.Type ?? argument.Parameter.Type;
        return argument with
        {
            Value = argument.Value.With(
                (PersonalRow.AreIn(type) ? Mark.PersonalRow : Mark.None) | (LabelledRow.AreIn(type) ? Mark.LabelledRow : Mark.None)
            ),
        };
    }

    /// <summary>A text with what an interpolation tells that prints whole rows.</summary>
    /// <param name="operation">The text.</param>
    /// <param name="text">What is known of it by its parts.</param>
    /// <param name="context">Tells what is known of a part whose type does not tell.</param>
    public static FlowValue Printed(IInterpolatedStringOperation operation, FlowValue text, FrameContext context) =>
        operation.Parts.Any(part => part is IInterpolationOperation { Expression: { } shown } && IsPersonalRow(shown, context))
            ? text.With(Mark.Pii)
        : operation.Parts.Any(static part => part is IInterpolationOperation { Expression.Type: { } shown } && LabelledRow.Prints(shown))
            ? text.With(Mark.Label)
        : text;

    /// <summary>
    /// Whether an expression becomes the text of a whole row: one of its type, or one whose type does not tell so any more.
    /// </summary>
    private static bool IsPersonalRow(IOperation expression, FrameContext context) =>
        Texts.Unconverted(expression) is { } row
        && (PersonalRow.IsTold(row.Type) || (OpenTypes.Include(row.Type) && (context.Evaluate(row).Own & Mark.PersonalRow) != Mark.None));
}
