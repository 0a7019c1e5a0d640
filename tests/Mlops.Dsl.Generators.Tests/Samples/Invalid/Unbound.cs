using Mlops.Dsl;
[Pipeline("p")]
public sealed partial class P
{
    [Stage] public int A(string nobody) => 1;
    [Stage] public int B(double a) => 1;
    [Stage] public long C([From("nothing")] int x, [From(null!)] int y) => 1;
    [Stage, After("Nobody"), When("Nobody"), Unless(nameof(A)), ForEach("Nobody")] public void D() { }
    [Stage, ForEach(nameof(A))] public void E(int a) { }
}
