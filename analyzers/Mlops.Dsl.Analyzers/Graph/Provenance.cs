using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Release;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Graph;

/// <summary>What stages do to data, as the types that they take and return, and their names, tell.</summary>
internal static class Provenance
{
    private static readonly string[] Trainers = ["Fit", "Train", "Learn"];
    private static readonly string[] Models =
    [
        "Model",
        "Classifier",
        "Regressor",
        "Regression",
        "Predictor",
        "Estimator",
        "Network",
        "Forest",
        "Weights",
        "Recommender",
        "Ranker",
    ];

    private static readonly string[] Accounts =
    [
        "Report",
        "Metrics",
        "Metric",
        "Profile",
        "Summary",
        "Statistics",
        "Evaluation",
        "Importance",
        "Importances",
        "Explanation",
        "Schema",
        "Drift",
    ];

    /// <summary>What an account may be called, and a model as well: a table of rates, a score card.</summary>
    private static readonly string[] Ambiguous =
    [
        "Card",
        "Score",
        "Scores",
        "Chart",
        "Plot",
        "Table",
        "Result",
        "Results",
        "Comparison",
        "Log",
        "Predictions",
    ];

    /// <summary>
    /// Whether the type is, or holds, rows that a model is measured on: <c>ValidationSet</c>, <c>TestSet</c> or <c>Fold</c>.
    /// </summary>
    public static bool IsHeldOut(ITypeSymbol type) => Holds(type, static name => name is "ValidationSet" or "TestSet" or "Fold");

    /// <summary>Whether the type is, or holds, rows that a model is fitted to: <c>TrainSet</c> or <c>Fold</c>.</summary>
    public static bool IsTraining(ITypeSymbol type) => Holds(type, static name => name is "TrainSet" or "Fold");

    /// <summary>Whether the type is, or holds, rows of whatever provenance.</summary>
    public static bool IsDataset(ITypeSymbol type) =>
        Holds(type, static name => name is "Raw" or "Validated" or "TrainSet" or "ValidationSet" or "TestSet" or "Fold");

    /// <summary>Whether a stage takes rows that a model is measured on.</summary>
    public static bool TakesHeldOut(StageDeclaration stage) => stage.Inputs.Exists(static input => IsHeldOut(input.Parameter.Type));

    /// <summary>Whether a stage takes rows that a model is fitted to.</summary>
    public static bool TakesTraining(StageDeclaration stage) => stage.Inputs.Exists(static input => IsTraining(input.Parameter.Type));

    /// <summary>
    /// Whether a stage fits something: it takes a training set, or is called like it, and returns something other than rows.
    /// </summary>
    public static bool Fits(StageDeclaration stage) =>
        stage.Kind == StageKind.Stage
        && (TakesTraining(stage) || Array.Exists(Trainers, word => StartsWithWord(stage.Name, word)))
        && stage.Outputs.Any(static output => !IsDataset(output.Type) && !IsGateResult(output.Type));

    /// <summary>
    /// Whether what a stage returns is, or holds, something fitted: it fits, or takes such a thing and does not measure it on held-out
    /// rows.
    /// </summary>
    public static bool CarriesModel(StageDeclaration stage) => CarriesModel(stage, []);

    /// <summary>Whether a type is called after a model.</summary>
    public static bool IsModel(ITypeSymbol? type) => type is not null && Array.Exists(Models, word => EndsWithWord(type.Name, word));

    /// <summary>Whether what is published is a model rather than an account of one, or data.</summary>
    public static bool IsModel(StageDeclaration publication, BoundPipeline pipeline) =>
        publication.Result is { } result
        && !IsDataset(result)
        && result.SpecialType is not (SpecialType.System_String or SpecialType.System_Boolean)
        && (
            IsMeasured(result, pipeline)
                ? !IsCalled(publication, Accounts)
                : !IsAccount(publication) && (CarriesModel(publication) || IsModel(result))
        );

    /// <summary>
    /// Whether a type is that of a model, or holds one, as a stage shows that takes what was fitted together with held-out rows.
    /// </summary>
    private static bool IsMeasured(ITypeSymbol type, BoundPipeline pipeline) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } published
        && pipeline.Stages.Any(stage =>
            TakesHeldOut(stage)
            && stage.Inputs.Exists(input =>
                input.Parameter.Type is INamedTypeSymbol { SpecialType: SpecialType.None } model
                && !IsDataset(model)
                && CarriesModel(input.Output.Stage)
                && (Same(published, model) || published.GetMembers().OfType<IPropertySymbol>().Any(part => Same(part.Type, model)))
            )
        );

    private static bool Same(ITypeSymbol type, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);

    /// <summary>
    /// Whether the publication tells about something, such as a report or metrics: its names say so, or it is made of what was measured.
    /// </summary>
    public static bool IsAccount(StageDeclaration publication) =>
        IsCalled(publication, Accounts)
        || IsCalled(publication, Ambiguous)
        || (
            !CarriesModel(publication)
            && BoundPipeline
                .Ancestors(publication, Edges.Data)
                .Any(static s => TakesHeldOut(s) && !s.Outputs.Any(static o => IsDataset(o.Type)))
        );

    private static bool IsCalled(StageDeclaration publication, string[] words) =>
        Array.Exists(NamesOf(publication), name => Array.Exists(words, word => HasWord(name, word)));

    /// <summary>The names by which a stage says what it is: its own, its type's, and the one that it publishes under.</summary>
    private static string[] NamesOf(StageDeclaration stage) => [stage.Name, stage.Result?.Name ?? "", stage.Attributes.Text ?? ""];

    private static bool CarriesModel(StageDeclaration stage, HashSet<StageDeclaration> seen)
    {
        if (!seen.Add(stage) || stage.Kind == StageKind.Gate)
        {
            return false;
        }

        var takesModel = stage.Inputs.Select(static input => input.Output.Stage).Distinct().Where(s => CarriesModel(s, seen)).Take(1).Any();

        // What fits with early stopping takes held-out rows, too; what measures takes a model and such rows.
        return takesModel ? !TakesHeldOut(stage) : Fits(stage);
    }

    private static bool IsGateResult(ITypeSymbol type) => type.IsLanguageType("GateResult");

    private static bool Holds(ITypeSymbol type, Func<string, bool> isSought) =>
        type switch
        {
            IArrayTypeSymbol array => Holds(array.ElementType, isSought),
            INamedTypeSymbol { Arity: > 0 } named => (named.IsInLanguage() && isSought(named.Name))
                || named.TypeArguments.Any(argument => Holds(argument, isSought)),
            _ => false,
        };

    private static bool StartsWithWord(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length]));

    private static bool EndsWithWord(string name, string word) => name.EndsWith(word, StringComparison.Ordinal);

    /// <summary>
    /// Whether the name has the word in it, whatever the style: <c>QualityReport</c>, <c>quality-report</c>, <c>quality_report</c>.
    /// </summary>
    private static bool HasWord(string name, string word)
    {
        for (
            var start = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            start >= 0;
            start = name.IndexOf(word, start + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = start + word.Length;
            var startsWord = start == 0 || !char.IsLetter(name[start - 1]) || (char.IsUpper(name[start]) && char.IsLower(name[start - 1]));
            var endsWord = end == name.Length || !char.IsLower(name[end]);
            if (startsWord && endsWord)
            {
                return true;
            }
        }

        return false;
    }
}
