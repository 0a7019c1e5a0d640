using Mlops.Dsl;
[Pipeline("p")] public sealed partial class P<T> { [Stage] public int A() => 1; }
