using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Vocabulary;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Rows in code that is there for all types: a mark keeps what their type would tell, and what such code does is told where the type is
/// known.
/// </summary>
internal sealed partial class FlowFrame
{
    private const Mark OpenRows = Mark.PersonalRow | Mark.LabelledRow;

    private readonly Action<OpenFinding> _leave;
    private ImmutableArray<OpenFinding> _open = [];

    public override FlowValue VisitInterpolatedString(IInterpolatedStringOperation operation, object? argument)
    {
        var text = DefaultVisit(operation, argument);
        return operation.Parts.Any(part => part is IInterpolationOperation { Expression: { } shown } && IsPersonalRow(shown))
                ? text.With(Mark.Pii)
            : operation.Parts.Any(static part =>
                part is IInterpolationOperation { Expression.Type: { } shown } && LabelledRow.Prints(shown)
            )
                ? text.With(Mark.Label)
            : text;
    }

    /// <summary>Leaves something to the caller, unless that one gives nothing that it could be.</summary>
    private void Leave(OpenFinding disclosure)
    {
        if (
            _body.Method is not { } method
            || (
                method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction)
                && !method.Parameters.Any(static p => OpenTypes.Include(p.Type))
            )
        )
        {
            disclosure.Report(_engine.Report);
        }
        else if (!_open.Contains(disclosure))
        {
            _open = _open.Add(disclosure);
        }
    }

    /// <summary>Reports what a call has left open, or leaves it to this body's caller.</summary>
    private void Close(FlowResult result, ImmutableArray<FlowArgument> arguments, IOperation site)
    {
        foreach (var disclosure in result.Open)
        {
            if (!disclosure.Report(arguments, site, _engine.Report))
            {
                Leave(disclosure);
            }
        }
    }

    /// <summary>The value of an expression: once its type tells again what it is, the mark is not needed.</summary>
    private static FlowValue Closed(IOperation operation, FlowValue value) =>
        (value.Own & OpenRows) != Mark.None && !OpenTypes.Include(operation.Type) ? value.Without(OpenRows) : value;

    /// <summary>What a prediction reads of the row that it is asked about.</summary>
    private void SeeAsked(IPropertySymbol column, IOperation read, FlowValue row)
    {
        if (row.Has(Mark.Asked))
        {
            foreach (var rule in _engine.Rules)
            {
                rule.CheckAsked(column, read, _engine.Report);
            }
        }
    }

    /// <summary>
    /// Whether an expression becomes the text of a whole row: one of its type, or one whose type does not tell so any more.
    /// </summary>
    private bool IsPersonalRow(IOperation expression) =>
        Texts.Unconverted(expression) is { } row
        && (PersonalRow.IsTold(row.Type) || (OpenTypes.Include(row.Type) && (_evaluate(row).Own & Mark.PersonalRow) != Mark.None));

    private static ImmutableArray<FlowArgument> Opened(IMethodSymbol method, ImmutableArray<FlowArgument> arguments) =>
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
}
