using System.Globalization;
using System.Text;

namespace Mlops.Dsl.Storage.Sqlite.Lifecycle;

/// <summary>
/// The names of people who decide. Two names that look the same must be one person, or somebody could approve twice: names are compared
/// in the normalization form C of Unicode, without regard to case, and without what can't be seen.
/// </summary>
internal static class PersonName
{
    // A program with InvariantGlobalization has no data to normalize by: what it would compare wrongly is refused then.
    private static readonly bool CanNormalize = "e\u0301".Normalize(NormalizationForm.FormC).Length == 1;

    /// <summary>Tells whether names are of one person.</summary>
    public static IEqualityComparer<string> Comparer { get; } =
        EqualityComparer<string>.Create(
            static (left, right) => StringComparer.OrdinalIgnoreCase.Equals(KeyOf(left!), KeyOf(right!)),
            static name => StringComparer.OrdinalIgnoreCase.GetHashCode(KeyOf(name))
        );

    /// <summary>The name as it is kept: in form C, without the blanks around it.</summary>
    /// <param name="name">What somebody gave as a name.</param>
    /// <param name="what">What needs the name, for the message.</param>
    /// <exception cref="RegistryException">It is empty, or has a character that can't be seen, or one that this program can't
    /// compare.</exception>
    public static string Read(string name, string what)
    {
        var trimmed = name.Trim();
        foreach (var rune in trimmed.EnumerateRunes())
        {
            if (IsInvisible(rune))
            {
                throw RegistryErrors.InvisibleName(what, rune);
            }

            if (!CanNormalize && rune.Value is >= 0x300 and <= 0x36F)
            {
                throw RegistryErrors.ApartAccent(what, rune);
            }
        }

        return trimmed.Length > 0 ? trimmed.Normalize(NormalizationForm.FormC) : throw RegistryErrors.NoPerson(what);
    }

    /// <summary>
    /// What two names of one person have in common but for case: stores of before may hold names that are no longer taken.
    /// </summary>
    private static string KeyOf(string name)
    {
        var visible = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether nobody sees a character: half of a surrogate pair, which stands here as U+FFFD, included.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned;
}
