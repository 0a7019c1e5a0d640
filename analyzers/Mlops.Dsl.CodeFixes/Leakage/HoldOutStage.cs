using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.CodeFixes.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Leakage;

/// <summary>A stage that a fix adds, which makes sets of validated rows that others have split.</summary>
internal sealed class HoldOutStage
{
    private readonly StagePlace _place;
    private readonly INamedTypeSymbol _row;
    private readonly MethodDeclarationSyntax _after;

    private HoldOutStage(StagePlace place, INamedTypeSymbol row, List<HeldOutSet> sets, MethodDeclarationSyntax after)
    {
        _place = place;
        _row = row;
        _after = after;
        Sets = sets;
    }

    /// <summary>What the user reads.</summary>
    public string Title =>
        $"Hold {string.Join(" and ", Sets.Skip(1).Select(static set => $"'{Parameter(set)}'"))} out of '{Parameter(Sets[0])}'";

    /// <summary>The sets, in the order in which they are used.</summary>
    public IReadOnlyList<HeldOutSet> Sets { get; }

    /// <summary>
    /// The stage that makes sets of these kinds of these outputs; null where they are not of one row, or their code is not at hand.
    /// </summary>
    public static HoldOutStage? Of(StagePlace place, IReadOnlyList<(string Kind, OutputDeclaration Rows)> sides) =>
        sides[0].Rows.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol row] }
        && sides.All(static side => side.Rows.IsNamed && !side.Rows.Stage.IsForEach)
        && sides.All(side => SymbolEqualityComparer.Default.Equals(side.Rows.Type, sides[0].Rows.Type))
        && sides[sides.Count - 1].Rows.Stage.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax after
            ? new(place, row, [.. sides.Select(side => new HeldOutSet(side.Kind, side.Rows, ElementName(place, side.Kind)))], after)
            : null;

    /// <summary>Adds it after the stage that makes the last of the rows.</summary>
    public async Task InsertAsync(SolutionEditor solution, CancellationToken cancellationToken)
    {
        var row = _place.Written(_row);
        var document = _place.Document.Project.Solution.GetDocument(_after.SyntaxTree)!;
        var editor = await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
        var elements = string.Join(", ", Sets.Select(set => $"{set.Kind}<{row}> {set.Name}"));
        var parameters = string.Join(", ", Sets.Select(set => $"Validated<{row}> {Parameter(set)}"));
        editor.InsertAfter(
            _after,
            NewStage.After(
                _after,
                "[Stage]",
                $"public ({elements}) {NewStage.FreeName(_place.Pipeline, "HoldOut")}({parameters}) =>",
                $"{UnitColumns.HoldOut(_row, Parameter(Sets[0]), string.Join(", ", Sets.Skip(1).Select(Parameter)))};"
            )
        );
    }

    /// <summary>A stage that takes the sets instead of the rows that they are made of.</summary>
    public MethodDeclarationSyntax Taken(StagePlace place)
    {
        var inputs = Sets.SelectMany(
                set => place.Stage.Inputs.FindAll(input => input.Output.Name == set.Rows.Name && input.Element is null),
                static (set, input) => (Set: set, Input: input)
            )
            .ToList();
        return inputs is [var (taken, only)]
            ? place.Rewired(only, taken.Name, From(taken), parameter => Retyped(place, only, parameter, taken))
            : place.Method.ReplaceNodes(
                inputs.Select(pair => place.Parameter(pair.Input)),
                (parameter, _) =>
                    inputs.Find(pair => place.Parameter(pair.Input) == parameter) is var (set, input)
                        ? Retyped(place, input, parameter, set).Bound(From(set))
                        : parameter
            );
    }

    /// <summary>The attribute that binds to a set.</summary>
    public static string From(HeldOutSet set) => $"From(\"{set.Name}\")";

    /// <summary>The parameter with the type of the set; an interface that sets implement, too, may stay.</summary>
    private ParameterSyntax Retyped(StagePlace place, InputBinding input, ParameterSyntax parameter, HeldOutSet set) =>
        place.DatasetOf(set.Kind, _row) is { } type && new Conversions(place.Model.Compilation).Converts(type, input.Parameter.Type)
            ? parameter
            : parameter.WithDataset(set.Kind, $"{set.Kind}<{place.Written(_row)}>");

    /// <summary>The purpose of a set as its name, or with a word more where a stage has that name.</summary>
    private static string ElementName(StagePlace place, string kind)
    {
        var name = kind.Substring(0, kind.Length - "Set".Length);
        return NewStage.FreeName(place.Pipeline, name) == name ? name : NewStage.FreeName(place.Pipeline, name + "Rows");
    }

    private static string Parameter(HeldOutSet set) => NewStage.ParameterName(set.Rows);
}

/// <summary>A set that is made of rows.</summary>
/// <param name="Kind">The name of its type, such as <c>TestSet</c>.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Name">What the set is called in the pipeline.</param>
internal sealed record HeldOutSet(string Kind, OutputDeclaration Rows, string Name);
