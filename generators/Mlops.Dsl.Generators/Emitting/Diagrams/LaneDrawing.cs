using System.Text;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Emitting.Diagrams;

/// <summary>A stage's line, and the lanes that go on below it.</summary>
internal sealed record DrawnRow(string Text, string Below);

/// <summary>Assigns lanes to stages and draws their rows, top down.</summary>
internal sealed class LaneDrawing
{
    private const int Free = -1;
    private readonly IReadOnlyList<StageModel> _stages;
    private readonly int[] _waiting;

    // Which stage's output each lane carries.
    private readonly List<int> _lanes = [];

    public LaneDrawing(IReadOnlyList<StageModel> stages)
    {
        _stages = stages;
        _waiting = new int[stages.Count];
        foreach (var predecessor in stages.SelectMany(StageLabel.Predecessors))
        {
            // An unsound graph is not in topological order: what is not yet drawn has no lane to take from.
            _waiting[predecessor]++;
        }
    }

    /// <summary>The greatest number of lanes side by side so far.</summary>
    public int Width => _lanes.Count;

    /// <summary>Draws the next stage. Stages must be drawn in order.</summary>
    /// <param name="index">The stage.</param>
    /// <param name="isShown">Whether its row is wanted; otherwise its texts are empty.</param>
    public DrawnRow Draw(int index, bool isShown)
    {
        var taken = StageLabel
            .Predecessors(_stages[index])
            .Select(predecessor => _lanes.IndexOf(predecessor))
            .Where(static lane => lane >= 0)
            .ToList();
        var ending = new HashSet<int>(taken.Where(lane => --_waiting[_lanes[lane]] == 0));
        var place = ending.Count > 0 ? ending.Min() : FirstFree();
        if (place == _lanes.Count)
        {
            _lanes.Add(Free);
        }

        var text = isShown ? Row(index, place, taken, ending) : "";
        foreach (var lane in ending)
        {
            _lanes[lane] = Free;
        }

        _lanes[place] = _waiting[index] > 0 ? index : Free;
        return new DrawnRow(text, isShown ? Below() : "");
    }

    private int FirstFree()
    {
        var free = _lanes.IndexOf(Free);
        return free < 0 ? _lanes.Count : free;
    }

    private string Row(int index, int place, List<int> taken, HashSet<int> ending)
    {
        var left = Math.Min(place, taken.DefaultIfEmpty(place).Min());
        var right = Math.Max(place, taken.DefaultIfEmpty(place).Max());
        var row = new StringBuilder();
        for (var lane = 0; lane < _lanes.Count; lane++)
        {
            row.Append(
                lane == place ? StageLabel.Sign(_stages[index])
                : taken.Contains(lane)
                    ? ending.Contains(lane) ? '\''
                        : '+'
                : _lanes[lane] != Free ? '|'
                : lane > left && lane < right ? '-'
                : ' '
            );
            row.Append(lane >= left && lane < right ? '-' : ' ');
        }

        return row.ToString().TrimEnd() + " " + StageLabel.Write(_stages[index]);
    }

    private string Below()
    {
        var row = new StringBuilder();
        foreach (var lane in _lanes)
        {
            row.Append(lane == Free ? "  " : "| ");
        }

        return row.ToString().TrimEnd();
    }
}
