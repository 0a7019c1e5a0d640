using System.Globalization;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Emitting.Diagrams;

/// <summary>
/// Draws a graph in ASCII, one stage a line in topological order, with a lane for each stage whose output is still needed further down: a
/// fork is where a stage takes from a lane that goes on, a join is where lanes end.
/// </summary>
internal static class GraphDrawing
{
    private const int MostStages = 40;
    private const int MostLanes = 16;
    private const int FirstStages = 24;
    private const int LastStages = 8;

    /// <summary>The drawing's lines.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<StageModel> stages)
    {
        if (stages.Count == 0)
        {
            return ["(no stages)"];
        }

        var lanes = new LaneDrawing(stages);
        var rows = Enumerable.Range(0, stages.Count).Select(index => lanes.Draw(index, IsShown(index))).ToList();
        var result = new List<string>();
        for (var i = 0; i < stages.Count; i++)
        {
            if (!IsShown(i))
            {
                result.Add($": {(stages.Count - FirstStages - LastStages).ToString(CultureInfo.InvariantCulture)} more stages");
                i = stages.Count - LastStages - 1;
                continue;
            }

            result.Add(lanes.Width > MostLanes ? List(stages[i]) : rows[i].Text);
            if (lanes.Width <= MostLanes && rows[i].Below.Length > 0 && i < stages.Count - 1)
            {
                result.Add(rows[i].Below);
            }
        }

        return result;

        bool IsShown(int index) => stages.Count <= MostStages || index < FirstStages || index >= stages.Count - LastStages;

        string List(StageModel stage)
        {
            var from = string.Join(", ", StageLabel.Predecessors(stage).Select(index => stages[index].Name));
            return StageLabel.Write(stage) + (from.Length == 0 ? "" : $" <- {from}");
        }
    }
}
