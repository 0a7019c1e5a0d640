using Mlops.Dsl;
[Obsolete("no", true)] public record R(int X);
public record S(int X) { [Obsolete("no", true)] public int Y { get; init; } }
[Pipeline("p")] public sealed partial class P { [Obsolete("no", true), Stage] public int A() => 1; [Obsolete("x"), Stage] public R B() => new(1); [Obsolete("x"), Stage] public List<R> C() => []; [Stage] public S D() => new(1); }
[Pipeline("q")] public sealed partial class Q { [Obsolete("no", true), Parameter] public int X { get; init; } [Stage] public int A() => 1; }
[Row, Obsolete("no", true)] public sealed partial record T(int X);
[Obsolete("no", true)] public enum E { A }
[Pipeline("r")] public sealed partial class R2 { [Obsolete("x"), Stage] public Raw<T> B() => null!; [Obsolete("x"), Stage] public E C() => default; }
