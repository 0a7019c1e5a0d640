using Mlops.Dsl;
public class Base { public int Definition => 1; public void RunAsync() { } protected class RunResult; }
[Pipeline("p")] public sealed partial class P : Base { [Stage] public int A() => 1; }
