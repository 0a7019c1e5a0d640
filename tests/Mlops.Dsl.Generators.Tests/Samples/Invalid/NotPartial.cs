// The compiler is silent: the rule about the class speaks.
using Mlops.Dsl;
[Pipeline("p")] public sealed class P { [Stage] public int A() => 1; }
