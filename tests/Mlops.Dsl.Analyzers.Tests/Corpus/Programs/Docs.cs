public sealed partial class TestPipeline
{
    [Source("docs/*.xml")]
    public partial FileSet Docs();
}
