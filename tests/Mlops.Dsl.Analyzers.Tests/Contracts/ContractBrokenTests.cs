using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

public class ContractBrokenTests
{
    /// <summary>Parameters: before, after, and the clause of the message.</summary>
    public static TheoryData<string, string, string> Parameters =>
        new()
        {
            { "[Parameter] public int Seed { get; init; } = 1;", "", "parameter 'Seed' was removed" },
            { "", "[Parameter] public required int Seed { get; init; }", "required parameter 'Seed' was added" },
            {
                "[Parameter] public int Seed { get; init; } = 1;",
                "[Parameter] public required int Seed { get; init; }",
                "parameter 'Seed' became required"
            },
            {
                "[Parameter] public long Seed { get; init; } = 1;",
                "[Parameter] public int Seed { get; init; } = 1;",
                "parameter 'Seed' became int instead of long"
            },
            {
                "[Parameter] public int Seed { get; init; } = 1;",
                "[Parameter] public string Seed { get; init; } = \"1\";",
                "parameter 'Seed' became string instead of int"
            },
            {
                "[Parameter] public int? Seed { get; init; } = 1;",
                "[Parameter] public int Seed { get; init; } = 1;",
                "parameter 'Seed' no longer takes null"
            },
            {
                "[Parameter] public string Key { get; init; } = \"a\";",
                "[Parameter, Required] public string Key { get; init; } = \"a\";",
                "parameter 'Key' may no longer be empty"
            },
            {
                "[Parameter] public string Key { get; init; } = \"a\";",
                "[Secret(Optional = true)] public string? Key { get; init; }",
                "parameter 'Key' became a secret"
            },
            {
                "[Parameter, Range(0.5, 0.95)] public double X { get; init; } = 0.8;",
                "[Parameter, Range(0.6, 0.95)] public double X { get; init; } = 0.8;",
                "the range of parameter 'X' was narrowed from [0.5, 0.95] to [0.6, 0.95]"
            },
            {
                "[Parameter, Range(1, 9)] public int X { get; init; } = 2;",
                "[Parameter, Range(1, 9, MaximumIsExclusive = true)] public int X { get; init; } = 2;",
                "the range of parameter 'X' was narrowed from [1, 9] to [1, 9)"
            },
            {
                "[Parameter] public int X { get; init; } = 2;",
                "[Parameter, Range(1, 9)] public int X { get; init; } = 2;",
                "the range of parameter 'X' was added"
            },
            {
                "[Parameter, Range(1, 9)] public int X { get; init; } = 6;",
                "[Parameter, Range(5, 20)] public int X { get; init; } = 6;",
                "the range of parameter 'X' was changed from [1, 9] to [5, 20]"
            },
            {
                "[Parameter, StringLength(9)] public string X { get; init; } = \"ab\";",
                "[Parameter, StringLength(9, MinimumLength = 2)] public string X { get; init; } = \"ab\";",
                "the length of parameter 'X' was narrowed from [0, 9] to [2, 9]"
            },
            {
                "[Parameter, RegularExpression(\"a+\")] public string X { get; init; } = \"a\";",
                "[Parameter, RegularExpression(\"a\")] public string X { get; init; } = \"a\";",
                "the pattern of parameter 'X' was changed from \"a+\" to \"a\""
            },
            {
                "[Parameter, AllowedValues(1, 2, 3)] public int X { get; init; } = 2;",
                "[Parameter, AllowedValues(1, 2)] public int X { get; init; } = 2;",
                "the list of allowed values of parameter 'X' was narrowed from [1, 2, 3] to [1, 2]"
            },
            {
                "[Parameter, DeniedValues(1)] public int X { get; init; } = 9;",
                "[Parameter, DeniedValues(1, 2)] public int X { get; init; } = 9;",
                "the list of denied values of parameter 'X' was narrowed from [1] to [1, 2]"
            },
            {
                "[Parameter] public string? X { get; init; }",
                "[Parameter, CreditCard] public string? X { get; init; }",
                "the check [CreditCard] of parameter 'X' was added"
            },
            {
                "[Parameter, Range(typeof(TimeSpan), \"0:00\", \"2:00\")] public TimeSpan X { get; init; } = TimeSpan.FromHours(1);",
                "[Parameter, Range(typeof(TimeSpan), \"0:00\", \"1:30\")] public TimeSpan X { get; init; } = TimeSpan.FromHours(1);",
                "the range of parameter 'X' was narrowed"
            },
        };

