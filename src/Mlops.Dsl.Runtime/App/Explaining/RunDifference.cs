using System.Text.Json;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>What differs between two runs.</summary>
/// <param name="Before">The earlier run.</param>
/// <param name="After">The later run.</param>
/// <param name="Parameters">The parameters whose values differ.</param>
/// <param name="Stages">The stages of either run.</param>
/// <param name="Metrics">The metrics whose last values differ.</param>
internal sealed record RunDifference(
    RunRecord Before,
    RunRecord After,
    IReadOnlyList<KeyChange> Parameters,
    IReadOnlyList<StageDifference> Stages,
    IReadOnlyList<MetricDifference> Metrics
)
{
    /// <summary>Compares two runs.</summary>
    public static async Task<RunDifference> CompareAsync(
        IRunStore runs,
        RunRecord before,
        RunRecord after,
        CancellationToken cancellationToken
    )
    {
        var old = await RunDetails.ReadAsync(runs, before, withLogs: false, cancellationToken);
        var recent = await RunDetails.ReadAsync(runs, after, withLogs: false, cancellationToken);
        var parameters = KeyComparison.Compare(new KeyParts { Parameters = Values(before) }, new KeyParts { Parameters = Values(after) });
        var stages = new List<StageDifference>();
        foreach (var name in recent.Stages.Concat(old.Stages).Select(static stage => stage.Result.Stage).Distinct(StringComparer.Ordinal))
        {
            stages.Add(await StageDifference.CompareAsync(runs, name, Find(old, name), Find(recent, name), cancellationToken));
        }

        return new RunDifference(before, after, parameters, stages, MetricDifference.Compare(old, recent));
    }

    /// <summary>Prints the differences.</summary>
    public void Print(AppConsole console)
    {
        console.Out.WriteLine($"{Printable.Line(Before.Id)} → {Printable.Line(After.Id)}");
        ChangeTable.Print(console, Parameters);
        console.Out.WriteLine();
        var table = new TextTable("stage", "output", "what changed");
        foreach (var stage in Stages)
        {
            table.Add(
                stage.Stage,
                new(stage.Output, stage.Output == StageDifference.Same ? TextStyle.Dim : TextStyle.Warning),
                ChangeText.Describe(stage.Changes)
            );
        }

        table.Write(console, "  ");
        if (Metrics.Count > 0)
        {
            console.Out.WriteLine();
            var metrics = new TextTable("metric", ">before", ">after", ">difference");
            foreach (var metric in Metrics)
            {
                metrics.Add(metric.Name, Text(metric.Before), Text(metric.After), Text(metric.After - metric.Before));
            }

            metrics.Write(console, "  ");
        }
    }

    /// <summary>Writes the differences as one object.</summary>
    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("before", Before.Id);
        writer.WriteString("after", After.Id);
        writer.WriteStartArray("parameters");
        foreach (var parameter in Parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.WriteString("before", parameter.Before);
            writer.WriteString("after", parameter.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("stages");
        foreach (var stage in Stages)
        {
            writer.WriteStartObject();
            writer.WriteString("stage", stage.Stage);
            writer.WriteString("output", stage.Output);
            ChangeTable.WriteJson(writer, stage.Changes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("metrics");
        foreach (var metric in Metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("name", metric.Name);
            WriteValue(writer, "before", metric.Before);
            WriteValue(writer, "after", metric.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string property, double? value)
    {
        if (value is { } number)
        {
            writer.WriteDouble(property, number);
        }
    }

    private static string Text(double? value) => value is { } number ? Number.Of(number) : "";

    private static NamedText[] Values(RunRecord run) =>
        [
            .. run
                .Start.Parameters.Where(static parameter => !parameter.IsSecret)
                .Select(static parameter => new NamedText(parameter.Name, parameter.Value)),
        ];

    private static StageDetails? Find(RunDetails run, string stage) =>
        run.Stages.FirstOrDefault(candidate => candidate.Result.Stage == stage);
}
