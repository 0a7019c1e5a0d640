using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Recognises by its name what asks a model.</summary>
internal static class PredictionNames
{
    /// <summary>Whether a method is called a prediction: what it is given of a row, it must not know the label of.</summary>
    public static bool Are(IMethodSymbol method) =>
        method.Name.Length >= 7
        && method.Name.StartsWith("Predict", StringComparison.Ordinal)
        && FittingNames.Words(method.Name) is ["Predict", ..];
}
