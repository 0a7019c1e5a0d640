using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Finds stages whose result is a statistic of rows that nobody validated, such as a mean by district: a single price that was mistyped
/// moves it. How many rows, or which share of them, are wrong tells of the data's quality, and so does what a gate looks at.
/// </summary>
internal static class RawStatistic
{
    /// <summary>Whether a method sums numbers up, or sorts them.</summary>
    public static bool MayMake(IMethodSymbol method) =>
        (method.Name is "Average" or "Sum" or "Aggregate" && Statistics.IsQuery(method)) || Statistics.SortsNumbers(method);

    /// <summary>Whether a call sums up numbers that are more than marks of something: <c>rows.Average(row =&gt; row.Price)</c>.</summary>
    public static bool IsMade(FlowCall call) => MayMake(call.Method) && !Marks(call.Operation.Syntax);

    /// <summary>The raw rows of which a stage makes its result; null if it makes none of them, or something checks or takes it.</summary>
    public static StageInput? In(StageFlow stage, PipelineFlow pipeline, Func<StageFlow, bool> isUse) =>
        stage.Stage.Kind == StageKind.Stage
        && stage.Stage.Outputs.Any(output =>
            stage.Outputs[output.Ordinal].Has(Mark.Summed)
            && stage.Outputs[output.Ordinal].Has(Mark.Unvalidated)
            && !RowTypes.Hold(output.Type)
            && !StageRoles.IsAccount(output)
        )
        && !pipeline
            .Pipeline.Descendants(stage.Stage, Edges.Data)
            .Any(taker => taker.Kind != StageKind.Stage || (pipeline.Find(taker) is { } flow && isUse(flow)))
            ? stage.Inputs.FirstOrDefault(static i => i.Value.Has(Mark.Unvalidated) && i.Binding.Parameter.Type.IsDataset("Raw"))
            : null;

    /// <summary>Whether ones and noughts are summed up, which count: <c>row.Price &lt; 0 ? 1.0 : 0.0</c>.</summary>
    private static bool Marks(SyntaxNode call) =>
        call.DescendantNodes()
            .Any(static node =>
                node is ConditionalExpressionSyntax { WhenTrue: LiteralExpressionSyntax, WhenFalse: LiteralExpressionSyntax }
            );
}
