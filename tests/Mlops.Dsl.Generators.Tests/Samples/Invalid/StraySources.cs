using Mlops.Dsl;
public partial class NoPipeline { [Source("a/*")] public partial FileSet A(); [Source("b")] internal partial Task<FileArtifact> B<T>() where T : class, IDisposable, new(); }
public partial class Outer<T> where T : struct
{
    [Pipeline("inner")] public sealed partial class Inner { [Source("a/*")] public partial FileSet A(); [FromPublished(typeof(int), "x"), Source("a")] public partial T B(T? given); [Stage] public int C() => 1; }
}
public static partial class Static { [Source("a")] public static partial FileArtifact A(); }
[Pipeline("p")] public sealed partial class P { [Source("a")] public partial FileArtifact A<T>() where T : unmanaged; [Stage] public int B() => 1; }
