using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>
/// Values that break what handles text carelessly: every verb that shows a run with such a parameter does, and prints nothing that a
/// terminal would obey.
/// </summary>
public sealed class HostileValueTests : IDisposable
{
    private readonly TestProgram _program = new(
        TestPipeline.Define(onParse: static call =>
        {
            if (call.GetPipeline<TestPipeline>().Verbose)
            {
                throw new InvalidOperationException($"failed in {call.GetPipeline<TestPipeline>().Folder}");
            }
        })
    );

    public static TheoryData<string> Values =>
        [
            "a\nb\r\nc\td",
            "\u001b]0;title\u0007\u001b[31m",
            "[red]x[/] [[y]]",
            "../../../etc/passwd",
            "/",
            "'\"`$(reboot);--",
            "\u202Egnp.exe",
            "\ud83d\ude00 ünïcödé 数据",
            "\ud800",
            "x\udc00y",
            "\0",
            "%s %n {0} {{",
            "</script>&amp;",
            "--help",
            "NULL",
            new string('x', 100_000),
        ];

    public void Dispose() => _program.Dispose();

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_parameter_may_be_any_text(string value)
    {
        var failed = await RunAsync(1, "run", $"--folder={value}", "--verbose");
        var resumed = await RunAsync(1, "resume");
        var run = await RunAsync(0, "run", $"--folder={value}");
        var explained = await RunAsync(0, "explain", $"--folder={value}");
        foreach (
            var verb in (string[][])
                [
                    ["show", "latest", "--logs"],
                    ["show", "latest", "--json"],
                    ["runs"],
                    ["diff", "latest", "latest~1"],
                    ["artifact", "lineage", "Parse"],
                    ["artifact", "lineage", "Parse", "--json"],
                ]
        )
        {
            await RunAsync(0, verb);
        }

        Assert.Contains("Parse failed", failed.Out + resumed.Out, StringComparison.Ordinal);
        Assert.Contains("succeeded", run.Out, StringComparison.Ordinal);
        Assert.Contains("reused", explained.Out, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_name_that_is_none_is_a_usage_error(string value)
    {
        await _program.RunAsync("run");
        foreach (
            var verb in (string[][])
                [
                    ["artifact", "show", $"x{value}"],
                    ["show", $"x{value}"],
                    ["explain", $"x{value}"],
                    ["cache", "clear", $"x{value}"],
                ]
        )
        {
            var run = await RunAsync(2, verb);

            Assert.NotEmpty(run.Errors);
        }
    }

    private async Task<ProgramRun> RunAsync(int exitCode, params string[] args)
    {
        var run = await _program.RunAsync(args);
        Assert.True(run.ExitCode == exitCode, $"{string.Join(' ', args)}: {run.ExitCode}, {run.Error}{run.Out}");
        Assert.DoesNotContain(run.Out + run.Error, static c => c is not ('\n' or '\r' or '\t') && (char.IsControl(c) || c == '\u202E'));
        return run;
    }
}
