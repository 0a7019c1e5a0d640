using Mlops.Dsl.Runtime.App.Output;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Artifacts;

/// <summary>
/// Prints a lineage as lines: below an artifact, indented, what it was made of. What has been printed already is named and not followed
/// again.
/// </summary>
internal sealed class LineageText(AppConsole console, Lineage lineage)
{
    private const int HashDigits = 12;

    /// <summary>Farther from the artifact, lines tell how far they are instead of being indented further.</summary>
    private const int DeepestIndent = 24;

    private readonly HashSet<int> _printed = [];

    /// <summary>Prints all of it.</summary>
    public void Print()
    {
        // A lineage can be as long as a program has stages: no call for each of its steps.
        var steps = new Stack<Step>([new Step(0, Input: null, Depth: 0, Indent: "", ChildIndent: "")]);
        while (steps.TryPop(out var step))
        {
            var node = lineage.Nodes[step.Node];
            var isNew = _printed.Add(step.Node);
            console.Out.WriteLine($"{step.Indent}{Describe(node, step.Input)}{(isNew || node.Inputs.Count == 0 ? "" : " …as above")}");
            for (var i = node.Inputs.Count - 1; i >= 0 && isNew; i--)
            {
                steps.Push(Below(step, node.Inputs[i], isLast: i == node.Inputs.Count - 1));
            }
        }
    }

    private static Step Below(Step step, LineageInput input, bool isLast) =>
        step.Depth >= DeepestIndent
            ? new Step(input.Node, input.Name, step.Depth + 1, $"{step.ChildIndent}({Number.Of(step.Depth + 1)}) ", step.ChildIndent)
            : new Step(
                input.Node,
                input.Name,
                step.Depth + 1,
                step.ChildIndent + (isLast ? "└─ " : "├─ "),
                step.ChildIndent + (isLast ? "   " : "│  ")
            );

    private string Describe(LineageNode node, string? input)
    {
        var taken = input is null ? "" : $"{Printable.Line(input)} = ";
        var hash = node.Artifact.ToString()[..HashDigits];
        if (node.Execution is not { } execution)
        {
            return $"{taken}{hash}, made by an execution that is no longer in the store";
        }

        var name = node.Output is null || node.Output == execution.Stage ? execution.Stage : $"{execution.Stage}.{node.Output}";
        var code = execution.Parts.Fingerprint is { } fingerprint ? $", code {fingerprint.ToString()[..HashDigits]}" : "";
        var parameters = execution.Parts.Parameters.Count == 0 ? "" : $", {string.Join(", ", execution.Parts.Parameters.Select(Describe))}";
        var token = execution.Parts.VersionToken is { } version ? $", version {Printable.Line(version)}" : "";
        return $"{taken}{console.Styled(name, TextStyle.Strong)} {hash} (run {Printable.Line(execution.RunId)}{code}{parameters}{token})";
    }

    private static string Describe(NamedText parameter) => Printable.Line($"{parameter.Name} {parameter.Value ?? "(not kept)"}");

    private sealed record Step(int Node, string? Input, int Depth, string Indent, string ChildIndent);
}
