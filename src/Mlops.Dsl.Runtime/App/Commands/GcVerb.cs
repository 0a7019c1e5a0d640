using System.CommandLine;
using System.Globalization;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>gc</c>: removes old runs and what nothing refers to.</summary>
internal static class GcVerb
{
    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Remarks =
            "Without --keep-last and --keep-since all runs are kept, and only what no run refers to is removed. With them, a run is kept "
            + "if either keeps it or if it published an entry. What services answered, and notices that were delivered, are kept unless an "
            + "option says since when. Nothing is removed while a run is going on.";
        command.Examples =
        [
            new("--dry-run --keep-last 10", "what would be removed"),
            new("--keep-last 10", "keep the last ten runs of each pipeline, and the last ten that succeeded"),
            new("--keep-since 30d", "keep the runs of the last 30 days"),
        ];
        var keepLast = command.AddCountOption(
            "--keep-last",
            "Keep this many of the latest runs of each pipeline, and as many of the latest that succeeded"
        );
        var keepSince = new Option<string>("--keep-since")
        {
            Description = "Keep runs since a date (2026-11-21) or for a time (12h, 30d)",
            HelpName = "date|time",
        };
        var servedSince = new Option<string>("--keep-served-since")
        {
            Description = "Remove what services answered before a date or a time, with its labels",
            HelpName = "date|time",
        };
        var sentSince = new Option<string>("--keep-sent-since")
        {
            Description = "Remove notices and starts from before a date or a time that are done with",
            HelpName = "date|time",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be removed" };
        command.Add(keepSince);
        command.Add(servedSince);
        command.Add(sentSince);
        command.Add(dryRun);
        command.SetStoreAction(
            scope,
            readOnly: false,
            async (parse, store, cancellationToken) =>
            {
                var policy = new RetentionPolicy
                {
                    KeepLast = parse.GetCount(keepLast),
                    KeepSince = Read(parse, keepSince),
                    KeepServedSince = Read(parse, servedSince),
                    KeepSentSince = Read(parse, sentSince),
                };
                var isDryRun = parse.GetValue(dryRun);
                var report = await store.CollectAsync(policy, isDryRun, cancellationToken);
                Print(scope, parse, report, isDryRun);
                return ExitCode.Success;
            }
        );
    }

    private static DateTimeOffset? Read(ParseResult parse, Option<string> option) =>
        parse.GetValue(option) is { } text ? ParseSince(text, DateTimeOffset.Now, option.Name) : null;

    /// <summary>Parses a date, or a time before now.</summary>
    internal static DateTimeOffset ParseSince(string text, DateTimeOffset now, string option = "--keep-since")
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), now.Offset);
        }

        if (
            text.Length > 1
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and < 100_000
        )
        {
            switch (text[^1])
            {
                case 'h':
                    return now.AddHours(-count);
                case 'd':
                    return now.AddDays(-count);
                default:
                    break;
            }
        }

        throw new UsageException(
            $"{option} must be a date such as 2026-11-21 or a time such as 12h or 30d, but is {ValueText.Quote(text)}"
        );
    }

    private static void Print(VerbScope scope, ParseResult parse, CollectionReport report, bool dryRun)
    {
        if (scope.IsJson(parse))
        {
            JsonText.Print(
                scope.Console,
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteBoolean("dryRun", dryRun);
                    writer.WriteStartArray("runs");
                    foreach (var run in report.Runs)
                    {
                        writer.WriteStringValue(run);
                    }

                    writer.WriteEndArray();
                    writer.WriteNumber("executions", report.Executions);
                    writer.WriteNumber("artifacts", report.Artifacts);
                    writer.WriteNumber("bytes", report.Bytes);
                    writer.WriteNumber("answers", report.Answers);
                    writer.WriteNumber("effects", report.Effects);
                    writer.WriteNumber("keptRuns", report.KeptRuns);
                    writer.WriteNumber("keptBytes", report.KeptBytes);
                    writer.WriteEndObject();
                }
            );
            return;
        }

        if (report.Answers + report.Effects > 0)
        {
            scope.Console.Out.WriteLine(
                $"{(dryRun ? "would remove" : "removed")} {Number.Of(report.Answers, "answer")} of services and "
                    + $"{Number.Of(report.Effects, "effect")} of the outbox"
            );
        }

        scope.Console.Out.WriteLine(
            $"{(dryRun ? "would remove" : "removed")} {Number.Of(report.Runs.Count, "run")}, "
                + $"{Number.Of(report.Executions, "execution")} and {Number.Of(report.Artifacts, "artifact")} "
                + $"({Number.Bytes(report.Bytes)}); {Number.Of(report.KeptRuns, "run")} and "
                + $"{Number.Bytes(report.KeptBytes)} {(dryRun ? "would stay" : "stay")}"
        );
    }
}
