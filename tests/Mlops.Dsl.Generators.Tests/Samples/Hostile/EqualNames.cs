#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

namespace A { [Pipeline("a")] public sealed partial class P { [Stage] public int S() => 1; } [Pipeline("b")] public sealed partial class p { [Stage] public int S() => 1; } }
namespace B { [Pipeline("c")] public sealed partial class P { [Stage] public int S() => 1; } }
namespace C.P { [Pipeline("d")] public sealed partial class Run { [Stage] public int S() => 1; } }
namespace Mlops.Dsl { [Pipeline("e")] public sealed partial class Generated2 { [Stage] public int S() => 1; } }
[Pipeline("f")] public sealed partial class P { [Stage] public int S() => 1; }
public partial class Outer { [Pipeline("g")] public sealed partial class P { [Stage] public int S() => 1; } }
