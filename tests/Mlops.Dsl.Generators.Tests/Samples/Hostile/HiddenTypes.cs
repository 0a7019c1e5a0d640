#pragma warning disable CS8981, CS1591
using Mlops.Dsl;

namespace Hidden
{
    public class StageCall { }
    public class StageDefinition { }
    public class ValueTask { }
    public class System { }
    public class Mlops { }
    public class PipelineDefinition { }
    public class OutputDefinition { }
    public class Codecs { }
    public class var { }
    public class Task { }

    [global::Mlops.Dsl.Pipeline("hidden")]
    public sealed partial class P
    {
        public class RunOptions { }
        public class ParameterValues { }
        public class FileSet { }

        [global::Mlops.Dsl.Parameter] public int N { get; init; } = 3;
        [global::Mlops.Dsl.Stage] public int A() => N;
        [global::Mlops.Dsl.Stage] public async global::System.Threading.Tasks.Task<int> B(int a) { await global::System.Threading.Tasks.Task.Yield(); return a; }
        [global::Mlops.Dsl.Source("x/*")] public partial global::Mlops.Dsl.FileSet Files();
    }
}