    /// <summary>Columns of a row that is read.</summary>
    public static TheoryData<string, string, string> ReadColumns =>
        new()
        {
            { "string Id, string? Name", "string Id", "column 'Input.Name' was removed" },
            { "string Id", "string Id, string Name", "required column 'Input.Name' was added" },
            { "string Id, int? N", "string Id, int N", "column 'Input.N' became required" },
            { "string Id, string? N", "string Id, [property: Required] string? N", "column 'Input.N' became required" },
            { "string Id, long N", "string Id, int N", "column 'Input.N' became int instead of long" },
            { "string Id, int N", "string Id, float N", "column 'Input.N' became float instead of int" },
            {
                "string Id, [Range(0, 9)] int N",
                "string Id, [Range(0, 5)] int N",
                "the range of column 'Input.N' was narrowed from [0, 9] to [0, 5]"
            },
            { "string Id, string N", "string Id, [Required] string N", "column 'Input.N' may no longer be empty" },
        };

    /// <summary>Columns of a row that is published.</summary>
    public static TheoryData<string, string, string> WrittenColumns =>
        new()
        {
            { "string Id, string? Name", "string Id", "column 'Output.Name' was removed" },
            { "string Id, int N", "string Id, int? N", "column 'Output.N' became optional" },
            { "string Id, int N", "string Id, long N", "column 'Output.N' became long instead of int" },
            {
                "string Id, [Range(0, 5)] int N",
                "string Id, [Range(0, 9)] int N",
                "the range of column 'Output.N' was widened from [0, 5] to [0, 9]"
            },
            { "string Id, [Range(0, 5)] int N", "string Id, int N", "the range of column 'Output.N' was removed" },
            { "string Id, [Label] int N", "string Id, [Feature] int N", "column 'Output.N' changed its role from label to feature" },
        };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task A_parameter_that_accepts_less_is_reported(string before, string after, string clause) =>
        AssertBroken(await LockTest.ChangeAsync(LockTest.Source(before), LockTest.Source(after)), clause);

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task The_opposite_of_a_change_is_not_broken_for_the_same_reason(string before, string after, string clause) =>
        Assert.DoesNotContain(
            await LockTest.ChangeAsync(LockTest.Source(after), LockTest.Source(before)),
            message => message.Contains(clause, StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(ReadColumns))]
    public async Task A_row_that_accepts_less_than_others_supply_is_reported(string before, string after, string clause) =>
        AssertBroken(await LockTest.ChangeAsync(LockTest.Source(read: before), LockTest.Source(read: after)), clause);

    [Theory]
    [MemberData(nameof(WrittenColumns))]
    public async Task A_row_that_gives_more_than_others_expect_is_reported(string before, string after, string clause) =>
        AssertBroken(await LockTest.ChangeAsync(LockTest.Source(written: before), LockTest.Source(written: after)), clause);

    [Fact]
    public async Task Publications_that_go_or_change_are_reported()
    {
        const string Numbers = "[Publish(\"numbers\")] public {0} Numbers() => [];";
        AssertBroken(
            await LockTest.ChangeAsync(LockTest.Source(Numbers.Replace("{0}", "int[]")), LockTest.Source()),
            "publication 'numbers' was removed"
        );
        AssertBroken(
            await LockTest.ChangeAsync(LockTest.Source(Numbers.Replace("{0}", "int[]")), LockTest.Source(Numbers.Replace("{0}", "long[]"))),
            "publication 'numbers' has type long[] instead of int[]"
        );
    }

    [Theory]
    [InlineData("double Bias", "double Bias, double Scale", "'Scale' was added")]
    [InlineData("double Bias, double Scale", "double Bias", "'Scale' was removed")]
    [InlineData("double Bias, double Scale", "double Scale", "'Bias' was removed")]
    [InlineData("double Bias", "float Bias", "'Bias' is float32 instead of float64")]
    [InlineData("DayOfWeek Day, double Bias", "double First, DayOfWeek Day, double Bias", "'First' was added before 'Day'")]
    public async Task A_published_type_that_is_made_of_other_parts_is_reported(string before, string after, string clause)
    {
        static string Source(string parts) =>
            LockTest.Source("[Publish(\"model\")] public Net Model() => null!;") + $"\npublic sealed record Net({parts});";
        AssertBroken(
            await LockTest.ChangeAsync(Source(before), Source(after)),
            $"the Net of publication 'model' is made of other parts: {clause}"
        );
    }

    [Fact]
    public async Task An_enum_member_of_a_published_type_that_goes_is_reported()
    {
        static string Source(string members) =>
            LockTest.Source("[Publish(\"day\")] public Day Model() => default;") + $"\npublic enum Day {{ {members} }}";
        AssertBroken(await LockTest.ChangeAsync(Source("Mon, Tue"), Source("Mon")), "the Day of publication 'day' is made of other parts");
    }

