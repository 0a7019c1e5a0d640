// errors: CS0246 CS8795 CS8795 CS8796
using Mlops.Dsl;
[Pipeline("p")] public sealed partial class P { [Source("a/*")] partial FileSet A(); [Source("a/*")] public partial ref int B(); [Source("a/*")] public partial Missing C(); }
