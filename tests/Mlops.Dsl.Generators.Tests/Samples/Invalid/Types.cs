// errors: CS0246 CS0246 CS0246
using Mlops.Dsl;
[Pipeline("p")]
public sealed partial class P
{
    [Parameter] public Missing A { get; init; } = null!;
    [Stage] public Missing B() => null!;
    [Stage] public int C(List<Missing> x) => 1;
}
