using System.Globalization;
using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.Secrets;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>What a stage logs, and whom it reaches.</summary>
public sealed class StageLogTests
{
    private const string Secret = "hunter2-hunter2";

    private readonly ManualClock _clock = new();
    private readonly RecordingObserver _observer = new();
    private readonly NextLogger _next = new();

    public static TheoryData<LogLevel, bool> Levels =>
        new(
            from level in Enum.GetValues<LogLevel>()
            from isEnabled in (bool[])[true, false]
            select new TheoryDataRow<LogLevel, bool>(level, isEnabled)
        );

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_line_is_kept_and_told_from_the_level_information_on_and_passed_on_where_the_program_asks_for_it(
        LogLevel level,
        bool isEnabled
    )
    {
        _next.IsOn = isEnabled;
        var (log, _) = Create(SecretMask.None);
        var isKept = level is >= LogLevel.Information and not LogLevel.None;

        log.Log(level, new EventId(7, "seven"), "state", new InvalidOperationException("thrown"), static (state, _) => $"said {state}");

        Assert.Equal(isKept || isEnabled, log.IsEnabled(level));
        Assert.Equal(
            isKept
                ? [new LogLine(_clock.GetUtcNow(), level, $"said state{Environment.NewLine}System.InvalidOperationException: thrown")]
                : [],
            log.Lines
        );
        Assert.Equal(isKept ? ["said state"] : [], _observer.Texts);
        Assert.Equal(isEnabled ? [$"{level} 7 state thrown: said state"] : [], _next.Calls);
    }

    [Fact]
    public void Secrets_are_hidden_from_all_and_no_structured_state_is_passed_on()
    {
        var (log, _) = Create(new SecretMask([Secret]));

        log.Log(
            LogLevel.Error,
            7,
            $"state {Secret}",
            new InvalidOperationException($"thrown {Secret}"),
            static (state, _) => $"said {state}"
        );
        log.Log(LogLevel.Error, 8, $"state {Secret}", null, static (state, _) => $"said {state}");
        log.BeginScope($"scope {Secret}");

        const string Thrown = "said state ***\nSystem.InvalidOperationException: thrown ***";
        Assert.Equal([Thrown, "said state ***"], log.Lines.Select(static line => line.Message.ReplaceLineEndings("\n")));
        Assert.Equal(["said state ***", "said state ***"], _observer.Texts);
        Assert.Equal(
            [$"Error 7 {Thrown} : {Thrown}", "Error 8 said state *** : said state ***", "scope scope ***"],
            _next.Calls.Select(static call => call.ReplaceLineEndings("\n"))
        );
    }

    [Fact]
    public void A_scope_without_secrets_is_passed_on_as_it_is()
    {
        var (log, _) = Create(SecretMask.None);

        log.BeginScope("a scope");

        Assert.Equal(["scope a scope"], _next.Calls);
    }

    [Fact]
    public void What_the_program_prints_of_a_line_is_no_second_line()
    {
        var (log, _) = Create(SecretMask.None);
        using var output = new StageOutput(log);
        StageOutput.Current = output;

        log.LogInformation("a line");

        Assert.False(_next.HadOutput);
        Assert.Same(output, StageOutput.Current);
    }

    [Fact]
    public void What_was_written_to_the_console_is_kept_and_told_without_secrets_and_not_passed_on()
    {
        var (log, hub) = Create(new SecretMask([Secret]));

        log.Keep(LogLevel.Warning, $"written {Secret}");
        hub.Warn("later");

        Assert.Equal([new LogLine(_clock.GetUtcNow(), LogLevel.Warning, "written ***")], log.Lines);
        Assert.Equal(["written ***", "later"], _observer.Texts);
        Assert.Empty(_next.Calls);
    }

    [Fact]
    public void Lines_beyond_the_most_are_counted()
    {
        var (log, _) = Create(SecretMask.None);
        for (var i = 0; i < StageLog.MaxLines; i++)
        {
            log.Add(LogLevel.Information, i.ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal(StageLog.MaxLines, log.Lines.Count);
        log.Add(LogLevel.Information, "one more");
        log.Add(LogLevel.Error, "another");
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(10_001, log.Lines.Count);
        Assert.Equal("9999", log.Lines[^2].Message);
        Assert.Equal(new LogLine(_clock.GetUtcNow(), LogLevel.Warning, "2 more lines were not kept."), log.Lines[^1]);
    }

    private (StageLog Log, ObserverHub Hub) Create(SecretMask mask)
    {
        var graph = new Graph();
        graph.Add("Stage", [], static _ => 1);
        var hub = new ObserverHub([_observer], Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, mask);
        return (new StageLog(graph.Build().Stages[0], _next, hub, mask, _clock), hub);
    }

    /// <summary>The program's own logging.</summary>
    private sealed class NextLogger : ILogger
    {
        public bool IsOn { get; set; } = true;

        public bool HadOutput { get; private set; }

        public List<string> Calls { get; } = [];

        public bool IsEnabled(LogLevel logLevel) => IsOn;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Calls.Add($"scope {state}");
            return null;
        }

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            HadOutput |= StageOutput.Current is not null;
            Calls.Add($"{logLevel} {eventId.Id} {state} {exception?.Message}: {formatter(state, exception)}");
        }
    }
}
