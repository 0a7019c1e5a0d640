using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Aliases, reviews and their audit.</summary>
public sealed class ModelRegistryTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 11, 21, 14, 30, 55, TimeSpan.Zero);

    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task A_publication_makes_the_new_version_the_candidate()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 2);
        await PublishAsync(store, "income", [2], approvals: 1);

        var versions = await store.Registry.GetVersionsAsync("income");

        Assert.Equal(
            [(2, 1, "candidate"), (1, 2, "")],
            versions.Select(static version => (version.Entry.Version, version.RequiredApprovals, string.Join(' ', version.Aliases)))
        );
        Assert.Equal(2, (await store.Registry.ResolveAsync("income", "candidate"))!.Entry.Version);
        Assert.Null(await store.Registry.ResolveAsync("income", "champion"));
        Assert.Null(await store.Registry.ResolveAsync("other", "candidate"));
    }

    [Fact]
    public async Task A_publication_without_a_change_makes_its_version_the_candidate_again()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 2);
        await PublishAsync(store, "income", [2], approvals: 2);
        await store.Registry.MoveAliasesAsync([new("income", "candidate", 1)], "ann");
        await store.Registry.ReviewAsync(Approval("income", 2, "ann"));
        var audited = (await store.Registry.GetAuditAsync()).Count;

        var entry = await PublishAsync(store, "income", [2], approvals: 2);

        Assert.Equal((2, true, 1), (entry.Version, entry.IsUnchanged, entry.MissingApprovals));
        Assert.Equal(2, (await store.Registry.ResolveAsync("income", "candidate"))!.Entry.Version);
        Assert.Equal(audited + 1, (await store.Registry.GetAuditAsync()).Count);
        await PublishAsync(store, "income", [2], approvals: 2);
        Assert.Equal(audited + 1, (await store.Registry.GetAuditAsync()).Count);
    }

    [Fact]
    public async Task An_alias_is_not_moved_twice_at_once()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 0);
        var move = new AliasMove("income", "champion", 1);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => store.Registry.MoveAliasesAsync([move, move], "ann"));

        Assert.Equal("The alias 'champion' of 'income' can't be moved twice at once.", exception.Message);
    }

    [Fact]
    public async Task An_alias_needs_the_approvals_of_different_people()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 2);
        Assert.Contains(
            "2 of 2 approvals by different people are missing (nobody",
            await RefusalAsync(store, new AliasMove("income", "champion", 1)),
            StringComparison.Ordinal
        );

        await store.Registry.ReviewAsync(Approval("income", 1, "ann"));
        var again = await store.Registry.ReviewAsync(Approval("income", 1, " ann "));
        Assert.Equal(1, again.MissingApprovals);
        Assert.Contains(
            "1 of 2 approvals by different people are missing (approved so far by ann)",
            await RefusalAsync(store, new AliasMove("income", "champion", 1)),
            StringComparison.Ordinal
        );

        Assert.Equal(0, (await store.Registry.ReviewAsync(Approval("income", 1, "bob"))).MissingApprovals);
        await store.Registry.MoveAliasesAsync([new("income", "champion", 1)], "ann");

        Assert.Equal(["candidate", "champion"], (await store.Registry.ResolveAsync("income", "champion"))!.Aliases);
    }

    [Theory]
    [InlineData("ann", "Ann")]
    [InlineData("ann", "ANN")]
    [InlineData("Andr\u00e9", "ANDR\u00c9")]
    [InlineData("\u0416", "\u0436")]
    public async Task One_person_approves_once_however_the_name_is_written(string first, string second)
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 2);
        await store.Registry.ReviewAsync(Approval("income", 1, first));

        var version = await store.Registry.ReviewAsync(Approval("income", 1, second) with { Time = Time.AddSeconds(1) });

        Assert.Equal(1, version.MissingApprovals);
        Assert.Equal(second, Assert.Single(version.Reviews).Reviewer);
        Assert.Equal(1, Sql.Query(Path.Combine(_sandbox.StorePath, "store.db"), "SELECT count(*) FROM reviews"));
        Assert.True((await store.Registry.ReviewAsync(Approval("income", 1, first) with { IsApproval = false })).IsRejected);
        var again = await store.Registry.ReviewAsync(Approval("income", 1, second) with { Time = Time.AddSeconds(2) });
        Assert.Equal((false, 1), (again.IsRejected, again.MissingApprovals));
    }

    [Theory]
    [InlineData("Andr\u00e9", "andre\u0301")]
    [InlineData("\u00c5sa", "a\u030asa")]
    public async Task An_accent_apart_from_its_letter_makes_no_other_person(string first, string second)
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 2);
        await store.Registry.ReviewAsync(Approval("income", 1, first));

        // Without the data of Unicode, which a program with InvariantGlobalization lacks, it can't be told: then such a name is refused.
        if (second.Normalize() == second)
        {
            var refusal = await Assert.ThrowsAsync<RegistryException>(() => store.Registry.ReviewAsync(Approval("income", 1, second)));
            Assert.Contains("one character each", refusal.Message, StringComparison.Ordinal);
            return;
        }

        var version = await store.Registry.ReviewAsync(Approval("income", 1, second));
        Assert.Equal(second.Normalize(), Assert.Single(version.Reviews).Reviewer);
    }

    [Theory]
    [InlineData("ann\u200b", "U+200B")]
    [InlineData("\u202eann", "U+202E")]
    [InlineData("a\nb", "U+000A")]
    [InlineData("ann\u001b[31m", "U+001B")]
    [InlineData("ann\u2028x", "U+2028")]
    [InlineData("ann\u2029x", "U+2029")]
    [InlineData("ann\u0378", "U+0378")]
    [InlineData("ann\udb40\udc01", "U+E0001")]
    [InlineData("\ufeffann", "U+FEFF")]
    public async Task A_name_with_what_nobody_sees_is_refused(string name, string character)
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 0);
        var audited = (await store.Registry.GetAuditAsync()).Count;

        var review = await Assert.ThrowsAsync<RegistryException>(() => store.Registry.ReviewAsync(Approval("income", 1, name)));
        var move = await Assert.ThrowsAsync<RegistryException>(() => store.Registry.MoveAliasesAsync([new("income", "champion", 1)], name));

        Assert.Equal($"A review needs the name of the person in characters that can be seen, but it has {character}.", review.Message);
        Assert.EndsWith($"but it has {character}.", move.Message, StringComparison.Ordinal);
        Assert.Equal(audited, (await store.Registry.GetAuditAsync()).Count);
        Assert.Empty((await store.Registry.ResolveAsync("income", "candidate"))!.Reviews);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_no_name()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 0);

        await Assert.ThrowsAsync<RegistryException>(() => store.Registry.ReviewAsync(Approval("income", 1, "ann" + (char)0xD800)));
    }

    [Fact]
    public async Task Names_that_an_older_program_took_for_other_people_count_once()
    {
        await using (var store = _sandbox.Open())
        {
            await PublishAsync(store, "income", [1], approvals: 3);
            await store.Registry.ReviewAsync(Approval("income", 1, "ann"));
        }

        Sql.Execute(
            Path.Combine(_sandbox.StorePath, "store.db"),
            """
            INSERT INTO reviews SELECT name, version, 'Ann', 0, 'no', time + 1 FROM reviews WHERE reviewer = 'ann';
            INSERT INTO reviews SELECT name, version, 'ann' || char(8203), 1, 'yes', time + 2 FROM reviews WHERE reviewer = 'ann';
            INSERT INTO reviews SELECT name, version, 'bob', 1, NULL, time - 1 FROM reviews WHERE reviewer = 'ann';
            """
        );

        await using var again = _sandbox.Open();
        var version = Assert.Single(await again.Registry.GetVersionsAsync("income"));
        Assert.Equal((false, 1), (version.IsRejected, version.MissingApprovals));
        Assert.Equal([null, "yes"], version.Reviews.Select(static review => review.Comment));
        Assert.Equal(2, (await again.Registry.ReviewAsync(Approval("income", 1, "ANN"))).Reviews.Count);
        Assert.Equal(2, Sql.Query(Path.Combine(_sandbox.StorePath, "store.db"), "SELECT count(*) FROM reviews"));
    }

    [Fact]
    public async Task A_persons_later_review_replaces_the_earlier()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 1);
        await store.Registry.ReviewAsync(Approval("income", 1, "ann"));

        var rejected = await store.Registry.ReviewAsync(Approval("income", 1, "ann") with { IsApproval = false, Comment = "biased" });

        Assert.True(rejected.IsRejected);
        Assert.Equal("biased", Assert.Single(rejected.Reviews).Comment);
        Assert.Contains(
            "ann rejected it: biased",
            await RefusalAsync(store, new AliasMove("income", "champion", 1)),
            StringComparison.Ordinal
        );
        Assert.True((await store.Registry.ReviewAsync(Approval("income", 1, "ann"))).IsUsable);
    }

    [Fact]
    public async Task One_rejection_outweighs_enough_approvals()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 1);
        await store.Registry.ReviewAsync(Approval("income", 1, "ann"));
        await store.Registry.ReviewAsync(Approval("income", 1, "bob") with { IsApproval = false });

        Assert.Contains("bob rejected it", await RefusalAsync(store, new AliasMove("income", "champion", 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_of_a_live_version_leaves_its_alias_and_tells()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 0);
        await store.Registry.MoveAliasesAsync([new("income", "champion", 1)], "ann");

        var version = await store.Registry.ReviewAsync(Approval("income", 1, "bob") with { IsApproval = false });

        Assert.True(version.IsRejected);
        Assert.Equal(["candidate", "champion"], version.Aliases);
        Assert.NotNull(await store.Registry.ResolveAsync("income", "champion"));
    }

    [Fact]
    public async Task All_moves_are_made_or_none()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 0);
        await PublishAsync(store, "income", [2], approvals: 1);
        var audited = (await store.Registry.GetAuditAsync()).Count;

        await RefusalAsync(store, new AliasMove("income", "champion", 1), new AliasMove("income", "challenger", 2));

        Assert.Null(await store.Registry.ResolveAsync("income", "champion"));
        Assert.Equal(audited, (await store.Registry.GetAuditAsync()).Count);
        await store.Registry.MoveAliasesAsync(
            [new("income", "champion", 1), new("income", "previous", 1), new("income", "candidate", null)],
            "ann"
        );
        Assert.Equal(["champion", "previous"], (await store.Registry.GetVersionsAsync("income"))[1].Aliases);
        Assert.Null(await store.Registry.ResolveAsync("income", "candidate"));
    }

    [Theory]
    [InlineData("incme", "champion", 1, "Nothing is published under the name 'incme'; published are income, other; did you mean 'income'?")]
    [InlineData("zzz", "champion", 1, "Nothing is published under the name 'zzz'; published are income, other.")]
    [InlineData("income", "zzz", null, "'income' has no alias 'zzz'; it has candidate.")]
    [InlineData("income", "champion", 9, "'income' has no version 9; it has 1.")]
    [InlineData(
        "income",
        "Champion",
        1,
        "An alias consists of lower-case letters, digits and hyphens and begins with a letter, such as 'champion', but this one is "
            + "'Champion'."
    )]
    [InlineData("income", "candidat", null, "'income' has no alias 'candidat'; it has candidate; did you mean 'candidate'?")]
    [InlineData(
        "incme",
        "candidate",
        null,
        "Nothing is published under the name 'incme'; published are income, other; did you mean 'income'?"
    )]
    public async Task What_is_not_there_is_refused_with_what_is(string name, string alias, int? version, string message)
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 0);
        await PublishAsync(store, "other", [1], approvals: 0);

        Assert.Equal(message, await RefusalAsync(store, new AliasMove(name, alias, version)));
    }

    [Fact]
    public async Task An_alias_is_moved_once_in_a_call()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 0);

        Assert.Contains(
            "twice",
            await RefusalAsync(store, new AliasMove("income", "champion", 1), new AliasMove("income", "champion", 1)),
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<RegistryException>(() => store.Registry.MoveAliasesAsync([new("income", "champion", 1)], " "));
        await Assert.ThrowsAsync<RegistryException>(() => store.Registry.ReviewAsync(Approval("income", 1, "")));
        await Assert.ThrowsAsync<RegistryException>(() => store.Registry.ReviewAsync(Approval("income", 2, "ann")));
    }

    [Fact]
    public async Task Everything_is_audited()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 1);
        await store.Registry.ReviewAsync(Approval("income", 1, "ann") with { Comment = "fine" });
        await store.Registry.ReviewAsync(Approval("income", 1, "bob") with { IsApproval = false });
        await store.Registry.ReviewAsync(Approval("income", 1, "bob"));
        await store.Registry.MoveAliasesAsync([new("income", "champion", 1)], "cat");
        await store.Registry.MoveAliasesAsync([new("income", "champion", 1)], "cat");
        await store.Registry.MoveAliasesAsync([new("income", "champion", null)], "dan");
        await PublishAsync(store, "other", [1], approvals: 0);

        var audit = await store.Registry.GetAuditAsync("income");

        Assert.Equal(
            [
                "1 run 1-income published 1",
                "2 ann approved 1 fine",
                "3 bob rejected 1",
                "4 bob approved 1",
                "5 cat alias-moved 1 champion",
                "6 dan alias-removed 1 champion",
            ],
            audit.Select(
                static (record, index) =>
                    $"{record.Sequence} {record.Actor} {record.Action} "
                    + $"{record.Version}{(record.Detail is null || index == 0 ? "" : $" {record.Detail}")}"
            )
        );
        Assert.Equal(7, (await store.Registry.GetAuditAsync()).Count);
        var check = await store.Registry.VerifyAuditAsync();
        Assert.Equal((7L, null, true), (check.SoundRecords, check.Problem, check.IsWhole));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'eve' WHERE sequence = 2", 2)]
    [InlineData("UPDATE audit SET time = time + 1 WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit SET detail = '' WHERE sequence = 3", 3)]
    [InlineData("UPDATE audit SET actor = 'annapproved', action = '' WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM audit WHERE sequence = 2", 2)]
    [InlineData("DELETE FROM audit WHERE sequence = 1; UPDATE audit SET sequence = sequence - 1", 1)]
    [InlineData("UPDATE audit SET hash = zeroblob(32) WHERE sequence = 4", 4)]
    public async Task A_changed_record_breaks_the_chain(string sql, int broken)
    {
        await using (var store = _sandbox.Open())
        {
            await PublishAsync(store, "income", [1], approvals: 1);
            await store.Registry.ReviewAsync(Approval("income", 1, "ann"));
            await store.Registry.ReviewAsync(Approval("income", 1, "bob"));
            await store.Registry.MoveAliasesAsync([new("income", "champion", 1)], "cat");
        }

        Sql.Execute(Path.Combine(_sandbox.StorePath, "store.db"), sql);

        await using var reader = _sandbox.Open(readOnly: true);
        var check = await reader.Registry.VerifyAuditAsync();
        Assert.Equal((broken - 1, broken, false), (check.SoundRecords, check.FirstBroken, check.IsWhole));
        Assert.Contains($"record {broken}", check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_review_and_move_at_once_and_the_chain_stays_whole()
    {
        await using (var first = _sandbox.Open())
        {
            await PublishAsync(first, "income", [1], approvals: 0);
            await PublishAsync(first, "income", [2], approvals: 0);
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2),
            async (number, cancellation) =>
            {
                await using var store = _sandbox.Open();
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 50)
                        .Select(i => store.Registry.ReviewAsync(Approval("income", 1 + number, $"person{i}"), cancellation))
                );
                for (var i = 0; i < 20; i++)
                {
                    await store.Registry.MoveAliasesAsync(
                        [new("income", "champion", 1 + ((i + number) % 2)), new("income", "previous", 2 - ((i + number) % 2))],
                        $"mover{number}",
                        cancellation
                    );
                    var champion = (await store.Registry.ResolveAsync("income", "champion", cancellation))!;
                    Assert.DoesNotContain("previous", champion.Aliases);
                }
            }
        );

        await using var again = _sandbox.Open(readOnly: true);
        Assert.True((await again.Registry.VerifyAuditAsync()).IsWhole);
        Assert.All(await again.Registry.GetVersionsAsync("income"), static version => Assert.Equal(50, version.Reviews.Count));
    }

    [Fact]
    public async Task Gc_keeps_all_that_was_decided()
    {
        await using var store = _sandbox.Open();
        await PublishAsync(store, "income", [1], approvals: 1);
        await store.Registry.ReviewAsync(Approval("income", 1, "ann"));
        await StoreSandbox.CommitAsync(store, "later", "Stage", "key", [9]);
        await StoreSandbox.CommitAsync(store, "last", "Stage", "key2", [8]);

        await store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false);

        var version = Assert.Single(await store.Registry.GetVersionsAsync());
        Assert.Equal(("1-income", "ann"), (version.Entry.RunId, Assert.Single(version.Reviews).Reviewer));
        Assert.Equal(
            (2L, true),
            ((await store.Registry.VerifyAuditAsync()).SoundRecords, (await store.Registry.VerifyAuditAsync()).IsWhole)
        );
    }

    [Fact]
    public async Task A_store_that_was_opened_for_reading_refuses_changes()
    {
        await using (var writer = _sandbox.Open())
        {
            await PublishAsync(writer, "income", [1], approvals: 0);
        }

        await using var store = _sandbox.Open(readOnly: true);
        Assert.Equal(
            StoreProblem.ReadOnly,
            (await Assert.ThrowsAsync<StoreException>(() => store.Registry.ReviewAsync(Approval("income", 1, "ann")))).Problem
        );
        Assert.Equal(
            StoreProblem.ReadOnly,
            (await Assert.ThrowsAsync<StoreException>(() => store.Registry.MoveAliasesAsync([new("income", "champion", 1)], "ann"))).Problem
        );
        Assert.Equal(1, (await store.Registry.ResolveAsync("income", "candidate"))!.Entry.Version);
    }

    public void Dispose() => _sandbox.Dispose();

    internal static async Task<PublishedEntry> PublishAsync(IStore store, string name, byte[] content, int approvals)
    {
        var number = (await store.Runs.GetRunsAsync(new RunFilter())).Count + 1;
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun($"{number}-{name}"));
        var artifact = await StoreSandbox.StageAsync(store, content);
        var pending = await run.CommitAsync(
            StoreSandbox.NewExecution("Release", null, artifact) with
            {
                Publication = new Publication(name, artifact.Reference, "Model", "model v1", approvals),
            }
        );
        var committed = await pending.Durable;
        await run.FinishAsync(RunStatus.Succeeded, null, Time);
        return committed.Published!;
    }

    private static Review Approval(string name, int version, string reviewer) =>
        new(name, version, reviewer, IsApproval: true, Comment: null, Time);

    private static async Task<string> RefusalAsync(IStore store, params AliasMove[] moves) =>
        (await Assert.ThrowsAsync<RegistryException>(() => store.Registry.MoveAliasesAsync(moves, "ann"))).Message;
}
