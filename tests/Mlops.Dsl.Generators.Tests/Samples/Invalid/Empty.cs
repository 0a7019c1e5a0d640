using Mlops.Dsl;
[Pipeline("p")] public sealed partial class P { }
[Pipeline("p")] public sealed partial class Q;
