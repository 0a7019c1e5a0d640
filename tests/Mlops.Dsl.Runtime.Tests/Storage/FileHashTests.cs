using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;
using Mlops.Dsl.Storage.Sqlite;
using Mlops.Dsl.Storage.Sqlite.Objects;
using SQLitePCL;

namespace Mlops.Dsl.Runtime.Tests.Storage;

public sealed class FileHashTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData((256 * 1024) + 1)]
    [InlineData(5_000_000)]
    public void A_file_has_the_hash_of_its_bytes(int length)
    {
        var content = StoreSandbox.RandomBytes(length);
        var path = Write("file", content);

        Assert.Equal(ContentHash.Of(content), FileHasher.Hash(path));
    }

    [Fact]
    public async Task A_settled_file_is_looked_up_and_a_changed_one_is_read_again()
    {
        var path = Write("file", [1, 2, 3]);
        var cache = new CountingCache();
        var later = new InPlaceHasher(cache, new LateClock());
        Assert.Equal(ContentHash.Of([1, 2, 3]), later.Hash(path));
        Assert.Equal(1, cache.Added);
        Assert.Equal(ContentHash.Of([1, 2, 3]), later.Hash(path));
        Assert.Equal(1, cache.Found);

        // The same size and modification time: only the change time, which cannot be set, or the inode gives it away.
        var time = File.GetLastWriteTimeUtc(path);
        await Task.Delay(20);
        await File.WriteAllBytesAsync(path, [3, 2, 1]);
        File.SetLastWriteTimeUtc(path, time);
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(ContentHash.Of([3, 2, 1]), later.Hash(path));
        }

        await File.WriteAllBytesAsync(path, [1]);
        Assert.Equal(ContentHash.Of([1]), later.Hash(path));
    }

    [Fact]
    public void A_file_that_was_written_just_now_is_not_trusted()
    {
        var cache = new CountingCache();
        new InPlaceHasher(cache, TimeProvider.System).Hash(Write("file", [1]));

        Assert.Equal(0, cache.Added);
    }

    [Fact]
    public async Task Hashing_ahead_spares_reading_once()
    {
        var paths = Enumerable.Range(0, 20).Select(i => Write($"file{i}", [(byte)i])).ToArray();
        await using var store = _sandbox.Open();
        await store.Artifacts.HashInPlaceAsync(paths);
        using var staging = store.Artifacts.Stage();
        foreach (var (path, index) in paths.Select(static (path, index) => (path, index)))
        {
            Assert.Equal(ContentHash.Of([(byte)index]), staging.HashInPlace(path));
        }

        await File.WriteAllBytesAsync(paths[0], [99]);
        Assert.Equal(ContentHash.Of([99]), staging.HashInPlace(paths[0]));
    }

    [Fact]
    public async Task Hashes_of_files_outlive_the_process_that_computed_them()
    {
        var path = Write("file", StoreSandbox.RandomBytes(1000));
        await using (var store = SqliteStore.Open(_sandbox.StorePath, clock: new LateClock()))
        {
            using var staging = store.Artifacts.Stage();
            staging.HashInPlace(path);
        }

        // A hash that the file never had can only have been looked up.
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Path.Combine(_sandbox.StorePath, "store.db"), out var database));
        using (database)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(database, "UPDATE file_hashes SET hash = zeroblob(32)"));
        }

        await using var again = _sandbox.Open();
        using var second = again.Artifacts.Stage();
        Assert.Equal(default, second.HashInPlace(path));
    }

    [Fact]
    public async Task A_missing_or_unreadable_file_is_named()
    {
        await using var store = _sandbox.Open();
        using var staging = store.Artifacts.Stage();
        var missing = Path.Combine(_sandbox.Root, "nothing here");

        Assert.Contains(missing, Assert.ThrowsAny<IOException>(() => staging.HashInPlace(missing)).Message, StringComparison.Ordinal);
        Assert.Contains(missing, Assert.ThrowsAny<Exception>(() => staging.Store(missing)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _sandbox.Dispose();

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_sandbox.Root, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(1);
    }

    private sealed class CountingCache : IFileHashCache
    {
        private readonly Dictionary<(string, FileStamp), ContentHash> _hashes = [];

        public int Added { get; private set; }

        public int Found { get; private set; }

        public bool TryFind(string path, FileStamp stamp, out ContentHash hash)
        {
            var found = _hashes.TryGetValue((path, stamp), out hash);
            Found += found ? 1 : 0;
            return found;
        }

        public void Add(string path, FileStamp stamp, ContentHash hash)
        {
            Added++;
            _hashes[(path, stamp)] = hash;
        }
    }
}
