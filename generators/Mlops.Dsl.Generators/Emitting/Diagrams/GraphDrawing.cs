using System.Globalization;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Emitting.Diagrams;

/// <summary>
/// Draws a graph in ASCII, one stage a line in topological order, with a lane for each stage whose output is still needed further down: a fork is where
/// a stage takes from a lane that goes on, a join is where lanes end.
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
        var rows = Enumerable.Range(0, stages.Count).Select(lanes.Draw).ToList();
        var drawn = lanes.Width > MostLanes ? stages.Select(List).ToList() : rows.ConvertAll(static row => row.Text);
        var result = new List<string>();
        for (var i = 0; i < drawn.Count; i++)
        {
            if (drawn.Count > MostStages && i >= FirstStages && i < drawn.Count - LastStages)
            {
                result.Add($": {(drawn.Count - FirstStages - LastStages).ToString(CultureInfo.InvariantCulture)} more stages");
                i = drawn.Count - LastStages - 1;
                continue;
            }

            result.Add(drawn[i]);
            if (lanes.Width <= MostLanes && rows[i].Below.Length > 0 && i < drawn.Count - 1)
            {
                result.Add(rows[i].Below);
            }
        }

        return result;

        string List(StageModel stage)
        {
            var from = string.Join(", ", StageLabel.Predecessors(stage).Select(index => stages[index].Name));
            return StageLabel.Write(stage) + (from.Length == 0 ? "" : $" <- {from}");
        }
    }
}
