using System.Globalization;

namespace Mlops.Dsl.Storage.Sqlite.Runs;

/// <summary>Reads what <see cref="TimeWindow.ToString"/> writes.</summary>
internal static class WindowFormat
{
    /// <summary>The window of a text.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TimeWindow Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? throw new FormatException($"'{text}' is no window of time.")
            : new TimeWindow(Moment(text[..slash]), Moment(text[(slash + 1)..]));
    }

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
