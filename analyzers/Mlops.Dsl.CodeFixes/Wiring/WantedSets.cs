using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.CodeFixes.Wiring;

/// <summary>Sets that the stages of a pipeline take, though none makes them, and the validated rows that they can be made of.</summary>
internal static class WantedSets
{
    private static readonly (string Kind, string[] Words)[] Kinds =
    [
        ("TrainSet", ["Train", "Training", "Older", "Old", "Past", "History", "Historic", "Before", "Fit", "Fitting"]),
        ("ValidationSet", ["Validation", "Valid", "Val", "Dev", "Tune", "Tuning", "Middle"]),
        (
            "TestSet",
            [
                "Test",
                "Testing",
                "Newer",
                "New",
                "Recent",
                "Latest",
                "Later",
                "After",
                "Holdout",
                "Held",
                "Hold",
                "Eval",
                "Evaluation",
                "Unseen",
            ]
        ),
    ];

    /// <summary>The row of a set with a purpose; null for any other type.</summary>
    public static INamedTypeSymbol? RowOf(ITypeSymbol type) =>
        Array.Exists(Kinds, kind => type.IsDataset(kind.Kind)) ? ((INamedTypeSymbol)type).TypeArguments[0] as INamedTypeSymbol : null;

    /// <summary>The parameters that are such sets of a row.</summary>
    public static IEnumerable<(StageDeclaration Stage, IParameterSymbol Parameter)> Parameters(
        BoundPipeline pipeline,
        INamedTypeSymbol row
    ) =>
        from stage in pipeline.Stages
        from parameter in stage.Method.Parameters
        where SymbolEqualityComparer.Default.Equals(RowOf(parameter.Type), row)
        select (stage, parameter);

    /// <summary>Which rows can become which set, training set first; null unless there are as many rows as sets, and no set yet.</summary>
    public static IReadOnlyList<(string Kind, OutputDeclaration Rows)>? Find(BoundPipeline pipeline, INamedTypeSymbol row)
    {
        var wanted = Parameters(pipeline, row).ToList();
        var kinds = Array.FindAll(
            Kinds,
            kind => kind.Kind != "ValidationSet" || wanted.Exists(set => set.Parameter.Type.IsDataset(kind.Kind))
        );
        var outputs = pipeline.Stages.SelectMany(static stage => stage.Outputs).ToList();
        var rows = outputs.FindAll(output =>
            output.Type is INamedTypeSymbol { TypeArguments: [var element] }
            && output.Type.IsDataset("Validated")
            && SymbolEqualityComparer.Default.Equals(element, row)
        );
        if (rows.Count != kinds.Length || outputs.Exists(output => SymbolEqualityComparer.Default.Equals(RowOf(output.Type), row)))
        {
            return null;
        }

        // A parameter that is called like rows, or rows that are called like a set, tell; else those come first that are declared first.
        var found = new OutputDeclaration?[kinds.Length];
        for (var i = kinds.Length - 1; i >= 0; i--)
        {
            found[i] = rows.Find(output =>
                !found.Contains(output) && wanted.Exists(set => set.Parameter.Type.IsDataset(kinds[i].Kind) && Names(set.Parameter, output))
            );
        }

        for (var i = kinds.Length - 1; i >= 0; i--)
        {
            found[i] ??= rows.Find(output =>
                !found.Contains(output)
                && FittingNames.Words(output.Name).Any(word => kinds[i].Words.Contains(word, StringComparer.OrdinalIgnoreCase))
            );
        }

        return [.. kinds.Select((kind, i) => (kind.Kind, found[i] ??= rows.Find(output => !found.Contains(output))!))];
    }

    /// <summary>Whether a parameter means an output of the pipeline by its name or its <c>[From]</c>.</summary>
    public static bool NamesAnOutput(IParameterSymbol parameter, BoundPipeline pipeline) =>
        pipeline.Stages.Any(stage => stage.Outputs.Any(output => Names(parameter, output)));

    private static bool Names(IParameterSymbol parameter, OutputDeclaration output) =>
        string.Equals(
            parameter.Find("From")?.ConstructorArguments.FirstOrDefault().Value as string ?? parameter.Name,
            output.Name,
            StringComparison.OrdinalIgnoreCase
        );
}
