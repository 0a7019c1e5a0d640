// errors: CS0579 CS7036 CS7036
using Mlops.Dsl;
[Pipeline("p"), Pipeline("again")] public sealed partial class P { [Stage] public int A() => 1; }
[Pipeline] public sealed partial class Q { [Stage] public int A() => 1; [Stage, When] public void B() { } }
[Pipeline(null!, Version = null!)] public sealed partial class R { [Publish(null!)] public int A() => 1; }
[Pipeline("")] public sealed partial class S { [Stage, Timeout("ten"), Retry(-1, Delay = "x"), Resources(Cpu = double.NaN)] public int A() => 1; }
