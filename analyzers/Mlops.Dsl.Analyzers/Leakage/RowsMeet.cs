using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Marks what something fitted makes of rows that nobody split, and whether code of the user's picked the rows on either side.
/// <see cref="MeasuredOnFittedRows"/>
/// asks for it.
/// </summary>
internal sealed class RowsMeet : FlowRule
{
    private static readonly HashSet<string> Picks = new(StringComparer.Ordinal)
    {
        "Where",
        "Take",
        "Skip",
        "TakeWhile",
        "SkipWhile",
        "TakeLast",
        "SkipLast",
        "Chunk",
        "GetRange",
        "Slice",
        "AsSpan",
        "GetSubArray",
        "FindAll",
        "RemoveAll",
        "RemoveRange",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    /// <summary>The rows that a stage takes are all that it knows of.</summary>
    public override FlowValue Input(InputBinding input, PipelineFlow pipeline, FlowValue value) =>
        value.Has(Mark.Part) && IsRows(value.All) && RowTypes.Hold(input.Parameter.Type) ? value.Without(Mark.Part) : value;

    public override Mark Interest(ISymbol used) => used is IMethodSymbol method && PicksRows(method) ? Mark.Unsplit : Mark.None;

    public override Mark Combined(Mark left, Mark right) =>
        (IsModel(left) && IsRows(right)) || (IsRows(left) && IsModel(right)) ? Mark.Applied : Mark.None;

    public override FlowValue Result(FlowCall call, FlowValue result)
    {
        if (call.Callee.IsFitting)
        {
            var isPart = call.Arguments.Any(static a => a.Value.Has(Mark.Part)) || call.Instance?.Has(Mark.Part) == true;
            return (isPart ? result.With(Mark.FittedToPart) : result).Without(Mark.Part | Mark.Applied);
        }

        if (!result.Has(Mark.Unsplit))
        {
            return result;
        }

        if (HeldOutByHand.IsWord(call.Method.Name))
        {
            return result.With(Mark.Part | (result.Has(Mark.Fitted) ? Mark.FittedToPart : Mark.None));
        }

        var made = PicksRows(call.Method) ? result.With(Mark.Part) : result;
        return Meet(call, result) ? made.With(Mark.Applied) : made;
    }

    /// <summary>A model is none of its own measurements; but what a training says of itself is one.</summary>
    public override FlowValue Output(OutputDeclaration output, PipelineFlow pipeline, FlowValue value)
    {
        if (!value.Has(Mark.Unsplit) || !StageRoles.MakesModel(output, pipeline.Pipeline))
        {
            return value;
        }

        return output.Stage.IsTuple && StageRoles.IsMeasurement(output)
            ? StageRoles.IsCalledMeasurement(output)
                ? value.With(Mark.Applied)
                : value
            : (value.Has(Mark.Part) ? value.With(Mark.FittedToPart) : value).Without(Mark.Part | Mark.Applied).With(Mark.Fitted);
    }

    /// <summary>
    /// Whether a model and rows come together in a call: both go in, or rows go in and what a lambda makes of them comes from a model.
    /// </summary>
    private static bool Meet(FlowCall call, FlowValue result)
    {
        if (!result.Has(Mark.Fitted))
        {
            return false;
        }

        var hasModel = IsModel(call.Instance?.All ?? Mark.None) || call.Arguments.Any(static a => IsModel(a.Value.All));
        var hasRows = IsRows(call.Instance?.All ?? Mark.None) || call.Arguments.Any(static a => IsRows(a.Value.All));

        // The user's own code is followed: there, it is seen where they meet.
        return hasRows
            && (
                hasModel
                || (!call.Method.Locations.Any(static l => l.IsInSource) && call.Arguments.Any(static a => !a.Value.Functions.IsEmpty))
            );
    }

    private static bool IsModel(Mark marks) => (marks & Mark.Fitted) != Mark.None;

    private static bool IsRows(Mark marks) => (marks & (Mark.Unsplit | Mark.Fitted)) == Mark.Unsplit;

    private static bool PicksRows(IMethodSymbol method) => Picks.Contains(method.Name) && !method.Locations.Any(static l => l.IsInSource);
}
