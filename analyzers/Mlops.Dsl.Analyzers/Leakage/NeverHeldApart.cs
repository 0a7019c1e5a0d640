using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>
/// Of rows from one source that a model is fitted to, and rows from another that it is measured on, nobody knows whether some are in both,
/// until they are held apart.
/// </summary>
internal sealed class NeverHeldApart : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2010",
        "Rows to train and to test on are never held apart",
        "'{0}' measures on '{1}' what '{2}' fitted to '{3}', and nothing tells whether rows are in both; let a stage return {4}, and take "
            + "its TrainSet in '{2}' and its TestSet in '{0}'",
        RuleCategory.Leakage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Two files that others have split may have rows, people or times in common. HoldOut, HoldOutByGroup and HoldOutByTime "
            + "check that they have none, and make a TrainSet and a TestSet of them, whose types keep them apart from there on.",
        helpLinkUri: RuleHelp.Link("MLP2010")
    );

    private static readonly HashSet<string> Measurements = new(StringComparer.Ordinal) { "Evaluate", "Measure", "Assess", "Test" };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override Mark MarksOfMember(ISymbol member, KnownTypes types) => IsLabel(member) ? Mark.Compared : Mark.None;

    public override Mark Told => Mark.Compared;

    public override Mark Interest(ISymbol used) => IsLabel(used) ? Mark.Unsplit : Mark.None;

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        if (Find(stage, pipeline) is not { } found)
        {
            return;
        }

        // Two files are held apart once, whatever is measured on them.
        var all = pipeline
            .Pipeline.Stages.Select(pipeline.Find)
            .OfType<StageFlow>()
            .Select(flow => Find(flow, pipeline))
            .OfType<GivenSides>()
            .Where(other => other.Older == found.Older && other.Newer == found.Newer)
            .ToList();
        if (all[0].Measuring == stage.Stage)
        {
            var way = UnitColumns.HoldOut(found.Row, ParameterName(found.Older), ParameterName(found.Newer));
            var consumers = all.SelectMany(static sides => sides.Trainers.Append(sides.Measuring)).Select(static s => s.Name).Distinct();
            report.Add(
                Descriptor,
                found.Rows.Binding.Parameter.Locations.FirstOrDefault(),
                RuleProperties.Of(RuleProperties.Replacement, found.Older.Name).Add(RuleProperties.Candidates, string.Join(",", consumers)),
                stage.Stage.Name,
                found.Newer.Name,
                found.Trainers[0].Name,
                found.Older.Name,
                way
            );
        }
    }

    private static bool IsLabel(ISymbol member) =>
        member is IPropertySymbol { IsIndexer: false } column && ColumnParser.Has(column, "Label");

    private static GivenSides? Find(StageFlow stage, PipelineFlow pipeline)
    {
        if (stage.Stage.Kind is not (StageKind.Stage or StageKind.Gate) || (stage.Taken & Mark.Fitted) == Mark.None || !Measures(stage))
        {
            return null;
        }

        var trainers = BoundPipeline.Ancestors(stage.Stage, Edges.Data).Where(s => UnsplitRows.AreFitted(s, pipeline)).ToList();
        return trainers.Count > 0 && UnsplitRows.AreMeasured(stage.Stage, trainers, pipeline)
            ? UnsplitRows
                .Of(stage.Stage, pipeline)
                .Select(rows => Sides(stage.Stage, rows, trainers, pipeline))
                .FirstOrDefault(static sides => sides is not null)
            : null;
    }

    /// <summary>
    /// Whether a stage compares with labels, or is called so, and makes measurements and no rows: what scores a batch does not.
    /// </summary>
    private static bool Measures(StageFlow stage) =>
        stage.Stage.Outputs.Any(StageRoles.IsMeasurement)
        && !stage.Stage.Outputs.Any(static output => RowTypes.Hold(output.Type))
        && (stage.Given.HasFlag(Mark.Compared) || FittingNames.Words(stage.Stage.Name).Any(Measurements.Contains));

    private static GivenSides? Sides(StageDeclaration measuring, StageInput rows, List<StageDeclaration> trainers, PipelineFlow pipeline)
    {
        if (Validated(rows, pipeline) is not { } newer)
        {
            return null;
        }

        var olders = trainers.SelectMany(trainer => Fitted(trainer, pipeline)).Distinct();
        foreach (var older in olders.Where(older => SymbolEqualityComparer.Default.Equals(newer.Type, older.Type)))
        {
            var fitting = trainers.FindAll(trainer => Fitted(trainer, pipeline).Contains(older));
            if (
                ((INamedTypeSymbol)newer.Type).TypeArguments[0] is INamedTypeSymbol row
                && !HasTestSet(row, pipeline.Pipeline)
                && HeldApart.AreFromTwoSources(older, newer)
                && !fitting.Exists(trainer => Fitted(trainer, pipeline).Contains(newer))
                && !fitting.Append(measuring).Any(s => HeldApart.ByHandIn(s, pipeline.Pipeline))
                && !HeldApart.ByOther(older, newer, pipeline.Pipeline)
            )
            {
                return new(measuring, rows, newer, fitting, older, row);
            }
        }

        return null;
    }

    /// <summary>Whether rows to test on are made elsewhere: what comes from another source beside them is measured on as well.</summary>
    private static bool HasTestSet(INamedTypeSymbol row, BoundPipeline pipeline) =>
        pipeline
            .Stages.SelectMany(static stage => stage.Outputs)
            .Any(output =>
                output.Type.IsDataset("TestSet")
                && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)output.Type).TypeArguments[0], row)
            );

    private static IEnumerable<OutputDeclaration> Fitted(StageDeclaration trainer, PipelineFlow pipeline) =>
        UnsplitRows.Of(trainer, pipeline).Select(rows => Validated(rows, pipeline)).OfType<OutputDeclaration>();

    /// <summary>The nearest validated rows that rows were made of.</summary>
    private static OutputDeclaration? Validated(StageInput rows, PipelineFlow pipeline) =>
        UnsplitRows
            .Origins(rows.Binding.Output, pipeline, wholeOnly: false)
            .FirstOrDefault(static output => output.IsNamed && output.Type.IsDataset("Validated"));

    private static string ParameterName(OutputDeclaration output) => char.ToLowerInvariant(output.Name[0]) + output.Name.Substring(1);

    /// <summary>A stage that measures on rows of one source what others fitted to rows of another.</summary>
    private sealed record GivenSides(
        StageDeclaration Measuring,
        StageInput Rows,
        OutputDeclaration Newer,
        List<StageDeclaration> Trainers,
        OutputDeclaration Older,
        INamedTypeSymbol Row
    );
}
