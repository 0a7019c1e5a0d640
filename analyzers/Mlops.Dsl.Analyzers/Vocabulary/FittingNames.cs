using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Recognises what fits a model by its name, as the field's libraries name it.</summary>
internal static class FittingNames
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "Fit",
        "Train",
        "Retrain",
        "Refit",
        "Learn",
        "Tune",
        "Finetune",
    };

    // What the verbs have in common.
    private static readonly string[] Stems = ["fit", "train", "learn", "tune"];

    // TrainTestSplit splits, TrainShare is a number, GoodnessOfFit is measured: only what does nothing else but fit is meant.
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "Test",
        "Split",
        "Set",
        "Sets",
        "Share",
        "Rows",
        "Data",
        "Validation",
        "Evaluate",
        "Score",
        "Predict",
        "Loss",
        "Error",
        "Metrics",
        "Count",
        "Size",
        "Path",
        "Width",
        "Screen",
        "Window",
        "Box",
        "Page",
        "Of",
        "Is",
        "Can",
        "Does",
        "Should",
        "Into",
        "Within",
    };

    // What a training set or a railway has is no training, but FitFeatures and TrainDelayModel are: it counts as the last word after this
    // verb.
    private static readonly HashSet<string> ThingsOfTrain = new(StringComparer.Ordinal)
    {
        "Errors",
        "Accuracy",
        "Metric",
        "Statistics",
        "Summary",
        "Report",
        "Quality",
        "Ratio",
        "Fraction",
        "Index",
        "Indices",
        "Mask",
        "Part",
        "Labels",
        "Features",
        "Id",
        "Ids",
        "Number",
        "Numbers",
        "Delay",
        "Delays",
        "Station",
        "Stations",
        "Schedule",
        "Timetable",
        "Speed",
        "Route",
        "Routes",
        "Ticket",
        "Tickets",
    };

    // The same names come again and again, in all compilations of an editor.
    private const int MaximumKnown = 10_000;
    private static readonly ConcurrentDictionary<string, ImmutableArray<string>> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether a method or stage fits: <c>Fit</c>, <c>TrainAsync</c>, <c>FitNaiveBayes</c>, <c>PartialFit</c>; but not
    /// <c>TrainTestSplit</c>.
    /// </summary>
    public static bool IsFitting(string name)
    {
        // Asked of every call: most names need not be taken apart.
        if (!Array.Exists(Stems, stem => name.IndexOf(stem, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return false;
        }

        var words = Words(name);
        return words is [var first, ..] and [.., var last]
            && (Verbs.Contains(first) || (Verbs.Contains(last) && last != "Train"))
            && words is not [.., "To", "Fit"]
            && !words.Any(Others.Contains)
            && !(first == "Train" && ThingsOfTrain.Contains(last));
    }

    /// <summary>Whether a method or stage measures a model: <c>Evaluate</c>, <c>EvaluateBaseline</c>, <c>CrossValidate</c>.</summary>
    public static bool IsEvaluating(string name) =>
        (
            name.StartsWith("eval", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("cross", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("_", StringComparison.Ordinal)
        ) && Words(name) is [("Evaluate" or "Evaluation"), ..] or ["Cross", ("Validate" or "Validation"), ..];

    /// <summary>The words of a name in camel case, each with a capital.</summary>
    public static ImmutableArray<string> Words(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        if (Known.Count >= MaximumKnown)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(name, TakeApart(name));
    }

    private static ImmutableArray<string> TakeApart(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) || name[i] == '_')
            {
                var word = name.Substring(start, i - start).Trim('_');
                if (word.Length > 0 && word != "Async")
                {
                    words.Add(char.ToUpperInvariant(word[0]) + word.Substring(1));
                }

                start = i;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>
    /// Whether a call fits: a method whose name says so, of an object or of a type. One that makes text of text, or a number of a number,
    /// makes one fit into some place.
    /// </summary>
    public static bool IsFitting(this IMethodSymbol method) =>
        method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension
        && IsFitting(method.Name)
        && !(
            method
                is {
                    ReturnType.SpecialType: SpecialType.System_String
                        or SpecialType.System_Int32
                        or SpecialType.System_Double
                        or SpecialType.System_Single,
                    Parameters: [{ Type: var first }, ..]
                }
            && first.SpecialType == method.ReturnType.SpecialType
        );
}
