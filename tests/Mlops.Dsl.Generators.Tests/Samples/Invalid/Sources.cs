// errors: CS8795
using Mlops.Dsl;
[Pipeline("p")]
public sealed partial class P
{
    [Parameter] public Stream Odd { get; init; } = Stream.Null;
    [Source("{Nobody}/*")] public partial FileSet A();
    [Source("{Odd}/*")] public partial FileSet B();
    [Source("{unclosed")] public partial FileSet C();
    [Source("http://example.org/x")] public partial FileArtifact D();
    [Source("http://example.org/x", Sha256 = "beef")] public partial Task<FileArtifact> E();
    [Source("x")] public partial int F();
    [Source("x")] public partial void G();
    [Source("")] internal partial ValueTask<FileSet> H(CancellationToken token = default, int more = 3);
    [Source] public partial FileSet I();
    [Source("{Odd}")] public static partial FileSet J();
    [Source("x", Version = "Nobody")] partial void K();
    [Stage] public partial int L();
}
