using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.CodeFixes.Release;
using Mlops.Dsl.Generators.Binding;

namespace Mlops.Dsl.CodeFixes.Governance;

/// <summary>
/// Adds a stage that measures fairness, for the user to complete, and a gate that asks it. Until then the stage throws: nothing is
/// published unmeasured.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MeasureFairnessFix() : CodeFix<MethodDeclarationSyntax>("MLP5008")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        MethodDeclarationSyntax node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (
            await StagePlace.FindAsync(node, document, cancellationToken).ConfigureAwait(false) is not { } place
            || Model(place) is not { } model
            || HeldOut(place) is not { } rows
            || model.Output.Stage.Method.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not MethodDeclarationSyntax producer
            || document.Project.GetDocument(producer.SyntaxTree) is not { } producing
        )
        {
            return [];
        }

        var (measure, gate) = (NewStage.FreeName(place.Pipeline, "FairnessGap"), NewStage.FreeName(place.Pipeline, "FairEnough"));
        var solution = new SolutionEditor(document.Project.Solution);
        var stages = await solution.GetDocumentEditorAsync(producing.Id, cancellationToken).ConfigureAwait(false);
        stages.InsertAfter(producer, [Measure(place, producer, measure, model, rows), Gate(producer, measure, gate)]);
        (await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false)).ReplaceNode(
            place.Method,
            place.Method.AskingGate(gate)
        );
        var changed = solution.GetChangedSolution();
        return await EditCheck.HoldsAsync(place, changed, cancellationToken).ConfigureAwait(false)
            ? [Edit.Made("Add a measure of fairness to complete, and a gate", changed)]
            : [];
    }

    /// <summary>The model that is published: the only input.</summary>
    private static InputBinding? Model(StagePlace publication) =>
        publication.Stage.Inputs is [{ Element: null, Output.IsNamed: true } model] && !Provenance.IsDataset(model.Output.Type)
            ? model
            : null;

    /// <summary>Held-out rows with a protected column: those of a test set first.</summary>
    private static OutputDeclaration? HeldOut(StagePlace place) =>
        place
            .Pipeline.Stages.Where(static stage => !stage.IsForEach)
            .SelectMany(static stage => stage.Outputs)
            .Where(static output =>
                output.IsNamed
                && (output.Type.IsDataset("TestSet") || output.Type.IsDataset("ValidationSet"))
                && Columns.In(output.Type, Columns.IsProtected).Any()
            )
            .OrderBy(static output => output.Type.IsDataset("TestSet") ? 0 : 1)
            .FirstOrDefault();

    private static MemberDeclarationSyntax Measure(
        StagePlace place,
        MethodDeclarationSyntax producer,
        string name,
        InputBinding model,
        OutputDeclaration rows
    )
    {
        var columns = Columns
            .In(rows.Type, Columns.IsProtected)
            .Select(static column => column.Name)
            .Distinct(StringComparer.Ordinal)
            .Quoted();
        var parameters = string.Join(
            ", ",
            new[] { model.Output, rows }.Select(output =>
                $"{place.Written(place.Pipeline.ConsumedType(output))} {NewStage.ParameterName(output)}"
            )
        );
        return NewStage.After(
            producer,
            "[Stage]",
            $"public double {name}({parameters}) =>",
            $"throw new NotImplementedException(\"{name} measures nothing yet: compare a metric between the groups of {columns}.\");"
        );
    }

    private static MemberDeclarationSyntax Gate(MethodDeclarationSyntax producer, string measure, string gate)
    {
        var parameter = char.ToLowerInvariant(measure[0]) + measure.Substring(1);
        return NewStage.After(producer, "[Gate]", $"public GateResult {gate}(double {parameter}) => GateResult.AtMost({parameter}, 0.05);");
    }
}
