using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Recognises numbers.</summary>
internal static class Numbers
{
    /// <summary>Whether values of a type are numbers.</summary>
    public static bool Are(ITypeSymbol? type) =>
        type?.WithoutNullable().SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
