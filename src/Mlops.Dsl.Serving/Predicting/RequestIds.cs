namespace Mlops.Dsl.Serving;

/// <summary>The ids of requests.</summary>
internal static class RequestIds
{
    /// <summary>How long an id may be.</summary>
    public const int LongestId = 128;

    /// <summary>What an id must be, in words that follow "must be".</summary>
    public const string Expected = "1 to 128 letters, digits, hyphens, underscores, dots or colons";

    /// <summary>A new id: later ones sort after earlier ones, so that they are neighbours in the store's index.</summary>
    public static string New() => Guid.CreateVersion7().ToString("N");

    /// <summary>Whether a text can be the id of a request.</summary>
    public static bool IsValid(string id) =>
        id.Length is > 0 and <= LongestId && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}
