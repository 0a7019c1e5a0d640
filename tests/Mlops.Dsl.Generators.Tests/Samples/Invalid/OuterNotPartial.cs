using Mlops.Dsl;
public class Outer { [Pipeline("p")] public sealed partial class P { [Stage] public int A() => 1; } }
