namespace Mlops.Dsl.Analyzers.Tests.Contracts;

public class LockStaleTests
{
    /// <summary>Compatible changes: members, columns read and columns written, before and after, and the clause of the message.</summary>
    public static TheoryData<string[], string[], string> Compatible =>
        new()
        {
            { [""], ["[Parameter] public int Seed { get; init; } = 1;"], "parameter 'Seed' was added" },
            { [""], ["[Parameter] public int? Seed { get; init; }"], "parameter 'Seed' was added" },
            {
                ["[Parameter] public required int Seed { get; init; }"],
                ["[Parameter] public int Seed { get; init; } = 1;"],
                "parameter 'Seed' became optional"
            },
            {
                ["[Parameter] public int Seed { get; init; } = 1;"],
                ["[Parameter] public long Seed { get; init; } = 1;"],
                "parameter 'Seed' became long instead of int"
            },
            {
                ["[Parameter, Range(1, 9)] public int Seed { get; init; } = 1;"],
                ["[Parameter, Range(0, 9)] public int Seed { get; init; } = 1;"],
                "the range of parameter 'Seed' was widened from [1, 9] to [0, 9]"
            },
            {
                ["[Parameter, Range(1, 9)] public int Seed { get; init; } = 1;"],
                ["[Parameter] public int Seed { get; init; } = 1;"],
                "the range of parameter 'Seed' was removed"
            },
            { ["", "string Id"], ["", "string Id, string? Name"], "column 'Input.Name' was added" },
            { ["", "string Id, int N"], ["", "string Id, long N"], "column 'Input.N' became long instead of int" },
            { ["", "string Id, int N"], ["", "string Id, int? N"], "column 'Input.N' became optional" },
            {
                ["", "string Id, [Range(0, 5)] int N"],
                ["", "string Id, [Range(0, 9)] int N"],
                "the range of column 'Input.N' was widened from [0, 5] to [0, 9]"
            },
            { ["", "string Id, int N"], ["", "string Id, [Feature] int N"], "column 'Input.N' changed its role from none to feature" },
            { ["", "string Id", "string Id"], ["", "string Id", "string Id, string Name"], "required column 'Output.Name' was added" },
            {
                ["", "string Id", "string Id, long? N"],
                ["", "string Id", "string Id, int N"],
                "column 'Output.N' became int instead of long and column 'Output.N' became required"
            },
            {
                ["", "string Id", "string Id, int N"],
                ["", "string Id", "string Id, [Range(0, 9)] int N"],
                "the range of column 'Output.N' was added"
            },
            { [""], ["[Publish(\"more\")] public int More() => 1;"], "publication 'more' was added" },
        };

    [Theory]
    [MemberData(nameof(Compatible))]
    public async Task A_compatible_change_asks_for_a_new_lock(string[] before, string[] after, string clause) =>
        Assert.Equal(
            [
                $"MLP7002 The lock of pipeline 'demo' is out of date: {clause}; rewrite it, so that the next change is compared with what "
                    + $"is promised now",
            ],
            await LockTest.ChangeAsync(Source(before), Source(after))
        );

    [Fact]
    public async Task A_new_version_asks_for_a_new_lock() =>
        Assert.Equal(
            [
                "MLP7002 The lock of pipeline 'demo' is out of date: it holds version 1.0.0, and the pipeline has version 1.0.1; rewrite "
                    + "it, so that the next change is compared with what is promised now",
            ],
            await LockTest.ChangeAsync(LockTest.Source(), LockTest.Source(version: "1.0.1"))
        );

    [Theory]
    [InlineData("[Parameter] public int Seed { get; init; } = 1;", "[Parameter] public int Seed { get; init; } = 2;")]
    [InlineData(
        "[Parameter] public int Seed { get; init; } = 1;",
        "/// <summary>Says more.</summary>\n[Parameter] public int Seed { get; init; } = 1;"
    )]
    [InlineData("[Stage] public int Inner() => 1;", "[Stage] public long Renamed() => 1;")]
    [InlineData("[Stage] public int Inner() => 1;", "[Gate] public GateResult Ok() => GateResult.Pass(\"\");")]
    public async Task What_nobody_outside_relies_on_may_change(string before, string after) =>
        Assert.Empty(await LockTest.ChangeAsync(LockTest.Source(before), LockTest.Source(after)));

    [Fact]
    public async Task The_order_of_declarations_does_not_count() =>
        Assert.Empty(
            await LockTest.ChangeAsync(
                LockTest.Source(
                    "[Parameter] public int A { get; init; } = 1; [Parameter] public int B { get; init; } = 1;",
                    "string A, int B"
                ),
                LockTest.Source(
                    "[Parameter] public int B { get; init; } = 1; [Parameter] public int A { get; init; } = 1;",
                    "int B, string A"
                )
            )
        );

