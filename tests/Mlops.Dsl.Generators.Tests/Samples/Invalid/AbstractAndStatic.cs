using Mlops.Dsl;
[Pipeline("p")] public abstract partial class P { [Stage] public int A() => 1; }
[Pipeline("q")] public static partial class Q { [Stage] public static int A() => 1; }
[Pipeline("f")] file sealed partial class F { [Stage] public int A() => 1; }
