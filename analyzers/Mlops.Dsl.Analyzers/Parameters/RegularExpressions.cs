using System.Text.RegularExpressions;

namespace Mlops.Dsl.Analyzers.Parameters;

internal static class RegularExpressions
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>Why a pattern does not parse; null if it does.</summary>
    public static string? Problem(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.None, Patience);
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Whether the pattern matches the whole text, as DataAnnotations has it; null if it can't be told.</summary>
    public static bool? MatchesWhole(string pattern, string text)
    {
        try
        {
            var match = new Regex(pattern, RegexOptions.None, Patience).Match(text);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            // A malformed pattern is MLP1066's to report, and one that takes too long proves nothing.
            return null;
        }
    }
}
