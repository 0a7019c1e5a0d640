using System.Globalization;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>
/// Checks a cron expression of five fields, as Cronos reads it: lists, ranges, steps, names of months and days, and its <c>L</c>, <c>W</c>
/// and <c>#</c>.
/// </summary>
internal static class CronCheck
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly string[] Macros =
    [
        "@every_minute",
        "@hourly",
        "@daily",
        "@midnight",
        "@weekly",
        "@monthly",
        "@yearly",
        "@annually",
    ];

    private static readonly Field[] Fields =
    [
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day of month", 1, 31, []),
        new("month", 1, 12, Months),
        new("day of week", 0, 7, Days),
    ];

    /// <summary>What is wrong with an expression, in a clause; null where nothing is.</summary>
    public static string? Find(string cron)
    {
        if (Macros.Contains(cron.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = cron.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            return $"it has {parts.Length.ToString(CultureInfo.InvariantCulture)} fields, but cron has five: minute, hour, day of month, "
                + $"month, day of week";
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].Split(',').All(item => IsItem(item, Fields[i])))
            {
                return $"'{parts[i]}' is no {Fields[i].Name} ({Range(Fields[i])}, a list, a range such as 1-5, a step such as */15, or *)";
            }
        }

        return EarliestDay(parts[2]) is { } day && !parts[3].Split(',').Any(month => MayHave(day, month))
            ? $"day {day.ToString(CultureInfo.InvariantCulture)} is in none of its months, so that it never comes"
            : null;
    }

    /// <summary>The first of the days of a month, where they are told by plain numbers and ranges.</summary>
    private static int? EarliestDay(string field)
    {
        var days = field.Split(',').Select(FirstOf).ToList();
        return days.Contains(null) || field.Contains('/') ? null : days.Min();
    }

    /// <summary>A number, or the lower of two; null for all else, and for a range that goes over the end of the month.</summary>
    private static int? FirstOf(string item)
    {
        var ends = item.Split('-');
        return ends.Length == 1 || Number(ends[0]) <= Number(ends[1]) ? Number(ends[0]) : null;
    }

    /// <summary>Whether a month, in some year, has so many days; what is no plain month may have all.</summary>
    private static bool MayHave(int day, string month)
    {
        var number = Number(month) ?? Array.FindIndex(Months, name => name.Equals(month, StringComparison.OrdinalIgnoreCase)) + 1;
        return number is < 1 or > 12 || day <= DateTime.DaysInMonth(2024, number);
    }

    private static string Range(Field field) =>
        $"{field.Low.ToString(CultureInfo.InvariantCulture)}-{field.High.ToString(CultureInfo.InvariantCulture)}";

    private static bool IsItem(string item, Field field)
    {
        var step = item.Split('/');
        if (step.Length > 2 || (step.Length == 2 && !(Number(step[1]) is { } every && every >= 1 && every <= field.High)))
        {
            return false;
        }

        var value = step[0];
        return value == "*"
            || (value == "?" && field.Name.StartsWith("day", StringComparison.Ordinal))
            || IsRange(value, field)
            || (step.Length == 1 && IsSpecial(value, field));
    }

    /// <summary>A value, or two with a hyphen. A range may go over the end: 22-2 is the night.</summary>
    private static bool IsRange(string text, Field field) =>
        text.Split('-') is { Length: 1 or 2 } ends && ends.All(end => IsValue(end, field));

    private static bool IsValue(string text, Field field) =>
        (Number(text) is { } number && number >= field.Low && number <= field.High)
        || field.Names.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static bool IsSpecial(string text, Field field)
    {
        var upper = text.ToUpperInvariant();
        return field.Name switch
        {
            "day of month" => upper is "L" or "LW"
                || (upper.StartsWith("L-", StringComparison.Ordinal) && Number(upper.Substring(2).TrimEnd('W')) is >= 0 and <= 30)
                || (upper.EndsWith("W", StringComparison.Ordinal) && IsValue(upper.Substring(0, upper.Length - 1), field)),
            "day of week" => (upper.EndsWith("L", StringComparison.Ordinal) && IsValue(upper.Substring(0, upper.Length - 1), field))
                || (upper.Split('#') is { Length: 2 } nth && IsValue(nth[0], field) && Number(nth[1]) is >= 1 and <= 5),
            _ => false,
        };
    }

    private static int? Number(string text) =>
        text.Length is > 0 and < 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Field(string Name, int Low, int High, string[] Names);
}
