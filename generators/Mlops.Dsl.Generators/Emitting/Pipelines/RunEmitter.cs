using System.Globalization;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>Writes <c>RunAsync</c> and <c>RunResult</c>: a run from code, with a property for each output.</summary>
internal static class RunEmitter
{
    // Members that every class has, and those of the result itself: an output of that name gets a longer one.
    private static readonly HashSet<string> TakenNames = new(StringComparer.Ordinal)
    {
        "Report",
        "Succeeded",
        "RunResult",
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "ReferenceEquals",
        "MemberwiseClone",
        "Finalize",
    };

    public static string Emit(PipelineModel pipeline) =>
        GeneratedFile.Extend(
            pipeline.Type,
            writer =>
            {
                if (!pipeline.Type.TakenNames.Contains("RunAsync") && !pipeline.Type.TakenNames.Contains("RunResult"))
                {
                    EmitRun(writer, pipeline);
                }

                if (!pipeline.Type.TakenNames.Contains("RunResult"))
                {
                    writer.Line();
                    EmitResult(writer, pipeline);
                }
            }
        );

    private static void EmitRun(SourceWriter writer, PipelineModel pipeline)
    {
        var engine = pipeline.Engine == Engine.OfProgram ? Abi.ProgramEngine : Abi.PipelineEngine;
        var definition = pipeline.Type.TakenNames.Contains("Definition") ? "null!" : "Definition";
        writer
            .Summary("Runs the pipeline with the parameters of this instance.")
            .Line(
                "/// <param name=\"options\">Where to keep the run and how to run it; by default it runs in memory and nothing is "
                    + "kept.</param>"
            )
            .Line(
                "/// <param name=\"cancellationToken\">Ends the run early: running stages are asked to stop, what was committed "
                    + "stays.</param>"
            )
            .Line("/// <returns>What became of the run: a stage's failure is told there, not thrown.</returns>")
            .Line(Abi.GeneratedCode)
            .Line(
                $"public async {Abi.Task}<RunResult> RunAsync({Abi.RunOptions}? options = null, {Abi.CancellationToken} cancellationToken "
                    + $"= default) =>"
            )
            .Indent()
            .Line($"new RunResult(await {engine}.RunAsync({definition}, this, options, cancellationToken).ConfigureAwait(false));")
            .Unindent();
    }

    private static void EmitResult(SourceWriter writer, PipelineModel pipeline)
    {
        writer
            .Summary(
                "What a run did and computed. Reading an output of a stage that has none in this run throws an exception that says why."
            )
            .Line(Abi.GeneratedCode)
            .Open("public sealed class RunResult")
            .Open($"internal RunResult({Abi.RunReport} report)")
            .Line("Report = report;")
            .Close()
            .Line()
            .Summary("What became of each stage.")
            .Line($"public {Abi.RunReport} Report {{ get; }}")
            .Line()
            .Summary("Whether every stage did its work and no gate refused.")
            .Line("public bool Succeeded => Report.Succeeded;");
        var used = new HashSet<string>(TakenNames, StringComparer.Ordinal);
        for (var stage = 0; stage < pipeline.Stages.Count; stage++)
        {
            for (var output = 0; output < pipeline.Stages[stage].Outputs.Count; output++)
            {
                EmitOutput(writer, used, pipeline.Stages[stage], stage, output);
            }
        }

        writer.Close();
    }

    private static void EmitOutput(SourceWriter writer, HashSet<string> used, StageModel stage, int stageIndex, int outputIndex)
    {
        var output = stage.Outputs[outputIndex];
        if (output.Accessibility is null)
        {
            return;
        }

        var name = output.Name;
        while (!used.Add(name))
        {
            name += "Output";
        }

        var index = $"{stageIndex.ToString(CultureInfo.InvariantCulture)}, {outputIndex.ToString(CultureInfo.InvariantCulture)}";
        var what = stage.Return.IsTuple
            ? $"<c>{DocComment.Escape(output.Name)}</c> of the stage <c>{DocComment.Escape(stage.Name)}</c>"
            : $"The output of <c>{DocComment.Escape(stage.Name)}</c>";
        writer
            .Line()
            .Summary($"{what}{(stage.ForEachInput >= 0 ? ", one element each" : "")}.")
            .Line(
                $"{output.Accessibility} {output.CollectedType} {Symbols.TypeText.Identifier(name)} => "
                    + $"Report.GetOutput<{output.CollectedType}>({index});"
            );
    }
}
