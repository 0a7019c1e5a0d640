using System.Text;
using System.Text.RegularExpressions;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>Names of pipelines and published artifacts, and versions.</summary>
internal static class Names
{
    private const string NamePattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    // The expression that semver.org suggests.
    private const string SemanticVersionPattern =
        @"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"
        + @"(-((0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
        + @"(\+([0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*))?$";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static bool IsName(string? name) =>
        name is not null
        && !name.EndsWith("\n", StringComparison.Ordinal)
        && Regex.IsMatch(name, NamePattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);

    public static bool IsSemanticVersion(string? version) =>
        version is not null
        && !version.EndsWith("\n", StringComparison.Ordinal)
        && Regex.IsMatch(version, SemanticVersionPattern, RegexOptions.CultureInvariant | RegexOptions.ECMAScript, Patience);

    /// <summary>
    /// The valid name that is nearest to what was written: <c>ApiDocs 2</c> gives <c>api-docs-2</c>. Empty if nothing is left.
    /// </summary>
    public static string ToName(string text)
    {
        var name = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var startsWord = letter is >= 'A' and <= 'Z' && i > 0 && text[i - 1] is (>= 'a' and <= 'z') or (>= '0' and <= '9');
            var isLetter = letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if ((startsWord || !isLetter) && name.Length > 0 && name[name.Length - 1] != '-')
            {
                name.Append('-');
            }

            if (isLetter)
            {
                name.Append(char.ToLowerInvariant(letter));
            }
        }

        return name.ToString().TrimEnd('-');
    }
}
