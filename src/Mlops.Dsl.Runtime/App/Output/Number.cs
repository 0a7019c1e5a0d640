using System.Globalization;

namespace Mlops.Dsl.Runtime.App.Output;

/// <summary>Numbers, durations and times as people read them, the same in every culture.</summary>
internal static class Number
{
    /// <summary>A number as commands take it.</summary>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count, with its thousands set apart.</summary>
    public static string Of(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A count with its noun.</summary>
    public static string Of(long count, string noun) => $"{Of(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A metric's value.</summary>
    public static string Of(double value) =>
        value.ToString("0.######", CultureInfo.InvariantCulture) is var text && Math.Abs(value) is < 1e9 and (0 or >= 1e-4)
            ? text
            : value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A duration, to about three digits.</summary>
    public static string Of(TimeSpan duration) =>
        duration switch
        {
            { TotalMilliseconds: < 1 } => "0 ms",
            { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms"),
            { TotalSeconds: < 59.95 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
            _ => OfWhole((long)Math.Round(duration.TotalSeconds)),
        };

    private static string OfWhole(long seconds) =>
        seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600} h {seconds / 60 % 60:00} min");

    /// <summary>A moment in local time.</summary>
    public static string Of(DateTimeOffset moment) => moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A size in bytes.</summary>
    public static string Bytes(long bytes) =>
        bytes switch
        {
            < 1024 => $"{Of(bytes)} B",
            < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
            < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.0} GiB"),
        };
}
