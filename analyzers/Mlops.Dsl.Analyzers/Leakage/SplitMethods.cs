using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>Knows what makes sets with a purpose of validated rows.</summary>
internal static class SplitMethods
{
    /// <summary>Whether the method deals rows out, or holds sets apart that others have made.</summary>
    public static bool Splits(this ISymbol method) => method.IsOf("DatasetSplit") || method.IsOf("CrossValidation") || method.HoldsOut();

    /// <summary>Whether the method holds sets apart that others have made.</summary>
    public static bool HoldsOut(this ISymbol method) => method.IsOf("DatasetHoldOut");
}
