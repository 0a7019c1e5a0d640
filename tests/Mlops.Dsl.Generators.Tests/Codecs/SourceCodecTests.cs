using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Codecs;

public sealed class SourceCodecTests
{
    [Theory]
    [InlineData("[Source(\"*.csv\")] public partial FileSet Files();", "Codecs.FileSetInPlace")]
    [InlineData("[Source(\"a.csv\")] public partial FileArtifact Files();", "Codecs.FileArtifactInPlace")]
    [InlineData("[Source] public FileSet Files() => null!;", "Codecs.FileSetInPlace")]
    [InlineData("[Source(Version = nameof(Token))] public FileSet Files() => null!; public string Token => \"1\";", "Codecs.FileSet)")]
    [InlineData("[Source] public Found Files() => null!;", "FoundCodec.Instance")]
    [InlineData("[Stage] public FileSet Files() => null!;", "Codecs.FileSet)")]
    public void Only_files_that_are_found_again_in_every_run_stay_where_they_are(string declaration, string codec)
    {
        var run = GeneratorRun.Start(
            TestProject
                .Create(
                    $$"""
                    using Mlops.Dsl;
                    public sealed record Found(FileSet Files);
                    [Pipeline("files")] public sealed partial class FilesPipeline { {{declaration}} [Stage] public Found Copy(StageContext context) => null!; }
                    """
                )
                .WithGenerators(new PipelineGenerator())
        );
        run.Compilation.AssertCompiles();
        Assert.Contains(run.Sources.Values, source => source.Contains(codec, StringComparison.Ordinal));
    }
}
