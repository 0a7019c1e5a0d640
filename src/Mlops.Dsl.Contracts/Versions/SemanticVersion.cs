using System.Globalization;
using System.Text.RegularExpressions;

namespace Mlops.Dsl.Contracts.Versions;

/// <summary>A semantic version (semver.org 2.0.0), as far as contracts need it: its three numbers, and whether it is released.</summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
/// <param name="Patch">The third number.</param>
/// <param name="IsPreRelease">Whether a pre-release part such as <c>-beta.1</c> follows.</param>
internal sealed record SemanticVersion(long Major, long Minor, long Patch, bool IsPreRelease)
{
    // The expression that semver.org suggests, with \z where it has $, which would let a line end pass.
    private const string Pattern =
        @"^(?<major>0|[1-9][0-9]*)\.(?<minor>0|[1-9][0-9]*)\.(?<patch>0|[1-9][0-9]*)"
        + @"(?<prerelease>-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
        + @"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?\z";

    // Nobody's version is longer, and the expression is only ever asked about short ones.
    private const int MaxLength = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Reads a version; null where the text is none.</summary>
    public static SemanticVersion? TryParse(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var match = Regex.Match(text, Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
        return
            match.Success
            && Number(match, "major") is { } major
            && Number(match, "minor") is { } minor
            && Number(match, "patch") is { } patch
            ? new SemanticVersion(major, minor, patch, match.Groups["prerelease"].Success)
            : null;
    }

    /// <summary>The version's numbers.</summary>
    public override string ToString() =>
        string.Join(".", new[] { Major, Minor, Patch }.Select(static number => number.ToString(CultureInfo.InvariantCulture)));

    private static long? Number(Match match, string group) =>
        long.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
