using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Storage;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary><c>model</c>: what people decide about published entries.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task A_version_goes_from_candidate_to_champion()
    {
        await PublishAsync("income", approvals: 2);

        var first = await RunAsync("model", "approve", "income", "1", "--as", "ann", "--comment", "fine");
        Assert.Equal(
            ["ann approved income version 1.", "1 more approval by another person needed: docs model approve income 1"],
            Lines(first.Out)
        );
        var early = await RunAsync("model", "alias", "income", "champion", "1");
        Assert.Equal(2, early.ExitCode);
        Assert.Equal(
            "'champion' can't name version 1 of 'income': 1 of 2 approvals by different people are missing (approved so far by ann).",
            Assert.Single(early.Errors)
        );

        var second = await RunAsync("model", "approve", "income", "1", "--as", "bob");
        Assert.Equal(["bob approved income version 1.", "Make it the champion: docs model alias income champion 1"], Lines(second.Out));
        var moved = await RunAsync("model", "alias", "income", "champion", "1");
        Assert.Equal((0, "'champion' of income names version 1"), (moved.ExitCode, moved.Out.Trim()));

        var shown = await RunAsync("model", "show", "income", "champion");
        Assert.Contains("income version 1", shown.Out, StringComparison.Ordinal);
        Assert.Contains("aliases    candidate, champion", shown.Out, StringComparison.Ordinal);
        Assert.Contains("fine", shown.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Make it", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_of_the_system_acts_unless_somebody_is_named()
    {
        await PublishAsync("income", approvals: 1);

        Assert.Contains(
            $"{Environment.UserName} approved income version 1.",
            (await RunAsync("model", "approve", "income", "1")).Out,
            StringComparison.Ordinal
        );
        await RunAsync("model", "alias", "income", "champion", "1");

        var audit = await RunAsync("model", "audit", "--json");
        var records = audit.Json.GetProperty("records").EnumerateArray().ToArray();
        Assert.True(audit.Json.GetProperty("whole").GetBoolean());
        Assert.Equal(["published", "approved", "alias-moved"], records.Select(static record => record.GetProperty("action").GetString()));
        Assert.Equal(
            ["run 1-income", Environment.UserName, Environment.UserName],
            records.Select(static record => record.GetProperty("actor").GetString())
        );
    }

    [Fact]
    public async Task A_rejection_of_the_champion_warns_and_says_what_to_do()
    {
        await PublishAsync("income", approvals: 0, content: 1);
        await PublishAsync("income", approvals: 0, content: 2);
        await RunAsync("model", "alias", "income", "champion", "2");

        var run = await RunAsync("model", "reject", "income", "2", "--as", "ann");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["ann rejected income version 2.", "No alias but 'candidate' may name it, since ann rejected it."], Lines(run.Out));
        Assert.Equal(
            "warning: the alias 'champion' still names the rejected version: move it with 'docs model alias income champion 1'",
            run.Error.Trim()
        );
    }

    [Fact]
    public async Task Versions_are_listed_with_their_state()
    {
        await PublishAsync("income", approvals: 2, content: 1);
        await PublishAsync("income", approvals: 0, content: 2);
        await PublishAsync("area", approvals: 0, content: 2);
        await RunAsync("model", "reject", "area", "1", "--as", "ann");

        var list = await RunAsync("model", "list");
        var json = (await RunAsync("model", "list", "income", "--json")).Json.EnumerateArray().ToArray();

        Assert.Equal(
            ["area 1 candidate rejected", "income 2 candidate no", "income 1 2 of"],
            Lines(list.Out)[1..].Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(4)))
        );
        Assert.Equal(
            [(2, 0, true), (1, 2, false)],
            json.Select(static version =>
                (
                    version.GetProperty("version").GetInt32(),
                    version.GetProperty("missingApprovals").GetInt32(),
                    version.GetProperty("usable").GetBoolean()
                )
            )
        );
        Assert.Equal("candidate", Assert.Single(json[0].GetProperty("aliases").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task An_alias_is_removed()
    {
        await PublishAsync("income", approvals: 0);

        Assert.Equal("'candidate' of income is removed", (await RunAsync("model", "alias", "income", "candidate", "--remove")).Out.Trim());
        var again = await RunAsync("model", "alias", "income", "candidate", "--remove", "--json");
        Assert.Equal((2, "'income' has no alias 'candidate', nor any other."), (again.ExitCode, Assert.Single(again.Errors)));
        var set = await RunAsync("model", "alias", "income", "champion", "1", "--json");
        Assert.Equal(1, set.Json.GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("model list incme", "nothing is published under the name 'incme'; published are income; did you mean 'income'?")]
    [InlineData("model show incme", "nothing is published under the name 'incme'; published are income; did you mean 'income'?")]
    [InlineData("model audit incme", "nothing is published under the name 'incme'; published are income; did you mean 'income'?")]
    [InlineData("model show income 7", "'income' has no version 7; it has 1")]
    [InlineData("model show income candidat", "'income' has no alias 'candidat'; it has candidate; did you mean 'candidate'?")]
    [InlineData("model approve incme 1", "Nothing is published under the name 'incme'; published are income; did you mean 'income'?")]
    [InlineData("model approve income 7", "'income' has no version 7; it has 1.")]
    [InlineData("model approve income candidate", "<version> must be a whole number from 1, but is 'candidate'")]
    [InlineData("model approve income", "'approve' needs <version>: The version's number")]
    [InlineData("model alias income champion", "'alias' needs <version>: the version's number; or --remove")]
    [InlineData("model alias income champion 1 --remove", "--remove and a <version> exclude each other")]
    [InlineData(
        "model alias income Champion 1",
        "An alias consists of lower-case letters, digits and hyphens and begins with a letter, such as 'champion', but this one is "
            + "'Champion'."
    )]
    [InlineData("model alias income champion --remve", "unknown option '--remve'; did you mean '--remove'?")]
    [InlineData("model aprove income 1", "unknown command 'aprove'; did you mean 'approve'?")]
    public async Task What_is_not_there_ends_with_code_2_and_a_hint(string args, string problem)
    {
        await PublishAsync("income", approvals: 1);

        var run = await RunAsync(args.Split(' '));

        Assert.Equal(problem, Assert.Single(run.Errors));
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task An_alias_instead_of_a_version_is_explained()
    {
        await PublishAsync("income", approvals: 1);

        Assert.Contains(
            "The alias 'candidate' names version 1 now.",
            (await RunAsync("model", "approve", "income", "candidate")).Error,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "--as needs the name of a person, but is empty",
            Assert.Single((await RunAsync("model", "approve", "income", "1", "--as", " ")).Errors)
        );
    }

    [Fact]
    public async Task Nothing_that_a_terminal_obeys_is_printed()
    {
        await PublishAsync("income", approvals: 1);
        await RunAsync("model", "reject", "income", "1", "--as", "eve", "--comment", "a\u001b]0;title\u0007\nb");

        // A store of before may hold such names.
        Sql.Execute(Path.Combine(_sandbox.StorePath, "store.db"), "UPDATE reviews SET reviewer = reviewer || char(27) || '[2J'");
        const string Name = @"eve\u001b[2J";
        const string Comment = @"a\u001b]0;title\u0007\nb";
        (string, string)[] shown = [("list", Name), ("show income", Name), ("show income", Comment), ("audit", Comment)];
        foreach (var (args, text) in shown)
        {
            var run = await RunAsync(["model", .. args.Split(' ')]);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains(text, run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', run.Out);
        }

        var refused = await RunAsync("model", "approve", "income", "1", "--as", "eve\u001b[2J");
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(
            "A review needs the name of the person in characters that can be seen, but it has U+001B.",
            Assert.Single(refused.Errors)
        );
    }

    [Fact]
    public async Task A_changed_audit_is_told_with_code_1()
    {
        await PublishAsync("income", approvals: 1);
        await RunAsync("model", "approve", "income", "1", "--as", "ann");
        Assert.Contains(
            "2 records in all, each as it was written",
            (await RunAsync("model", "audit", "income")).Out,
            StringComparison.Ordinal
        );
        Sql.Execute(Path.Combine(_sandbox.StorePath, "store.db"), "UPDATE audit SET actor = 'eve' WHERE sequence = 2");

        var text = await RunAsync("model", "audit");
        var json = await RunAsync("model", "audit", "--json");

        Assert.Equal((1, 1), (text.ExitCode, json.ExitCode));
        Assert.StartsWith(
            "the audit is broken: record 2 is not the one that was written",
            Assert.Single(text.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal(2, json.Json.GetProperty("firstBroken").GetInt32());
    }

    [Fact]
    public async Task Without_a_store_or_without_entries_it_says_so()
    {
        var missing = await RunAsync("model", "approve", "income", "1");
        Assert.Equal(1, missing.ExitCode);
        Assert.StartsWith("There is no store at", Assert.Single(missing.Errors), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_sandbox.StorePath));

        await (_sandbox.Open()).DisposeAsync();
        Assert.Equal("nothing is published", (await RunAsync("model", "list")).Out.Trim());
        Assert.Contains("nor under any other", Assert.Single((await RunAsync("model", "show", "income")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_a_run_says_what_its_version_needs()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(), "run", "--store", _sandbox.StorePath);

        Assert.Contains("published parsed-docs version 1 (candidate)", run.Out, StringComparison.Ordinal);
        Assert.Equal(
            "candidate; 2 approvals needed: docs model approve income 3",
            Mlops.Dsl.Runtime.App.Models.ModelText.NeedOf(
                new PublishedEntry("income", 3, default, "", "", "", 1, default, IsUnchanged: false) { MissingApprovals = 2 },
                "docs"
            )
        );
    }

    [Fact]
    public async Task A_version_shows_the_fingerprints_of_all_the_code_that_it_comes_of()
    {
        using var program = new TestProgram();
        await program.RunAsync("run");

        var text = await program.RunAsync("model", "show", "parsed-docs");
        var json = (await program.RunAsync("model", "show", "parsed-docs", "--json")).Json;
        var lineage = (await program.RunAsync("artifact", "lineage", json.GetProperty("artifact").GetString()!, "--json")).Json;

        var code = json.GetProperty("code")
            .EnumerateArray()
            .Select(static stage =>
                (Stage: stage.GetProperty("stage").GetString()!, Fingerprint: stage.GetProperty("fingerprint").GetString()!)
            )
            .ToList();
        Assert.True(code.Count > 1);
        Assert.Equal(
            lineage
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(static node => (node.GetProperty("stage").GetString()!, node.GetProperty("fingerprint").GetString()!))
                .Order(),
            code.Order()
        );
        Assert.All(code, stage => Assert.Matches($@"{stage.Stage}\s+{stage.Fingerprint[..12]}", text.Out));
    }

    public void Dispose() => _sandbox.Dispose();

    private static string[] Lines(string text) => text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private Task<ProgramRun> RunAsync(params string[] args) =>
        ProgramRun.OfAsync(TestPipeline.Define(), [.. args, "--store", _sandbox.StorePath]);

    private async Task PublishAsync(string name, int approvals, byte content = 1)
    {
        await using var store = _sandbox.Open();
        await ModelRegistryTests.PublishAsync(store, name, [content], approvals);
    }
}
