using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>
/// Recognises comparisons and searches of text by the rules of the machine's culture, in which a hyphen or a ligature may count for
/// nothing.
/// </summary>
internal static class CulturalSearch
{
    /// <summary>Whether calls of a method may compare so: all that can be told without the call.</summary>
    public static bool May(IMethodSymbol method) =>
        method.ContainingType.SpecialType == SpecialType.System_String && (ByDefault(method) || method.Parameters.Any(IsComparison));

    /// <summary>Whether a call does: because it says so, or because it does not say how.</summary>
    public static bool Does(IInvocationOperation call) =>
        ByDefault(call.TargetMethod)
        || call.Arguments.Any(static argument =>
            argument.Parameter is { } parameter
            && IsComparison(parameter)
            && argument.Value.ConstantValue
                is { HasValue: true, Value: (int)StringComparison.CurrentCulture or (int)StringComparison.CurrentCultureIgnoreCase }
        );

    /// <summary>
    /// Searches for a text and comparisons that take no <see cref="StringComparison"/>. Those for a character, <c>Contains</c> and
    /// <c>Replace</c> are ordinal.
    /// </summary>
    private static bool ByDefault(IMethodSymbol method) =>
        method.Name switch
        {
            "IndexOf" or "LastIndexOf" or "StartsWith" or "EndsWith" => method.Parameters[0].Type.SpecialType == SpecialType.System_String,
            "Compare" or "CompareTo" => true,
            _ => false,
        }
        && !method.Parameters.Any(static parameter => IsComparison(parameter) || parameter.Type.Name is "CultureInfo" or "CompareOptions");

    private static bool IsComparison(IParameterSymbol parameter) => parameter.Type.Name == nameof(StringComparison);
}
