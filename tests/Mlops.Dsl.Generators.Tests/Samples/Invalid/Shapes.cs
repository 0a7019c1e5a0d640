using Mlops.Dsl;
[Pipeline("p")]
public sealed partial class P
{
    private int _state;
    [Stage] public int A<T>() => 1;
    [Stage] public ref int B() => ref _state;
    [Stage] public Span<int> C(ref int b, out int d, in int e) { d = 1; return default; }
    [Stage] public unsafe int* D() => null;
    [Stage] public async void E() => await Task.Yield();
    [Stage] public (int, int X) F() => (1, 2);
    [Stage] public int G() => 1;
    [Stage] public int G(int a) => 1;
    [Stage, Gate] public int H() => 1;
    [Gate] public bool I() => true;
    [Publish("x")] public void J() { }
    [Stage] public int g() => 1;
    [Stage] public Stream K() => Stream.Null;
    [Stage] public IEnumerable<dynamic> L() => [];
    [Source] public int M(int a) => 1;
}
