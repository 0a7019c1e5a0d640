using System.Text;

namespace Mlops.Dsl.Analyzers.Infrastructure;

/// <summary>Names of pipelines and published artifacts.</summary>
internal static class Names
{
    /// <summary>Whether a text is words of small letters and digits of ASCII, with one hyphen between each two.</summary>
    public static bool IsName(string? name) => name?.Split('-').All(static word => word.Length > 0 && word.All(IsLetterOrDigit)) == true;

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

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');
}
