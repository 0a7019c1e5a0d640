using System.CommandLine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Naming;
using Mlops.Dsl.Runtime.App.Graphs;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Commands;

/// <summary><c>graph</c>: the stages and how they depend on each other.</summary>
internal static class GraphVerb
{
    private static readonly string[] Formats = ["ascii", "mermaid", "dot"];

    public static void Build(VerbCommand command, VerbScope scope)
    {
        command.Examples =
        [
            new("", "draw it in the terminal"),
            new("--format mermaid", "for Markdown: GitHub and most editors draw it"),
            new("--format dot | dot -Tsvg > graph.svg", "with Graphviz"),
        ];
        scope.ForPipeline(
            command,
            (verb, definition) =>
            {
                var format = new Option<string>("--format") { Description = "ascii, mermaid or dot. Default: ascii", HelpName = "format" };
                format.CompletionSources.Add(Formats);
                verb.Add(format);
                verb.SetAction(parse => Print(definition, parse.GetValue(format) ?? "ascii", scope.IsJson(parse), scope.Console));
            }
        );
    }

    private static int Print(PipelineDefinition definition, string format, bool json, AppConsole console)
    {
        if (json)
        {
            JsonText.Print(console, writer => GraphJson.Write(writer, definition));
            return ExitCode.Success;
        }

        console.Out.WriteLine(
            format switch
            {
                "ascii" => AsciiGraph.Draw(definition),
                "mermaid" => MermaidGraph.Draw(definition),
                "dot" => DotGraph.Draw(definition),
                _ => throw new UsageException(
                    $"unknown format '{format}'{NearestName.Ask(format, Formats)}",
                    "The formats are ascii, mermaid and dot."
                ),
            }
        );
        return ExitCode.Success;
    }
}
