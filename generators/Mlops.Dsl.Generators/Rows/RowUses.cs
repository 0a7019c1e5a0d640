using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>Tells which rows cross the border of a pipeline, and in which direction, from the types of its outputs.</summary>
internal sealed class RowUses
{
    private static readonly HashSet<string> Datasets = ["Raw", "Validated", "TrainSet", "ValidationSet", "TestSet", "Fold", "Served"];

    private readonly Dictionary<ITypeSymbol, RowUse> _uses = new(SymbolEqualityComparer.Default);

    private RowUses() { }

    /// <summary>Looks through all outputs of a pipeline.</summary>
    public static RowUses In(IEnumerable<StageDeclaration> stages)
    {
        var uses = new RowUses();
        foreach (var stage in stages)
        {
            foreach (var output in stage.Outputs)
            {
                uses.Collect(output.Type, UseIn(stage));
            }
        }

        return uses;
    }

    /// <summary>What rows of a type are used for.</summary>
    public RowUse Of(INamedTypeSymbol row) => _uses.TryGetValue(row, out var use) ? use : RowUse.None;

    /// <summary>Rows come from outside where a stage has some that was given none.</summary>
    private static RowUse UseIn(StageDeclaration stage) =>
        stage.Kind switch
        {
            StageKind.Publish => RowUse.Written,
            StageKind.Source => RowUse.Read,
            _ => stage.Inputs.Exists(static input => HoldsRows(input.Output.Type)) ? RowUse.None : RowUse.Read,
        };

    private static bool HoldsRows(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => HoldsRows(array.ElementType),
            INamedTypeSymbol named => IsRow(named) || named.TypeArguments.Any(HoldsRows),
            _ => false,
        };

    private void Collect(ITypeSymbol type, RowUse use)
    {
        if (type is IArrayTypeSymbol array)
        {
            Collect(array.ElementType, use);
        }
        else if (type is INamedTypeSymbol named)
        {
            if (IsRow(named))
            {
                _uses[named] = Of(named) | use;
            }

            if (named is { Name: "Model", TypeArguments: [var input, var prediction] } && named.IsInLanguage())
            {
                // A model holds no rows. Others feed it some, and get predictions, where it is published.
                var isPublished = use.HasFlag(RowUse.Written);
                Collect(input, isPublished ? RowUse.Read : RowUse.None);
                Collect(prediction, isPublished ? RowUse.Written : RowUse.None);
                return;
            }

            var inner = use | OwnUse(named, use);
            foreach (var argument in named.TypeArguments)
            {
                Collect(argument, inner);
            }
        }
    }

    /// <summary>
    /// <c>Raw</c> rows come from outside, whichever stage takes them in. Others feed rows to what is published where it is no
    /// collection of them: a model, say.
    /// </summary>
    private static RowUse OwnUse(INamedTypeSymbol type, RowUse use) =>
        type is { Arity: 1, Name: "Raw" } && type.IsInLanguage() ? RowUse.Read
        : use.HasFlag(RowUse.Written) && type.TypeArguments.Any(IsRow) && !IsContainer(type) ? RowUse.Read
        : RowUse.None;

    private static bool IsContainer(INamedTypeSymbol type) =>
        type.IsInLanguage() ? Datasets.Contains(type.Name) : Refusal.IsFrameworks(type);

    private static bool IsRow(ITypeSymbol type) => RowKinds.Of(type) != RowKind.None;
}
