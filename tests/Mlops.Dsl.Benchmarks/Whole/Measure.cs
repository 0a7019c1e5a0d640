using System.Diagnostics;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>Medians over repetitions: the machines that measure are shared, and a mean would tell of the neighbours.</summary>
internal static class Measure
{
    /// <summary>The time of an action that needs something done before it.</summary>
    public static TimeSpan Once(Action prepare, Action action)
    {
        prepare();
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The median of what was measured.</summary>
    public static double Median<T>(IEnumerable<T> measured, Func<T, double> value)
    {
        var values = measured.Select(value).Order().ToList();
        return values[values.Count / 2];
    }

    /// <summary>The median time of an action, after one repetition that is not counted.</summary>
    public static TimeSpan Median(int repetitions, Action action) => Median(repetitions, static () => { }, action);

    /// <summary>The median time of an action that needs something done before each repetition.</summary>
    public static TimeSpan Median(int repetitions, Action prepare, Action action)
    {
        var times = new TimeSpan[repetitions];
        for (var i = -1; i < repetitions; i++)
        {
            prepare();
            var start = Stopwatch.GetTimestamp();
            action();
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start);
            }
        }

        Array.Sort(times);
        return times[repetitions / 2];
    }

    /// <summary>The medians of two actions that take turns, so that both meet the same neighbours.</summary>
    public static (TimeSpan First, TimeSpan Second) Medians(int repetitions, Action first, Action second)
    {
        var times = (First: new TimeSpan[repetitions], Second: new TimeSpan[repetitions]);
        for (var i = -1; i < repetitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            first();
            var middle = Stopwatch.GetTimestamp();
            second();
            if (i >= 0)
            {
                times.First[i] = Stopwatch.GetElapsedTime(start, middle);
                times.Second[i] = Stopwatch.GetElapsedTime(middle);
            }
        }

        Array.Sort(times.First);
        Array.Sort(times.Second);
        return (times.First[repetitions / 2], times.Second[repetitions / 2]);
    }
}
