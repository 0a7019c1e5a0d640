using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>
/// Stores that came from an archive or a checkout, in which links, pipes and devices stand where files should: what they lead to is left
/// alone, and nothing waits.
/// </summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();
    private readonly string _victim;

    public ForeignFileTests()
    {
        // What would be swept, collected or overwritten if it were in a store.
        _victim = Path.Combine(_sandbox.Root, "victim");
        Directory.CreateDirectory(Path.Combine(_victim, "ab"));
        Directory.CreateDirectory(Path.Combine(_victim, "1-dead"));
        string[] names = ["thesis.docx", "run.lock", "1-dead.lock", "1-dead/notes.txt", $"ab/{new string('c', 62)}", new string('d', 64)];
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(_victim, name), "precious");
        }
    }

    public static TheoryData<string, bool> Folders =>
        new MatrixTheoryData<string, bool>(["objects", "quarantine", "runs", "tmp"], [false, true]);

    public static TheoryData<string, string> Files =>
        new MatrixTheoryData<string, string>(
            ["store.db", "store.db-wal", "store.db-shm", "store.db-journal", "open.lock", "use.lock", ".gitignore"],
            ["link", "loop", "pipe", "device", "hardlink"]
        );

    public static TheoryData<string> Objects => ["link", "loop", "pipe", "device"];

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task A_folder_that_is_a_link_is_refused(string folder, bool readOnly)
    {
        await MakeStoreAsync();
        var path = Path.Combine(_sandbox.StorePath, folder);
        Directory.Move(path, Path.Combine(_sandbox.Root, "away"));
        SpecialFiles.Make("link", path, _victim);

        await RefusedAsync($"'{path}' is a link", readOnly);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_none_is_refused(string file, string kind)
    {
        await MakeStoreAsync();
        var path = Path.Combine(_sandbox.StorePath, file);
        File.Delete(path);
        SpecialFiles.Make(kind, path, Path.Combine(_victim, "thesis.docx"));
        var words = kind switch
        {
            "loop" => "link",
            "pipe" => "named pipe",
            "hardlink" => "file that has other names too",
            _ => kind,
        };

        await RefusedAsync($"'{path}' is a {words}", readOnly: false);
        await RefusedAsync($"'{path}' is a {words}", readOnly: true);
    }

    [Theory]
    [InlineData("link")]
    [InlineData("pipe")]
    public async Task A_folder_of_objects_that_is_none_is_refused(string kind)
    {
        await MakeStoreAsync();
        var path = Path.Combine(_sandbox.StorePath, "objects", "ab");
        SpecialFiles.Make(kind, path, Path.Combine(_victim, "ab"));

        await RefusedAsync($"'{path}' is a {(kind == "link" ? "link" : "named pipe")}, where a folder of the store's", readOnly: false);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task An_object_that_is_no_file_is_set_aside_and_computed_again(string kind)
    {
        var content = StoreSandbox.RandomBytes(50_000);
        var artifact = await MakeStoreAsync();
        var path = _sandbox.ObjectPath(artifact.Hash);
        var precious = Path.Combine(_victim, "bytes");
        await File.WriteAllBytesAsync(precious, content, TestContext.Current.CancellationToken);
        File.Delete(path);
        SpecialFiles.Make(kind, path, precious);
        var before = SpecialFiles.Describe(_victim);

        await using (var store = _sandbox.Open())
        {
            Assert.False(store.Artifacts.Exists(artifact.Reference));
            await Assert.ThrowsAsync<CorruptArtifactException>(async () => await store.Artifacts.OpenAsync(artifact.Hash));
            await StoreSandbox.CommitAsync(store, "again", "Stage", "key", content);
            Assert.Equal(content, await StoreSandbox.ReadAsync(store, artifact.Hash));
            await store.CollectAsync(new RetentionPolicy(), dryRun: false);
        }

        Assert.Null(new FileInfo(path).LinkTarget);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_sandbox.StorePath, "quarantine")));
        Assert.Equal(before, SpecialFiles.Describe(_victim));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("loop")]
    [InlineData("pipe")]
    public async Task What_lies_among_the_files_of_the_dead_is_removed_and_not_followed(string kind)
    {
        await MakeStoreAsync();
        var before = SpecialFiles.Describe(_victim);
        foreach (var name in (string[])["tmp/1-a", "tmp/1-b.lock", "runs/dead.lock", "quarantine/x"])
        {
            var target = name == "tmp/1-a" ? _victim : Path.Combine(_victim, "thesis.docx");
            SpecialFiles.Make(kind, Path.Combine(_sandbox.StorePath, name), target);
        }

        var inner = Directory.CreateDirectory(Path.Combine(_sandbox.StorePath, "tmp", "1-c", "inner")).FullName;
        SpecialFiles.Make(kind, Path.Combine(inner, "out"), _victim);
        await using (var store = _sandbox.Open())
        {
            await store.CollectAsync(new RetentionPolicy(), dryRun: false);
        }

        Assert.Equal(before, SpecialFiles.Describe(_victim));
        string[] swept = ["tmp", "runs", "quarantine"];
        Assert.Empty(swept.SelectMany(folder => Directory.GetFileSystemEntries(Path.Combine(_sandbox.StorePath, folder))));
    }

    [Fact]
    public async Task A_collection_removes_no_object_behind_a_link()
    {
        var artifact = await MakeStoreAsync();
        var shard = Path.GetDirectoryName(_sandbox.ObjectPath(artifact.Hash))!;
        SpecialFiles.Make("link", Path.Combine(shard, new string('e', 62)), Path.Combine(_victim, "thesis.docx"));
        SpecialFiles.Make("link", Path.Combine(shard, "deeper"), _victim);
        var before = SpecialFiles.Describe(_victim);

        await using var store = _sandbox.Open();
        await store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false);

        Assert.Equal(before, SpecialFiles.Describe(_victim));
        Assert.True(store.Artifacts.Exists(artifact.Reference));
    }

    [Fact]
    public async Task A_journal_that_names_another_database_is_refused()
    {
        // SQLite would remove the file that the end of such a journal names.
        await MakeStoreAsync();
        var journal = Path.Combine(_sandbox.StorePath, "store.db-journal");
        await File.WriteAllBytesAsync(
            journal,
            [.. new byte[512], .. Convert.FromHexString("d9d505f920a163d7")],
            TestContext.Current.CancellationToken
        );

        await RefusedAsync($"'{journal}' is the journal of several databases", readOnly: false);
        await RefusedAsync($"'{journal}' is the journal of several databases", readOnly: true);
    }

    [Fact]
    public async Task A_run_whose_id_is_a_path_is_not_looked_for_there()
    {
        var held = Path.Combine(_sandbox.Root, "held.lock");
        await using var store = _sandbox.Open();
        await StoreSandbox.CommitAsync(store, "run", "Stage", "key", [1]);
        await using (var lockFile = new FileStream(held, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await store.DisposeAsync();
            Sql.Execute(Path.Combine(_sandbox.StorePath, "store.db"), "UPDATE runs SET id = '../../held', status = 0, finished = NULL");
            await using var again = _sandbox.Open();

            Assert.Equal(RunStatus.Interrupted, Assert.Single(await again.Runs.GetRunsAsync(new RunFilter())).Status);
        }
    }

    private async Task<StoredArtifact> MakeStoreAsync()
    {
        await using var store = _sandbox.Open();
        return await StoreSandbox.CommitAsync(store, "run", "Stage", "key", StoreSandbox.RandomBytes(50_000));
    }

    private async Task RefusedAsync(string why, bool readOnly)
    {
        var before = SpecialFiles.Describe(_victim);

        var exception = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = _sandbox.Open(readOnly);
            await store.Runs.GetRunsAsync(new RunFilter());
            await store.CollectAsync(new RetentionPolicy { KeepLast = 1 }, dryRun: false);
        });

        Assert.Equal(StoreProblem.Foreign, exception.Problem);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, SpecialFiles.Describe(_victim));
    }
}
