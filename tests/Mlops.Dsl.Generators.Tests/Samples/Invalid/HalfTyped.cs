// errors: any
using Mlops.Dsl;
[Pipeline("p")]
public sealed partial class P
{
    [Parameter] public double
    [Stage] public int A(
    [Stage, Timeout(] public (int X, ) B(int a => 1;
    [Source("{")] public partial
