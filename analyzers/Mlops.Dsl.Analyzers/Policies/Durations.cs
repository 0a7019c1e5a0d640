using System.Globalization;

namespace Mlops.Dsl.Analyzers.Policies;

internal static class Durations
{
    /// <summary>Parses a duration in constant format, as the attributes document it.</summary>
    public static bool TryParse(string? text, out TimeSpan duration) => TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out duration);
}
