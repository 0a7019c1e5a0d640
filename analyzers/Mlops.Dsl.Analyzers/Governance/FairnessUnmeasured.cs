using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// A column is protected for a reason: somebody has to look whether the model treats the groups alike, although it does not see them.
/// </summary>
internal sealed class FairnessUnmeasured : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP5008",
        "Fairness is not measured",
        "'{0}' publishes a model, but nothing measures whether it treats the groups of {1} alike; compare a metric between the groups on "
            + "held-out rows, and let a gate decide",
        RuleCategory.Governance,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The rows that a published model is fitted to have a column marked [Protected], and no stage that takes held-out rows "
            + "looks at that column, nor is any called after a measure of fairness. Other columns can stand for a protected one, so that "
            + "leaving it out of the features does not make a model fair.",
        helpLinkUri: RuleHelp.Link("MLP5008")
    );

    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "Fair",
        "Fairness",
        "Unfairness",
        "Bias",
        "Parity",
        "Disparity",
        "Disparate",
        "Equalized",
        "Equalised",
        "Opportunity",
        "Discrimination",
        "Subgroup",
        "Subgroups",
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    /// <summary>What is told of each group compares them, although no row in a group has its key.</summary>
    public override FlowValue Result(FlowCall call, FlowValue result) =>
        call.Method.Name is "GroupBy" or "ToLookup" or "CountBy" or "AggregateBy" or "ToDictionary" && result.Has(Mark.Protected)
            ? result.With(Mark.Grouped)
            : result;

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        var publication = stage.Stage;
        if (publication.Kind != StageKind.Publish || !Provenance.IsModel(publication, pipeline.Pipeline))
        {
            return;
        }

        var columns = BoundPipeline
            .Ancestors(publication, Edges.Data)
            .Where(static ancestor => Provenance.TakesTraining(ancestor))
            .SelectMany(static trainer => trainer.Inputs.SelectMany(static input => Columns.In(input.Parameter.Type, Columns.IsProtected)))
            .Select(static column => column.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (
            columns.Count > 0
            && !pipeline.Pipeline.Stages.Any(other =>
                Measures.Overlaps(FittingNames.Words(other.Name)) || LooksAt(other, columns, pipeline)
            )
        )
        {
            report.Add(Descriptor, publication.Method, publication.Name, columns.Quoted());
        }
    }

    /// <summary>Whether a stage looks at a protected column of held-out rows: it says its name, or what it gives comes from it.</summary>
    private static bool LooksAt(StageDeclaration stage, List<string> columns, PipelineFlow pipeline) =>
        Provenance.TakesHeldOut(stage)
        && (
            (pipeline.Find(stage)?.Given & (Mark.Protected | Mark.Grouped)) is not (null or Mark.None)
            || (stage.Method.PartialImplementationPart ?? stage.Method).DeclaringSyntaxReferences.Any(reference =>
                reference
                    .GetSyntax()
                    .DescendantTokens()
                    .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && columns.Contains(token.ValueText))
            )
        );
}
