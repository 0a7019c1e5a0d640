using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.Tests.Storage;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>What only explanations read may be damaged: the run goes on.</summary>
public sealed class DamagedExplanationTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("UPDATE settings SET content = '{'")]
    [InlineData("UPDATE settings SET content = '[]'")]
    public async Task A_run_that_can_not_tell_why_a_stage_runs_says_so_and_runs_it(string damage)
    {
        await RunAsync();
        Sql.Execute(Path.Combine(_store.Path, "store.db"), damage);
        _store.CodeVersions["Fit"] = 2;
        var report = await RunAsync();

        Assert.True(report.Succeeded);
        Assert.Equal(StageOutcome.Executed, report.Stages[1].Outcome);
        Assert.Equal("earlier runs can't be compared with", report.Stages[1].Reason);
        Assert.Contains("Why stages run can't be told", Assert.Single(report.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE fingerprints SET symbols = x'0102'")]
    [InlineData("UPDATE fingerprints SET symbols = x'FFFFFF7F'")]
    [InlineData("DELETE FROM symbols")]
    [InlineData("DELETE FROM fingerprints")]
    public async Task Without_the_symbols_of_earlier_code_a_stage_runs_all_the_same(string damage)
    {
        await RunAsync();
        Sql.Execute(Path.Combine(_store.Path, "store.db"), damage);
        _store.CodeVersions["Fit"] = 2;
        var report = await RunAsync();

        Assert.True(report.Succeeded);
        Assert.StartsWith("code changed", report.Stages[1].Reason, StringComparison.Ordinal);
    }

    private Task<RunReport> RunAsync()
    {
        var graph = new Graph();
        var read = graph.Add("Read", [], static _ => 1);
        graph.Add("Fit", [read], static values => values[0] + 1);
        return _store.RunAsync(graph);
    }
}
