namespace Mlops.Dsl.Generators.Watching;

/// <summary>Whether a text has the shape of an IANA time zone's name. Which names there are, the machine tells on which the schedule runs.</summary>
internal static class TimeZoneCheck
{
    public static bool IsPlausible(string name) =>
        name.Length > 0
        && char.IsLetter(name[0])
        && name[name.Length - 1] != '/'
        && name.All(static c => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '/' or '_' or '-' or '+');
}
