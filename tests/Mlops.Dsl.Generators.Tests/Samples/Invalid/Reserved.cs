using Mlops.Dsl;
[Pipeline("p")] public sealed partial class P { public int Definition => 1; [Stage] public int RunAsync() => 1; }
[Pipeline("q")] public sealed partial class Q { public class RunResult { } [Stage] public int A() => 1; }
[Pipeline("r")] public sealed partial class Definition { [Stage] public int A() => 1; }
[Pipeline("s")] public sealed partial class RunResult { [Stage] public int A() => 1; }
