// errors: CS0310 CS0452 CS0453 CS0453 CS8377
using Mlops.Dsl;
public class G<T> where T : struct { public T X { get; init; } }
public class H<T> where T : class;
public class I<T> where T : new();
public class J<T> where T : unmanaged;
public class K(int x) { public int X => x; }
[Pipeline("p")] public sealed partial class P { [Stage] public G<string> A() => null!; [Stage] public int B(G<string> a) => 1; [Stage] public List<H<int>> C() => null!; [Stage] public I<K> D() => null!; [Stage] public J<string> E() => null!; }
