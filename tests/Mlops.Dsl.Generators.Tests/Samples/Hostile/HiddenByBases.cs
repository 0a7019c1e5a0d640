#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

public class Base { protected class PipelineGraph; protected class StageCall; public class RunOptions; public int Codecs => 1; }

[Pipeline("hidden-by-bases")]
public sealed partial class P : Base { [Stage] public int A() => 1; [Parameter] public int X { get; init; } }

public partial class Outer
{
    public class PipelineGraph;
    public class PipelineDefinition;
    public static int StageKind => 1;
    [Pipeline("hidden-by-outer")] internal sealed partial class Q { [Stage] public PipelineGraph A() => null!; [Parameter] public int X { get; init; } }
}
