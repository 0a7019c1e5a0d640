// errors: CS0722
using Mlops.Dsl;
public static class Tools;
[Pipeline("p")] public sealed partial class P { [Stage] public T A<T>() where T : new() => new(); [Stage] public List<T[]> B<T>() => []; [Stage] public Tools C() => null!; }
