using Cronos;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Watching;

/// <summary>
/// The ticks of a schedule. Time zones are those of the machine. A tick that daylight saving leaves out comes at the moment when the clocks
/// go on; one in an hour that comes twice comes once, unless the expression names every hour or minute, which then comes in both (the rules
/// of Vixie's cron).
/// </summary>
public sealed class CronSchedule
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Longer than from one 29 February to the next but one: 8 years lie between 1896 and 1904, and between 2096 and 2104.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(366 * 9);

    private readonly CronExpression _cron;
    private readonly TimeZoneInfo _zone;

    private CronSchedule(CronExpression cron, TimeZoneInfo zone)
    {
        _cron = cron;
        _zone = zone;
    }

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="FormatException">The cron expression is malformed, or the machine knows no such time zone. The message is one
    /// line.</exception>
    public static CronSchedule Parse(PipelineSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        try
        {
            return new CronSchedule(CronExpression.Parse(schedule.Cron), TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone));
        }
        catch (CronFormatException exception)
        {
            throw new FormatException($"The schedule '{schedule.Cron}' is no cron expression: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new FormatException(
                $"This machine knows no time zone '{schedule.TimeZone}': use an IANA name such as 'Europe/Berlin', and see that the system "
                    + $"has time zone data.",
                exception
            );
        }
    }

    /// <summary>The first tick after a moment; null where there is none within nine years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        // In zones whose rules run backwards, the library may name a moment that is not later. It is asked again from a minute on, until it
        // does.
        var from = after.UtcDateTime;
        for (var i = 0; i < 3 * 24 * 60; i++)
        {
            if (_cron.GetNextOccurrence(DateTime.SpecifyKind(from, DateTimeKind.Utc), _zone) is not { } next)
            {
                return null;
            }

            if (next > after.UtcDateTime)
            {
                return new DateTimeOffset(next, TimeSpan.Zero);
            }

            from += Minute;
        }

        return null;
    }

    /// <summary>The last tick up to a moment, that moment included, and after another; null where there is none.</summary>
    /// <param name="until">The moment.</param>
    /// <param name="after">The other; null for any time within nine years.</param>
    public DateTimeOffset? Latest(DateTimeOffset until, DateTimeOffset? after = null)
    {
        var first = after ?? until - Horizon;
        for (var span = Minute; first < until; span *= 4)
        {
            var start = until - span > first ? until - span : first;
            if (Next(start) is { } tick && tick <= until)
            {
                while (Next(tick) is { } next && next <= until)
                {
                    tick = next;
                }

                return tick;
            }

            if (start == first)
            {
                break;
            }
        }

        return null;
    }
}
