using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Watching.Tests;

/// <summary>The ticks of schedules.</summary>
public sealed class CronScheduleTests
{
    public static IEnumerable<TheoryDataRow<string>> Zones =>
        TimeZoneInfo.GetSystemTimeZones().Select(static zone => new TheoryDataRow<string>(zone.Id));

    [Theory]
    [MemberData(nameof(Zones))]
    public void In_every_zone_the_next_tick_is_later_through_two_years(string zone)
    {
        // Half hours in all zones would take half a minute: they are for those whose rules run backwards.
        foreach (
            var cron in zone is "Europe/Dublin" or "Africa/Casablanca" or "Africa/El_Aaiun"
                ? (string[])["*/30 * * * *", "30 1 * * *", "0 */3 * * *"]
                : ["30 1 * * *"]
        )
        {
            var schedule = CronSchedule.Parse(new PipelineSchedule(cron, zone));
            var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var end = at.AddYears(2);
            while (at < end)
            {
                var next = schedule.Next(at);
                Assert.True(next > at, $"{cron} in {zone}: {next:o} after {at:o}");
                Assert.True(next - at < TimeSpan.FromDays(2), $"{cron} in {zone}: {next:o} after {at:o}");
                at = next.Value;
            }
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void Daylight_saving_leaves_one_tick_a_day(string zone, string cron, string after, string first, string second)
    {
        var schedule = CronSchedule.Parse(new PipelineSchedule(cron, zone));
        var next = schedule.Next(Parse(after));

        Assert.Equal(Parse(first), next);
        Assert.Equal(Parse(second), schedule.Next(next!.Value));
    }

    [Theory]
    [InlineData("Europe/Dublin")]
    [InlineData("Europe/Berlin")]
    [InlineData("Africa/Casablanca")]
    public void A_daily_schedule_ticks_once_a_day(string zone)
    {
        var schedule = CronSchedule.Parse(new PipelineSchedule("30 1 * * *", zone));
        var days = new List<DateOnly>();
        for (
            var at = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
            at < new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);
            at = schedule.Next(at)!.Value
        )
        {
            days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).Date));
        }

        Assert.Equal(days.Distinct(), days);
        Assert.Equal(366, days.Count);
    }

    [Theory]
    [InlineData("*/15 * * * *", "2026-11-29T12:16:00Z", null, "2026-11-29T12:15:00Z")]
    [InlineData("*/15 * * * *", "2026-11-29T12:15:00Z", null, "2026-11-29T12:15:00Z")]
    [InlineData("*/15 * * * *", "2026-11-29T12:16:00Z", "2026-11-29T12:15:00Z", null)]
    [InlineData("*/15 * * * *", "2026-11-29T12:16:00Z", "2025-11-29T12:15:00Z", "2026-11-29T12:15:00Z")]
    [InlineData("0 0 29 2 *", "2026-11-29T12:16:00Z", null, "2024-02-29T00:00:00Z")]
    public void The_latest_tick_is_found(string cron, string until, string? after, string? expected) =>
        Assert.Equal(
            expected is null ? null : Parse(expected),
            CronSchedule.Parse(new PipelineSchedule(cron, "UTC")).Latest(Parse(until), after is null ? null : Parse(after))
        );

    [Theory]
    [InlineData("61 * * * *", "UTC", "is no cron expression")]
    [InlineData("* * * * *", "Europe/Atlantis", "knows no time zone 'Europe/Atlantis'")]
    public void What_is_no_schedule_is_refused(string cron, string zone, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<FormatException>(() => CronSchedule.Parse(new PipelineSchedule(cron, zone))).Message,
            StringComparison.Ordinal
        );

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
