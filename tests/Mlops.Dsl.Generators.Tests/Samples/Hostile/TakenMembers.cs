#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

[Pipeline("members")]
public sealed partial class P
{
    private const int Graph = 1;
    private int Graph2() => Graph;
    private class Locations { }
    [Parameter] public int pipeline { get; init; }
    [Parameter] public int values { get; init; }
    [Parameter] public int defaults { get; init; }
    [Stage] public int Report() => 1;
    [Stage] public int Succeeded() => Graph2();
    [Stage] public int call([From("Report")] int result, [From("Succeeded")] int call) => result;
    [Stage] public int Stage() => 1;
    [Stage] public int Create() => 1;
    [Stage] public int CreatePipeline() => 1;
    [Stage] public (int GetType, int MemberwiseClone, int Tuple) Tuple() => (1, 2, 3);
}
