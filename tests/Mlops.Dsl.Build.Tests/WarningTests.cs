using System.Text;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Build.Tests.Harness;

namespace Mlops.Dsl.Build.Tests;

/// <summary>What a fingerprint does not see reaches the build as a line that it repeats.</summary>
public sealed class WarningTests : IDisposable
{
    private const string Manifest = """
        [assembly: Mlops.Dsl.Execution.PipelineManifest("p", "{\"type\":\"P\",\"stages\":[{\"name\":\"A\",\"method\":\"A\"},{\"name\":\"B\",\"method\":\"B\"REST}]}")]

        """;

    private const string Class = """
        public class P
        {
            public int A() => 1;
            public object? B() => Type.GetType(Environment.GetEnvironmentVariable("X") ?? "")?.GetMethod("M")?.Invoke(null, null);
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_stage_whose_fingerprint_does_not_see_everything_has_a_line_with_its_place_and_the_reason()
    {
        Run("");
        var line = Assert.Single(File.ReadAllLines(_folder.File("out/warnings.txt"))).Split(' ').Select(Decode).ToArray();

        // Without debug information, the place is the project.
        Assert.Equal("/src/My.csproj", line[0]);
        Assert.StartsWith(
            "The fingerprint of stage 'B' does not see all of its code, so that a change there is not noticed. ",
            line[1],
            StringComparison.Ordinal
        );
        Assert.Contains("System.Reflection.", line[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",\\\"noCache\\\":true")]
    [InlineData(",\\\"effect\\\":true")]
    public void A_stage_that_runs_in_every_run_has_none(string policy)
    {
        Run(policy);
        Assert.False(File.Exists(_folder.File("out/warnings.txt")));
    }

    [Fact]
    public void What_is_settled_is_not_repeated()
    {
        Run("");
        Run(",\\\"noCache\\\":true");
        Assert.False(File.Exists(_folder.File("out/warnings.txt")));
    }

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    private void Run(string policy)
    {
        var path = _folder.File("Main.dll");
        var source = Manifest.Replace("REST", policy, StringComparison.Ordinal) + Class;
        File.WriteAllBytes(path, CorpusCompiler.Compile(CorpusProgram.Parse(source).Projects[^1], OptimizationLevel.Release));
        Assert.Equal((0, ""), BuildTool.RunOn(path, _folder));
    }
}
