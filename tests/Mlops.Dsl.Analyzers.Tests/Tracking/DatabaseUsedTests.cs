using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class DatabaseUsedTests
{
    private const string Using = "using System.Data; using System.Data.Common;\n";

    [Theory]
    [InlineData("[Stage] public int Run([FromServices] DbCommand command) => (int){|MLP3004:command.ExecuteScalar()|}!;")]
    [InlineData(
        "[Stage] public async Task<int> Run([FromServices] DbCommand command) { await using var reader = await "
            + "{|MLP3004:command.ExecuteReaderAsync()|}; return reader.FieldCount; }"
    )]
    [InlineData("[Stage] public int Run([FromServices] IDbCommand command) => {|MLP3004:command.ExecuteNonQuery()|};")]
    [InlineData(
        "[Stage] public string Run([FromServices] DbConnection database) { {|MLP3004:database.Open()|}; return database.Database; }"
    )]
    [InlineData(
        "[Stage] public int Run([FromServices] DbDataAdapter adapter) { var table = new DataTable(); {|MLP3004:adapter.Fill(table)|}; "
            + "return table.Rows.Count; }"
    )]
    public async Task A_query_in_a_cached_stage_is_reported(string members) =>
        await TrackingTest.Rules.VerifyAsync(Using + RuleTest.Pipeline(members));

    [Theory]
    [InlineData("[Stage, NoCache] public int Run([FromServices] DbCommand command) => command.ExecuteNonQuery();")]
    [InlineData("[Stage] public void Run([FromServices] DbCommand command) => command.ExecuteNonQuery();")]
    [InlineData("[Source] public int Run([FromServices] DbCommand command) => command.ExecuteNonQuery();")]
    [InlineData("[Stage] public int Run() { using var table = new DataTable(); table.Rows.Add(); return table.Rows.Count; }")]
    public async Task Sources_effects_and_tables_in_memory_are_not_reported(string members) =>
        await TrackingTest.Rules.VerifyAsync(Using + RuleTest.Pipeline(members));

    [Fact]
    public async Task The_fix_marks_the_stage() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<MarkNotCachedFix>(
            "[Stage] public int Run([FromServices] System.Data.Common.DbCommand command) => {|MLP3004:command.ExecuteNonQuery()|};",
            "[Stage, NoCache] public int Run([FromServices] System.Data.Common.DbCommand command) => command.ExecuteNonQuery();"
        );

    [Fact]
    public async Task A_helpers_stage_is_not_marked() =>
        Assert.Empty(
            await TrackingTest.Rules.TitlesAsync<MarkNotCachedFix>(
                RuleTest.Pipeline(
                    "[Stage] public int Run([FromServices] System.Data.Common.DbCommand command) => Help(command); private int "
                        + "Help(System.Data.Common.DbCommand command) => command.ExecuteNonQuery();"
                )
            )
        );
}
