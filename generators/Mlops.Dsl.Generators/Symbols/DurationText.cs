using System.Globalization;

namespace Mlops.Dsl.Generators.Symbols;

/// <summary>Reads a length of time as the language's attributes have it.</summary>
internal static class DurationText
{
    /// <summary>
    /// Reads <c>[d.]hh:mm:ss[.fffffff]</c>. What .NET reads as well is refused: a lone number, which is days there, and two, which are
    /// hours and minutes. Who writes <c>600</c> or <c>10:00</c> means seconds, or minutes.
    /// </summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="duration">The length of time, which may be negative.</param>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        var isComplete = text?.Split(':').Length == 3;
        duration = default;
        return isComplete && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out duration);
    }
}
