using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

public sealed class CollectionTests : IDisposable
{
    private static readonly RetentionPolicy KeepOne = new() { KeepLast = 1 };
    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task What_only_a_removed_run_used_goes_and_the_rest_stays()
    {
        await using var store = _sandbox.Open();
        var (old, oldContent) = await CommitAsync(store, "run1", "Old", "old", 1);
        var (kept, keptContent) = await CommitAsync(store, "run2", "Kept", "kept", 2);

        var report = await store.CollectAsync(KeepOne, dryRun: false);

        Assert.Equal(["run1"], report.Runs);
        Assert.Equal((1, 1, 1), (report.Executions, report.Artifacts, report.KeptRuns));
        Assert.Equal((oldContent.Length, keptContent.Length), (report.Bytes, report.KeptBytes));
        Assert.Equal(["run2"], await RunsAsync(store));
        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("old")));
        Assert.False(store.Artifacts.Exists(old.Reference));
        Assert.Equal(keptContent, await StoreSandbox.ReadAsync(store, kept.Hash));
        await Assert.ThrowsAsync<MissingArtifactException>(async () => await store.Artifacts.OpenAsync(old.Hash));
    }

    [Fact]
    public async Task What_was_known_of_the_states_of_removed_objects_goes_with_them()
    {
        await using var store = _sandbox.Open();
        await StoreSandbox.CommitAsync(store, "run1", "Old", "old", StoreSandbox.RandomBytes(50_000, 1));
        await StoreSandbox.CommitAsync(store, "run2", "Kept", "kept", StoreSandbox.RandomBytes(50_000, 2));

        await store.CollectAsync(KeepOne, dryRun: false);

        Assert.Equal(1, Sql.Query(Path.Combine(_sandbox.StorePath, "store.db"), "SELECT count(*) FROM file_hashes"));
    }

    [Fact]
    public async Task Details_of_defects_go_after_thirty_days_and_nothing_else_does()
    {
        await using var store = _sandbox.Open();
        var name = new string('a', 32);
        string[] old = [$"error-20260101-000000-{name}.txt", $"error-20260102-000000-{name}.txt"];
        string[] kept =
        [
            $"error-20260103-000000-{name}.txt",
            "error-notes.txt",
            $"error-20260101-000000-{name}.txt.bak",
            $"my-error-20260101-000000-{name}.txt",
        ];
        foreach (var file in (string[])[.. old, .. kept])
        {
            var path = Path.Combine(_sandbox.StorePath, file);
            await File.WriteAllTextAsync(path, "details", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(file == kept[0] ? -29 : -31));
        }

        string[] Left() => [.. old.Concat(kept).Where(file => File.Exists(Path.Combine(_sandbox.StorePath, file)))];
        await store.CollectAsync(new RetentionPolicy(), dryRun: true);
        Assert.Equal([.. old, .. kept], Left());
        await store.CollectAsync(new RetentionPolicy(), dryRun: false);
        Assert.Equal(kept, Left());
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_removes_nothing()
    {
        await using var store = _sandbox.Open();
        await CommitAsync(store, "run1", "Old", "old", 1);
        await CommitAsync(store, "run2", "Kept", "kept", 2);

        var would = await store.CollectAsync(KeepOne, dryRun: true);
        Assert.Equal(["run2", "run1"], await RunsAsync(store));
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("old")));
        var did = await store.CollectAsync(KeepOne, dryRun: false);

        Assert.Equal(would.Runs, did.Runs);
        Assert.Equal(would with { Runs = [] }, did with { Runs = [] });
    }

    [Fact]
    public async Task What_a_kept_run_reused_stays_with_its_lineage()
    {
        await using var store = _sandbox.Open();
        var (artifact, content) = await CommitAsync(store, "run1", "Stage", "key", 1);
        var found = await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key"));
        await using (var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run2")))
        {
            await run.RecordAsync([new StageResult(0, "Stage", StageOutcome.Reused) { Execution = found!.Execution }]);
            await run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UnixEpoch);
        }

        await store.CollectAsync(KeepOne, dryRun: false);

        Assert.Equal(["run2"], await RunsAsync(store));
        Assert.Equal(content, await StoreSandbox.ReadAsync(store, artifact.Hash));
        Assert.Equal(found.Execution, (await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")))!.Execution);
        var maker = (await store.Runs.GetExecutionsAsync(new ExecutionFilter { Output = artifact.Hash })).Single();
        var removed = (await store.Runs.GetRunsAsync(new RunFilter { IdPrefix = maker.RunId, IncludeRemoved = true })).Single();
        Assert.True(removed.IsRemoved);
        Assert.Equal("run1", removed.Id);
    }

    [Fact]
    public async Task What_a_kept_artifact_names_stays()
    {
        await using var store = _sandbox.Open();
        var (element, elementContent) = await CommitAsync(store, "run1", "Element", "element", 1);
        var (gone, _) = await CommitAsync(store, "run2", "Element", "gone", 2);
        var source = Path.Combine(_sandbox.Root, "file.txt");
        await File.WriteAllTextAsync(source, "text");
        using var staging = store.Artifacts.Stage();
        staging.Content.Write(element.Hash.AsSpan());
        staging.AddReference(element.Hash);
        var file = staging.Store(source);
        await CommitAsync(store, "run3", "List", "list", await staging.CompleteAsync());

        await store.CollectAsync(KeepOne, dryRun: false);

        Assert.Equal(elementContent, await StoreSandbox.ReadAsync(store, element.Hash));
        Assert.True(File.Exists(_sandbox.ObjectPath(file)));
        Assert.False(store.Artifacts.Exists(gone.Reference));

        // The element's run is gone, but the element is whole and can be reused.
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("element")));
        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("gone")));
    }

    [Fact]
    public async Task A_published_entry_stays_with_its_run()
    {
        await using var store = _sandbox.Open();
        var artifact = await StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(50_000));
        await using (var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run1")))
        {
            var commit = StoreSandbox.NewExecution("Release", "release", artifact) with
            {
                Publication = new Publication("model", artifact.Reference, "Model", "v1"),
            };
            await (await run.CommitAsync(commit)).Durable;
        }

        await CommitAsync(store, "run2", "Stage", "key2", 2);
        await CommitAsync(store, "run3", "Stage", "key3", 3);
        await store.CollectAsync(new RetentionPolicy { KeepLast = 0 }, dryRun: false);

        Assert.Equal(["run1"], await RunsAsync(store));
        Assert.Equal("model", (await store.Runs.GetPublishedAsync()).Single().Name);
        Assert.Equal(artifact.Reference.Length, (await StoreSandbox.ReadAsync(store, artifact.Hash)).Length);
    }

    [Fact]
    public async Task The_runs_that_a_kept_run_resumes_stay()
    {
        await using var store = _sandbox.Open();
        string? parent = null;
        foreach (var id in (string[])["other", "first", "second", "third"])
        {
            await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun(id) with { Parent = parent });
            parent = id == "other" ? null : id;
        }

        Assert.Equal(["other"], (await store.CollectAsync(KeepOne, dryRun: false)).Runs);
        Assert.Equal(["third", "second", "first"], await RunsAsync(store));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RunStatus.Failed)]
    [InlineData(RunStatus.Cancelled)]
    [InlineData(RunStatus.Refused)]
    public async Task A_run_that_did_not_succeed_does_not_replace_the_last_that_did(RunStatus? status)
    {
        await using var store = _sandbox.Open();
        foreach (
            var (id, end) in new[] { ("oldest", RunStatus.Succeeded), ("good", RunStatus.Succeeded), ("bad", status), ("latest", status) }
        )
        {
            await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun(id));
            await (
                await run.CommitAsync(
                    StoreSandbox.NewExecution(
                        "Stage",
                        id,
                        await StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(20_000, id.Length))
                    )
                )
            ).Durable;
            if (end is { } finished)
            {
                await run.FinishAsync(finished, null, DateTimeOffset.UnixEpoch);
            }
        }

        Assert.Equal(["oldest", "bad"], (await store.CollectAsync(KeepOne, dryRun: false)).Runs);
        Assert.Equal(["latest", "good"], await RunsAsync(store));
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("good")));
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("latest")));
    }

    [Fact]
    public async Task Any_condition_keeps_a_run()
    {
        var day = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
        await using var store = _sandbox.Open();
        for (var i = 0; i < 5; i++)
        {
            await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun($"run{i}", day.AddDays(i)));
        }

        Assert.Empty((await store.CollectAsync(new RetentionPolicy(), dryRun: true)).Runs);
        Assert.Equal(
            ["run0", "run1"],
            (await store.CollectAsync(new RetentionPolicy { KeepLast = 1, KeepSince = day.AddDays(2) }, dryRun: true)).Runs
        );
        Assert.Equal(
            ["run0"],
            (await store.CollectAsync(new RetentionPolicy { KeepLast = 4, KeepSince = day.AddDays(3) }, dryRun: true)).Runs
        );
    }

    [Fact]
    public async Task Objects_that_no_record_knows_go()
    {
        await using var store = _sandbox.Open();
        var orphan = await StoreSandbox.StageAsync(store, StoreSandbox.RandomBytes(40_000));
        var report = await store.CollectAsync(new RetentionPolicy(), dryRun: false);

        Assert.Equal((1, 40_000), (report.Artifacts, report.Bytes));
        Assert.False(store.Artifacts.Exists(orphan.Reference));
    }

    [Fact]
    public async Task A_live_run_keeps_gc_away_and_is_named()
    {
        await using var other = _sandbox.Open();
        await using var store = _sandbox.Open();
        var run = await other.Runs.BeginRunAsync(StoreSandbox.NewRun("live-run"));
        var staged = await StoreSandbox.StageAsync(other, StoreSandbox.RandomBytes(40_000));

        var exception = await Assert.ThrowsAsync<StoreException>(() => store.CollectAsync(KeepOne, dryRun: false));
        Assert.Equal(StoreProblem.Locked, exception.Problem);
        Assert.Contains("live-run", exception.Message, StringComparison.Ordinal);
        Assert.True(other.Artifacts.Exists(staged.Reference));
        await using (await other.Runs.BeginRunAsync(StoreSandbox.NewRun("second-run")))
        {
            var two = await Assert.ThrowsAsync<StoreException>(() => store.CollectAsync(KeepOne, dryRun: false));
            Assert.Matches(
                "in use by the runs (live-run, second-run|second-run, live-run), so nothing can be removed from it now. Try again when "
                    + "they have ended",
                two.Message
            );
        }

        await run.DisposeAsync();
        Assert.Equal(1, (await store.CollectAsync(KeepOne, dryRun: false)).Artifacts);
    }

    [Fact]
    public async Task What_no_record_needs_any_more_is_forgotten_too()
    {
        await using var store = _sandbox.Open();
        var old = new FingerprintParts(ContentHash.Of("1"u8), [new("A.Run()", "aa"), new("A.Help()", "bb")], []);
        var kept = new FingerprintParts(ContentHash.Of("2"u8), [new("A.Run()", "aa"), new("A.Help()", "cc")], []);
        foreach (var (id, parts, output) in new[] { ("run1", old, (byte)1), ("run2", kept, (byte)2) })
        {
            await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun(id));
            await run.RecordAsync([parts]);
            var commit = StoreSandbox.NewExecution("Stage", id, await StoreSandbox.StageAsync(store, [output])) with
            {
                Parts = new KeyParts { Fingerprint = parts.Fingerprint },
            };
            await (await run.CommitAsync(commit)).Durable;
        }

        await using (var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run3")))
        {
            var found = await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("run2"));
            await run.RecordAsync([new StageResult(0, "Stage", StageOutcome.Reused) { Execution = found!.Execution }]);
        }

        await store.CollectAsync(KeepOne, dryRun: false);

        Assert.Equal(kept.Symbols, (await store.Runs.GetFingerprintAsync(kept.Fingerprint))!.Symbols);
        Assert.Null(await store.Runs.GetFingerprintAsync(old.Fingerprint));
    }

    public void Dispose() => _sandbox.Dispose();

    private static async Task<(StoredArtifact Artifact, byte[] Content)> CommitAsync(
        IStore store,
        string runId,
        string stage,
        string key,
        int seed
    )
    {
        var content = StoreSandbox.RandomBytes(20_000 + seed, seed);
        return (await StoreSandbox.CommitAsync(store, runId, stage, key, content), content);
    }

    private static async Task CommitAsync(IStore store, string runId, string stage, string key, StoredArtifact artifact)
    {
        await using var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun(runId));
        await (await run.CommitAsync(StoreSandbox.NewExecution(stage, key, artifact))).Durable;
        await run.FinishAsync(RunStatus.Succeeded, null, DateTimeOffset.UnixEpoch);
    }

    private static async Task<string[]> RunsAsync(IStore store) =>
        [.. (await store.Runs.GetRunsAsync(new RunFilter())).Select(static run => run.Id)];
}
