using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Parameters;

/// <summary>How long a value may be, as one validation attribute says it.</summary>
internal static class LengthSpan
{
    /// <summary>The shortest and the longest length; null for an attribute that says nothing of it, or contradicts itself.</summary>
    public static (long Shortest, long Longest)? Of(string name, AttributeData attribute, ITypeSymbol type)
    {
        (long Shortest, long Longest)? span = (name, attribute.ConstructorArguments) switch
        {
            ("Required", _) when type.SpecialType == SpecialType.System_String && attribute.Argument("AllowEmptyStrings") is not true => (
                1,
                long.MaxValue
            ),
            ("StringLength", [{ Value: int longest }]) => (attribute.Argument("MinimumLength") as int? ?? 0, longest),
            ("Length", [{ Value: int shortest }, { Value: int longest }]) => (shortest, longest),
            ("MinLength", [{ Value: int shortest }]) => (shortest, long.MaxValue),
            ("MaxLength", [{ Value: int and >= 0 and var longest }]) => (0, longest),
            ("RegularExpression", [{ Value: string pattern }])
                when RegularExpressions.Problem(pattern) is null && PatternLength.Of(pattern) is { } length => (
                length.Shortest,
                length.Longest ?? long.MaxValue
            ),
            _ => null,
        };
        return span is { Shortest: >= 0 } known && known.Shortest <= known.Longest ? span : null;
    }
}
