using Mlops.Dsl;
[Pipeline("p")] public sealed unsafe partial class P { [Stage] public int B(int*[] x) => 1; [Stage] public delegate*<int>[] C() => null!; }
