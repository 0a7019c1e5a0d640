using System.Text.Json;
using Mlops.Dsl.Runtime.App.History;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>Prints what a run would do.</summary>
internal sealed class ForecastPage(AppConsole console, RunForecast forecast)
{
    /// <summary>Prints one stage with everything that is known, or all in a table.</summary>
    public void Print(string? stage)
    {
        foreach (var warning in forecast.Warnings)
        {
            console.WriteWarning(warning);
        }

        if (stage is null)
        {
            PrintAll();
        }
        else
        {
            Print(forecast.Stages.Single(candidate => candidate.Stage.Name == stage));
        }
    }

    /// <summary>Prints an array of one stage, or of all.</summary>
    public void PrintJson(string? stage) =>
        JsonText.Print(
            console,
            writer =>
            {
                writer.WriteStartArray();
                foreach (var candidate in forecast.Stages)
                {
                    if (stage is null || candidate.Stage.Name == stage)
                    {
                        Write(writer, candidate);
                    }
                }

                writer.WriteEndArray();
            }
        );

    private void PrintAll()
    {
        var table = new TextTable("stage", "would be", "reason");
        foreach (var stage in forecast.Stages)
        {
            table.Add(stage.Stage.Name, new(NameOf(stage.Prospect), StyleOf(stage.Prospect)), stage.Reason);
        }

        table.Write(console);
    }

    private void Print(StageForecast stage)
    {
        console.Out.WriteLine(
            $"{console.Styled(stage.Stage.Name, TextStyle.Strong)} would be "
                + $"{console.Styled(NameOf(stage.Prospect), StyleOf(stage.Prospect))}: {Printable.Line(stage.Reason)}"
        );
        ChangeTable.Print(console, stage.Changes);
        if (stage.Parameters is { } parameters)
        {
            console.Out.WriteLine();
            console.Out.WriteLine(
                parameters.Count == 0 ? "Its code reads no parameter." : $"Parameters that its code reads: {string.Join(", ", parameters)}"
            );
        }

        if (stage.FingerprintWarnings.Count > 0)
        {
            console.Out.WriteLine();
            console.Out.WriteLine("What its fingerprint does not see:");
            foreach (var warning in stage.FingerprintWarnings)
            {
                console.Out.WriteLine($"  {Printable.Line(warning)}");
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, StageForecast stage)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", stage.Stage.Name);
        writer.WriteString("wouldBe", stage.Prospect.ToString().ToLowerInvariant());
        writer.WriteString("reason", stage.Reason);
        ChangeTable.WriteJson(writer, stage.Changes);
        if (stage.Parameters is { } parameters)
        {
            writer.WriteStartArray("parameters");
            foreach (var parameter in parameters)
            {
                writer.WriteStringValue(parameter);
            }

            writer.WriteEndArray();
        }

        RunJson.WriteFingerprintWarnings(writer, stage.FingerprintWarnings);
        writer.WriteEndObject();
    }

    private static string NameOf(Prospect prospect) =>
        prospect == Prospect.Open ? "executed or reused" : prospect.ToString().ToLowerInvariant();

    private static TextStyle StyleOf(Prospect prospect) =>
        prospect switch
        {
            Prospect.Reused => TextStyle.Dim,
            Prospect.Executed => TextStyle.Good,
            Prospect.Failed => TextStyle.Bad,
            _ => TextStyle.Warning,
        };
}