    [Fact]
    public async Task All_breaking_changes_are_named_in_one_message() =>
        Assert.Equal(
            [
                "MLP7001 Pipeline 'demo' breaks what version 1.0.0 promised in its lock: parameter 'Seed' was removed, column 'Input.Name' "
                    + "was removed and column 'Output.Id' became optional; undo that, or set Version to 2.0.0 and rewrite the lock",
            ],
            await LockTest.ChangeAsync(
                LockTest.Source("[Parameter] public int Seed { get; init; } = 1;", "string Id, string? Name"),
                LockTest.Source("[Parameter] public int Other { get; init; } = 1;", "string Id", "string? Id")
            )
        );

    [Theory]
    [InlineData("1.0.0", "1.0.1")]
    [InlineData("1.0.0", "1.9.0")]
    [InlineData("1.4.0", "1.5.0")]
    [InlineData("0.3.0", "0.3.9")]
    [InlineData("2.0.0", "1.0.0")]
    [InlineData("1.1.0-beta", "1.1.0")]
    [InlineData("1.1.0-beta", "1.1.0-rc")]
    public async Task A_version_that_promises_the_same_is_not_enough(string promised, string version) =>
        AssertBroken(
            await LockTest.ChangeAsync(
                LockTest.Source(read: "string A", version: promised),
                LockTest.Source(read: "string B", version: version)
            ),
            "column 'Input.A' was removed"
        );

    [Theory]
    [InlineData("1.0.0", "2.0.0")]
    [InlineData("1.0.0", "2.0.0-alpha")]
    [InlineData("1.0.0", "3.1.0")]
    [InlineData("0.3.1", "0.4.0")]
    [InlineData("0.3.1", "1.0.0")]
    [InlineData("2.0.0-alpha", "2.0.0-alpha")]
    [InlineData("2.0.0-alpha", "2.0.0")]
    [InlineData("0.4.0-alpha", "0.4.0-beta")]
    public async Task A_version_that_promises_anew_makes_the_lock_stale_alone(string promised, string version) =>
        Assert.StartsWith(
            "MLP7002",
            Assert.Single(
                await LockTest.ChangeAsync(
                    LockTest.Source(read: "string A", version: promised),
                    LockTest.Source(read: "string B", version: version)
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_place_is_the_version_and_a_pragma_is_obeyed()
    {
        var oldLock = LockTest.LockOf(LockTest.Source("[Parameter] public int Seed { get; init; } = 1;"));
        var marked = LockTest.Source().Replace("\"1.0.0\"", "{|MLP7001:\"1.0.0\"|}", StringComparison.Ordinal);
        await RuleGroupTest.VerifyAsync(LockTest.Project(marked).WithAdditionalFile(LockTest.FileName, oldLock));
        await RuleGroupTest.VerifyAsync(
            LockTest.Project("#pragma warning disable MLP7001\n" + LockTest.Source()).WithAdditionalFile(LockTest.FileName, oldLock)
        );
        await RuleGroupTest.VerifyAsync(
            LockTest.Project(LockTest.Source()).WithAdditionalFile(LockTest.FileName, oldLock) with
            {
                EditorConfig = "[*.cs]\ndotnet_diagnostic.MLP7001.severity = none\n",
            }
        );
    }

    [Fact]
    public async Task The_fix_sets_the_version_and_rewrites_the_lock()
    {
        var after = LockTest.Source(version: "2.0.0");
        var rewritten = await LockTest.FixAsync(
            LockTest.Source(),
            LockTest.LockOf(LockTest.Source("[Parameter] public int Seed { get; init; } = 1;")),
            after
        );
        Assert.Equal(LockTest.LockOf(after), rewritten);
    }

    [Fact]
    public async Task The_fix_adds_a_version_where_there_is_none()
    {
        static string Unversioned(string source) => source.Replace(", Version = \"1.0.0\"", "", StringComparison.Ordinal);
        var after = LockTest.Source(version: "2.0.0");
        var oldLock = LockTest.LockOf(Unversioned(LockTest.Source("[Parameter] public int Seed { get; init; } = 1;")));
        Assert.Equal(LockTest.LockOf(after), await LockTest.FixAsync(Unversioned(LockTest.Source()), oldLock, after));
    }

    private static void AssertBroken(IEnumerable<string> reported, string clause)
    {
        var message = Assert.Single(reported);
        Assert.StartsWith("MLP7001 ", message, StringComparison.Ordinal);
        Assert.Contains(clause, message, StringComparison.Ordinal);
    }
}
