using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>
/// Checks the name of a time zone. Which names there are, only the machine knows on which the schedule runs: what looks like one and is
/// near to none that is known here may be newer, and is left to it.
/// </summary>
internal static class TimeZoneCheck
{
    // One slip of a finger, or two.
    private const int MostEdits = 2;

    /// <summary>What is wrong with a name, in a clause; null where nothing is known to be.</summary>
    public static string? Find(string name)
    {
        if (!IsPlausible(name))
        {
            return $"its time zone '{name}' is no IANA name such as 'Europe/Berlin' or 'UTC'";
        }

        if (TimeZoneNames.All.Contains(name))
        {
            return null;
        }

        var meant = NearestName.Find(name, TimeZoneNames.All, MostEdits);
        return meant.Length == 0 ? null : $"there is no time zone '{name}': did you mean '{meant}'?";
    }

    private static bool IsPlausible(string name) =>
        name.Length > 0
        && char.IsLetter(name[0])
        && name[name.Length - 1] != '/'
        && name.All(static c => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '/' or '_' or '-' or '+');
}
