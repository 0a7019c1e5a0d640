using System.Globalization;
using System.Text;

namespace Mlops.Dsl;

/// <summary>
/// Names a downloaded file after its URI, which whoever wrote the URI chose: as a name that is one on every system and looks like what it
/// is.
/// </summary>
internal static class DownloadName
{
    /// <summary>Short enough for every file system, whatever its letters take.</summary>
    private const int MostCharacters = 80;

    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>The last part of the path without what names can't hold; the host where nothing is left.</summary>
    public static string Of(Uri uri)
    {
        var last = Clean(Path.GetFileName(Uri.UnescapeDataString(uri.AbsolutePath)));
        return last.Length > 0 ? last : Clean(uri.Host);
    }

    private static string Clean(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (name.Length + rune.Utf16SequenceLength > MostCharacters)
            {
                break;
            }

            name.Append(IsAllowed(rune) ? rune.ToString() : "_");
        }

        // Windows drops dots and spaces at the end; dots alone name folders.
        return name.ToString().TrimEnd('.', ' ').TrimStart(' ');
    }

    private static bool IsAllowed(Rune rune) =>
        !(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            )
        && rune != Rune.ReplacementChar;
}
