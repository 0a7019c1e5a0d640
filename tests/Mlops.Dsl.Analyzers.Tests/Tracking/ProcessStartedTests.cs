using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class ProcessStartedTests
{
    private const string Using = "using System.Diagnostics;\n";

    [Theory]
    [InlineData("[Stage] public int Run() { using var p = {|MLP3007:Process.Start(\"python\")|}; return p.ExitCode; }")]
    [InlineData("[Stage] public int Run() { var p = new Process(); {|MLP3007:p.Start()|}; return p.ExitCode; }")]
    [InlineData(
        "[Gate] public GateResult Ok() { using var p = {|MLP3007:Process.Start(new ProcessStartInfo(\"python\"))|}; return "
            + "GateResult.AtLeast(p!.ExitCode, 0); }"
    )]
    [InlineData("[Stage] public int Run() { Func<string, Process> start = {|MLP3007:Process.Start|}; return start(\"python\").ExitCode; }")]
    public async Task A_process_in_a_cached_stage_is_reported(string members) =>
        await TrackingTest.Rules.VerifyAsync(Using + RuleTest.Pipeline(members));

    [Theory]
    [InlineData("[Stage, NoCache] public int Run() { using var p = Process.Start(\"python\"); return p.ExitCode; }")]
    [InlineData("[Stage] public void Deploy() { using var p = Process.Start(\"kubectl\"); p.WaitForExit(); }")]
    [InlineData("[Source] public int Rows() { using var p = Process.Start(\"psql\"); return p.ExitCode; }")]
    [InlineData("[Stage] public int Id() => Process.GetCurrentProcess().BasePriority;")]
    public async Task Where_nothing_is_cached_nothing_is_reported(string members) =>
        await TrackingTest.Rules.VerifyAsync(Using + RuleTest.Pipeline(members));
}
