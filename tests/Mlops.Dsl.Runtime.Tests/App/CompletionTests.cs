using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>What the shell offers while someone types.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("show ", "latest")]
    [InlineData("resume ", "latest")]
    [InlineData("diff latest ", "latest")]
    [InlineData("artifact list --run ", "latest")]
    [InlineData("explain --run ", "latest")]
    [InlineData("artifact show ", "Docs Good Parse Release parsed-docs")]
    [InlineData("artifact export P", "Parse")]
    [InlineData("artifact lineage parsed", "parsed-docs")]
    [InlineData("explain P", "Parse")]
    public async Task Names_from_the_store_are_offered(string line, string expected)
    {
        await _program.RunAsync("run");

        var offered = await SuggestAsync(line);

        Assert.Empty(expected.Split(' ').Except(offered));
    }

    [Fact]
    public async Task Every_run_is_offered()
    {
        await _program.RunAsync("run");
        await _program.RunAsync("run");
        var ids = (await _program.RunAsync("runs", "--json"))
            .Json.EnumerateArray()
            .Select(static run => run.GetProperty("run").GetString())
            .ToArray();

        var offered = await SuggestAsync("show ");

        Assert.Empty(ids.Except(offered));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("no store")]
    [InlineData("damaged")]
    [InlineData("empty name")]
    public async Task Without_a_store_that_can_be_read_nothing_is_offered_and_nothing_said(string state)
    {
        switch (state)
        {
            case "no store":
                Directory.CreateDirectory(_program.StorePath);
                await File.WriteAllTextAsync(Path.Combine(_program.StorePath, "strange.txt"), "", TestContext.Current.CancellationToken);
                break;
            case "damaged":
                await _program.RunAsync("run");
                await File.WriteAllBytesAsync(
                    Path.Combine(_program.StorePath, "store.db"),
                    new byte[100_000],
                    TestContext.Current.CancellationToken
                );
                break;
            default:
                break;
        }

        var store = state == "empty name" ? "" : _program.StorePath;
        var line = $"docs show --store \"{store}\" ";
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), $"[suggest:{line.Length}]", line);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain("latest", run.Out, StringComparison.Ordinal);
    }

    private async Task<string[]> SuggestAsync(string typed)
    {
        var line = $"docs --store \"{_program.StorePath}\" {typed}";
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), $"[suggest:{line.Length}]", line);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
