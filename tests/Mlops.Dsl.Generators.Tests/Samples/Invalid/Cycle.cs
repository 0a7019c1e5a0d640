using Mlops.Dsl;
[Pipeline("p")]
public sealed partial class P
{
    [Stage] public int A(int c) => c;
    [Stage] public int B(int a) => a;
    [Stage] public int C(int b) => b;
    [Source("x/*")] public partial FileSet Files();
    public static object Use() => P.Definition.Name + new P().RunAsync().Result.A;
}
