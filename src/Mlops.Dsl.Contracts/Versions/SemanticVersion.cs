using System.Globalization;

namespace Mlops.Dsl.Contracts.Versions;

/// <summary>A semantic version (semver.org 2.0.0), as far as contracts need it: its three numbers, and whether it is released.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
/// <param name="Patch">The third number.</param>
/// <param name="IsPreRelease">Whether a pre-release part such as <c>-beta.1</c> follows.</param>
internal sealed record SemanticVersion(long Major, long Minor, long Patch, bool IsPreRelease)
{
    // Nobody's version is longer.
    private const int MaxLength = 256;

    /// <summary>Reads a version; null where the text is none, or one of its numbers is beyond 64 bits.</summary>
    /// <remarks>
    /// Without a regular expression: one that may give up after some time does so on a machine that is busy, whatever the text is.
    /// </remarks>
    public static SemanticVersion? TryParse(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var (rest, build) = Cut(text, '+');
        var (core, preRelease) = Cut(rest, '-');
        return
            core.Split('.') is [var first, var second, var third]
            && Number(first) is { } major
            && Number(second) is { } minor
            && Number(third) is { } patch
            && preRelease?.Split('.').All(static part => IsIdentifier(part) && !HasLeadingZero(part)) != false
            && build?.Split('.').All(IsIdentifier) != false
            ? new SemanticVersion(major, minor, patch, preRelease is not null)
            : null;
    }

    /// <summary>The version's numbers.</summary>
    public override string ToString() =>
        string.Join(".", new[] { Major, Minor, Patch }.Select(static number => number.ToString(CultureInfo.InvariantCulture)));

    private static (string Before, string? Behind) Cut(string text, char mark) =>
        text.IndexOf(mark) is >= 0 and var place ? (text.Substring(0, place), text.Substring(place + 1)) : (text, null);

    private static long? Number(string text) =>
        !HasLeadingZero(text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');

    private static bool HasLeadingZero(string text) => text.Length > 1 && text[0] == '0' && text.All(static c => c is >= '0' and <= '9');
}
