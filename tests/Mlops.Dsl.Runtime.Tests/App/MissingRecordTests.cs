using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Storage;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>A store's database is whole for SQLite, but somebody took records or tables out of it.</summary>
public sealed class MissingRecordTests : IDisposable
{
    private readonly TestProgram _program = new();

    private string Database => Path.Combine(_program.StorePath, "store.db");

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("delete from outputs")]
    [InlineData("delete from outputs where position = 0")]
    public async Task An_execution_without_its_outputs_is_not_reused(string sql)
    {
        await _program.RunAsync("run");
        Sql.Execute(Database, sql);

        var healed = await _program.RunAsync("run");
        var reused = await _program.RunAsync("run");

        Assert.Equal((0, ""), (healed.ExitCode, healed.Error));
        Assert.StartsWith("nothing to do", reused.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete from executions")]
    [InlineData("delete from runs")]
    [InlineData("drop table results")]
    public async Task Records_that_contradict_each_other_are_told_as_damage(string sql)
    {
        await _program.RunAsync("run");
        Sql.Execute(Database, sql);

        var run = await _program.RunAsync("run", "--seed", "7");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is damaged", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Contains("Restore it from a backup", run.Errors[0], StringComparison.Ordinal);
    }
}
