using System.Globalization;

namespace Mlops.Dsl.Execution;

/// <summary>
/// The ISO 8601 forms that the date and time formats accept. A day-first or month-first date is no date here: it means two things.
/// </summary>
internal static class IsoForms
{
    public const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static readonly string[] Moments =
    [
        Written,
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd' 'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd' 'HH:mmK",
        "yyyy-MM-dd",
    ];

    public static readonly string[] Times = ["HH:mm:ss.FFFFFFF", "HH:mm:ss", "HH:mm"];
}

/// <summary>Dates with times; the kind (none, <c>Z</c>, an offset for local time) is part of the value.</summary>
internal sealed class DateTimeFormat : ParameterFormat<DateTime>
{
    public override string Expected => "a date and time such as 2026-11-21T14:30:00";

    public override bool TryParse(string text, out DateTime value) =>
        DateTime.TryParseExact(text, IsoForms.Moments, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value);

    public override string Format(DateTime value) => value.ToString(IsoForms.Written, CultureInfo.InvariantCulture);
}

/// <summary>Moments with an offset from UTC; without one, UTC is meant.</summary>
internal sealed class DateTimeOffsetFormat : ParameterFormat<DateTimeOffset>
{
    public override string Expected => "a date and time with offset such as 2026-11-21T14:30:00+01:00";

    public override bool TryParse(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, IsoForms.Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    public override string Format(DateTimeOffset value) => value.ToString(IsoForms.Written, CultureInfo.InvariantCulture);
}

/// <summary>Dates.</summary>
internal sealed class DateOnlyFormat : ParameterFormat<DateOnly>
{
    public override string Expected => "a date such as 2026-11-21";

    public override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public override string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Times of day.</summary>
internal sealed class TimeOnlyFormat : ParameterFormat<TimeOnly>
{
    public override string Expected => "a time of day such as 14:30:00";

    public override bool TryParse(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, IsoForms.Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public override string Format(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}

/// <summary>Durations. A bare number is refused: <see cref="TimeSpan.Parse(string)"/> would take it for days.</summary>
internal sealed class TimeSpanFormat : ParameterFormat<TimeSpan>
{
    public override string Expected => "a duration such as 00:10:00 or 1.12:00:00";

    public override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
    }

    public override string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
