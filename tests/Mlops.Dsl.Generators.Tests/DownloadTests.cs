using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests;

/// <summary>Bodies of sources that download.</summary>
public sealed class DownloadTests
{
    private const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Theory]
    [InlineData("", "")]
    [InlineData(", MaxBytes = 1_000_000_000_000", ", 1000000000000L")]
    [InlineData(", MaxBytes = -1", ", -1L")]
    public void The_largest_size_is_passed_on_where_it_is_declared(string declared, string passed)
    {
        var run = GeneratorRun.Start(
            GeneratorProject.Create(
                $$"""
                using System.Threading;
                using System.Threading.Tasks;
                using Mlops.Dsl;
                namespace N;
                [Pipeline("p")]
                public sealed partial class P
                {
                    [Source("https://example.org/data.csv", Sha256 = "{{Digest}}"{{declared}})]
                    public partial Task<FileArtifact> Data(CancellationToken stop);
                }
                """
            )
        );

        GeneratedCode.AssertClean(run);
        Assert.Contains(
            run.Sources.Values,
            source =>
                source.Contains($".DownloadAsync(\"https://example.org/data.csv\", \"{Digest}\"{passed}, stop);", StringComparison.Ordinal)
        );
    }
}
