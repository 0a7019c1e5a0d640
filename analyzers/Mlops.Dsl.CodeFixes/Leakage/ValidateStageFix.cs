using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>
/// Lets a stage take what a validating stage passed, instead of what nothing checked: from the stage that validates it already, or from one
/// that the fix inserts. Data that are no rows get a stage that throws until somebody has said what must hold.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ValidateStageFix() : CodeFix<SyntaxNode>("MLP2001")
{
    private protected override async Task<IEnumerable<Edit>> EditsAsync(
        SyntaxNode node,
        Diagnostic diagnostic,
        Document document,
        CancellationToken cancellationToken
    )
    {
        if (
            await StagePlace.FindAsync(node, document, cancellationToken).ConfigureAwait(false) is not { } place
            || Find(place, node) is not { } input
        )
        {
            return [];
        }

        var row = RowTypes.Unvalidated(place.Pipeline.ConsumedType(input.Output));
        if (row is not null && Validating(place, input.Output, row) is { } validating)
        {
            return await OfferAsync(
                    place,
                    input,
                    row,
                    $"Take what '{validating.Name}' validated",
                    ParameterEdits.From(validating),
                    inserted: null,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        if (Producer(input.Output, cancellationToken) is not { } producer)
        {
            return [];
        }

        var name = NewStage.FreeName(
            place.Pipeline,
            "Validate" + char.ToUpperInvariant(input.Output.Name[0]) + input.Output.Name.Substring(1)
        );
        var stage = row is null ? Skeleton(place, input.Output, name, producer) : Stage(place, input.Output, name, row, producer);
        var title = row is null ? "Insert a validating stage to complete" : "Insert a validating stage";
        return await OfferAsync(place, input, row, title, ParameterEdits.FromStage(name), (producer, stage), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// The input to validate: the reported parameter, or the only unvalidated rows that can have got into the reported expression.
    /// </summary>
    private static InputBinding? Find(StagePlace place, SyntaxNode node)
    {
        if (node is ParameterSyntax parameter)
        {
            return place.Input(parameter);
        }

        var rows = place.Stage.Inputs.FindAll(input =>
            input.Element is null && RowTypes.Unvalidated(place.Pipeline.ConsumedType(input.Output)) is not null
        );
        var named = rows.FindAll(input =>
            node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == input.Parameter.Name)
        );
        return named.Count == 1 ? named[0]
            : rows.Count == 1 ? rows[0]
            : null;
    }

    /// <summary>The output of a stage that validates the same rows already, and does not need the stage that is to take them.</summary>
    private static OutputDeclaration? Validating(StagePlace place, OutputDeclaration output, INamedTypeSymbol row) =>
        place
            .Pipeline.Successors(output.Stage, Edges.Data)
            .Where(stage =>
                stage != place.Stage
                && stage is { Kind: StageKind.Stage, IsForEach: false, Conditions.Count: 0 }
                && stage.Inputs.TrueForAll(input => input.Output == output && input.Element is null)
                && !BoundPipeline.Ancestors(stage).Contains(place.Stage)
            )
            .SelectMany(static stage => stage.Outputs)
            .FirstOrDefault(made =>
                made.IsNamed
                && made.Type.IsDataset("Validated")
                && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)made.Type).TypeArguments[0], row)
            );

    private static MethodDeclarationSyntax? Producer(OutputDeclaration output, CancellationToken cancellationToken) =>
        output is { IsNamed: true, Name.Length: > 0 }
            ? output.Stage.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax
            : null;

    private static MemberDeclarationSyntax Stage(
        StagePlace place,
        OutputDeclaration output,
        string name,
        INamedTypeSymbol row,
        MethodDeclarationSyntax producer
    )
    {
        var type = place.Pipeline.ConsumedType(output);
        var (parameter, written) = (NewStage.ParameterName(output), place.Written(row));
        var rows = type.IsDataset("Raw") ? parameter : $"new Raw<{written}>({parameter})";
        return NewStage.After(
            producer,
            "[Stage]",
            $"public Validated<{written}> {name}({place.Written(type)} {parameter}) => {rows}.Validate();"
        );
    }

    private static MemberDeclarationSyntax Skeleton(
        StagePlace place,
        OutputDeclaration output,
        string name,
        MethodDeclarationSyntax producer
    )
    {
        var type = place.Written(place.Pipeline.ConsumedType(output));
        return NewStage.After(
            producer,
            "[Stage, Validator]",
            $"public {type} {name}({type} {NewStage.ParameterName(output)}) =>",
            $"throw new NotImplementedException(\"{name} checks nothing yet: say what must hold, and return what does.\");"
        );
    }

    private static async Task<IEnumerable<Edit>> OfferAsync(
        StagePlace place,
        InputBinding input,
        INamedTypeSymbol? row,
        string title,
        string from,
        (MethodDeclarationSyntax Producer, MemberDeclarationSyntax Stage)? inserted,
        CancellationToken cancellationToken
    )
    {
        foreach (var returnsThem in (bool[])[false, true])
        {
            // A publication that hands rows on has to say that they are validated now.
            if (!returnsThem || (row is not null && place.Stage.Kind == StageKind.Publish))
            {
                var changed = await ChangeAsync(place, input, row, from, inserted, returnsThem, cancellationToken).ConfigureAwait(false);
                if (await EditCheck.HoldsAsync(place, changed, cancellationToken).ConfigureAwait(false))
                {
                    return [Edit.Made(title, changed)];
                }
            }
        }

        return [];
    }

    private static async Task<Solution> ChangeAsync(
        StagePlace place,
        InputBinding input,
        INamedTypeSymbol? row,
        string from,
        (MethodDeclarationSyntax Producer, MemberDeclarationSyntax Stage)? inserted,
        bool returnsThem,
        CancellationToken cancellationToken
    )
    {
        var solution = new SolutionEditor(place.Document.Project.Solution);
        var consumer = await solution.GetDocumentEditorAsync(place.Document.Id, cancellationToken).ConfigureAwait(false);
        var parameter = place.Parameter(input);
        consumer.ReplaceNode(parameter, (row is null ? parameter : Validated(place, input, parameter, row)).Bound(from));
        if (returnsThem)
        {
            consumer.ReplaceNode(
                place.Method.ReturnType,
                ParameterEdits.Dataset(place.Method.ReturnType, "Validated", $"Validated<{place.Written(row!)}>")
            );
        }

        if (inserted is { } stage)
        {
            var document = place.Document.Project.Solution.GetDocument(stage.Producer.SyntaxTree)!;
            (await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false)).InsertAfter(
                stage.Producer,
                stage.Stage
            );
        }

        return solution.GetChangedSolution();
    }

    /// <summary>The parameter with the type of validated rows; an interface that they implement may stay.</summary>
    private static ParameterSyntax Validated(StagePlace place, InputBinding input, ParameterSyntax parameter, INamedTypeSymbol row) =>
        place.DatasetOf("Validated", row) is { } validated
        && new Conversions(place.Model.Compilation).Converts(validated, input.Parameter.Type)
            ? parameter
            : parameter.WithDataset("Validated", $"Validated<{place.Written(row)}>");
}
