using Mlops.Dsl;
[Pipeline("p")] public sealed partial class P(int n) { [Stage] public int A() => n; }
[Pipeline("q")] public sealed partial record Q(string Name) { [Stage] public int A() => Name.Length; }
[Pipeline("r")] public sealed partial class R { public required int Other { get; init; } [Stage] public int A() => Other; }