    [Fact]
    public async Task A_row_that_is_renamed_or_moved_is_compared_by_its_columns()
    {
        var before = LockTest.Source(read: "string Id, string? Name");
        var moved =
            before.Replace("[Row] public sealed partial record Input(string Id, string? Name);", "", StringComparison.Ordinal)
            + "\nnamespace Elsewhere { [Row] public sealed partial record Input(string Id, string? Name); }";
        Assert.Empty(await LockTest.ChangeAsync(before, "using Elsewhere;\n" + moved));

        var renamed = LockTest.Source(read: "string Id").Replace("Input", "Given", StringComparison.Ordinal);
        Assert.Contains(
            "column 'Given.Name' was removed",
            Assert.Single(await LockTest.ChangeAsync(before, renamed)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Line_ends_spaces_and_order_in_the_file_do_not_count()
    {
        var text = LockTest.LockOf(LockTest.Source("[Parameter, Range(1, 9)] public int Seed { get; init; } = 1;"));
        var edited = "\uFEFF" + text.Replace("\n", "\r\n\t", StringComparison.Ordinal);
        Assert.Empty(
            await LockTest.ReportAsync(
                LockTest
                    .Project(LockTest.Source("[Parameter, Range(1, 9)] public int Seed { get; init; } = 1;"))
                    .WithAdditionalFile(LockTest.FileName, edited)
            )
        );
    }

    [Fact]
    public async Task A_pipeline_that_is_still_being_typed_is_not_compared()
    {
        var oldLock = LockTest.LockOf(LockTest.Source(read: "string Id, int N"));
        foreach (var half in (string[])["string Id, in N", "string Id, [Rang(1)] int N", "string Id, ", "string Id, int N, [Range(] int M"])
        {
            var project = LockTest.Project(LockTest.Source(read: half)).WithAdditionalFile(LockTest.FileName, oldLock);
            Assert.Empty(await Mlops.Dsl.Testing.Analysis.AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("[Parameter] public int A { get; init; } = 1; [Parameter] public int A { get; init; } = 1;")]
    [InlineData("[Publish(\"result\")] public int Second() => 1;")]
    [InlineData("[Stage] public int Read(int x) => x; [Stage] public int Read(long x) => 1;")]
    [InlineData("[Parameter] public int Read { get; init; }")]
    public async Task What_is_declared_twice_makes_no_analyzer_throw(string members)
    {
        var project = LockTest
            .Project(LockTest.Source(members, "string Id, string Id"))
            .WithAdditionalFile(LockTest.FileName, LockTest.LockOf(LockTest.Source()))
            .WithBuildProperty("MlopsDslLockStages", "true");
        var reported = await Mlops.Dsl.Testing.Analysis.AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == "MLP7003");
    }

    [Fact]
    public async Task A_publication_that_a_hand_written_lock_promises_by_type_alone_is_not_broken()
    {
        var source = LockTest.Source("[Publish(\"weights\")] public double[] Weights() => [];");
        var byHand = LockTest.LockOf(source).Replace(", \"codec\": \"list(float64)\"", "", StringComparison.Ordinal);
        Assert.Contains(
            "the parts of publication 'weights' are promised now",
            Assert.Single(await LockTest.ReportAsync(LockTest.Project(source).WithAdditionalFile(LockTest.FileName, byHand))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Outputs_of_stages_count_where_the_project_says_so()
    {
        var before = LockTest.Source("[Stage] public (int Low, int High) Bounds() => (1, 2);");
        var after = LockTest.Source("[Stage] public (int Low, long High) Bounds() => (1, 2);");
        var project = LockTest
            .Project(after)
            .WithAdditionalFile(LockTest.FileName, LockTest.LockOf(before, withStages: true))
            .WithBuildProperty("MlopsDslLockStages", "true");
        Assert.Contains(
            "output 'Bounds.High' has type long instead of int",
            Assert.Single(await LockTest.ReportAsync(project)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "the outputs of stages are no longer part of the contract",
            Assert.Single(await LockTest.ReportAsync(project.WithBuildProperty("MlopsDslLockStages", "false"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_fix_rewrites_the_lock_with_the_next_minor_version_or_without()
    {
        var changed = LockTest.Source("[Parameter] public int Seed { get; init; } = 1;", version: "1.2.3");
        var oldLock = LockTest.LockOf(LockTest.Source(version: "1.2.3"));
        var next = LockTest.Source("[Parameter] public int Seed { get; init; } = 1;", version: "1.3.0");
        Assert.Equal(LockTest.LockOf(next), await LockTest.FixAsync(changed, oldLock, next, "Set Version to 1.3.0 and rewrite the lock"));
        Assert.Equal(LockTest.LockOf(changed), await LockTest.FixAsync(changed, oldLock, changed, "Rewrite the lock"));
    }

    [Fact]
    public async Task A_version_that_is_a_constant_is_left_to_the_user()
    {
        var source = LockTest
            .Source("[Parameter] public int Seed { get; init; } = 1; private const string Current = \"1.0.0\";")
            .Replace("Version = \"1.0.0\"", "Version = Current", StringComparison.Ordinal);
        Assert.Equal(LockTest.LockOf(source), await LockTest.FixAsync(source, LockTest.LockOf(LockTest.Source()), source));
    }

    private static string Source(string[] parts) =>
        LockTest.Source(parts[0], parts.ElementAtOrDefault(1) ?? "string Id", parts.ElementAtOrDefault(2) ?? "string Id");
}
