using Mlops.Dsl;
public class Base { public required int X { get; init; } }
[Pipeline("p")] public sealed partial class P : Base { [Stage] public int A() => 1; }
