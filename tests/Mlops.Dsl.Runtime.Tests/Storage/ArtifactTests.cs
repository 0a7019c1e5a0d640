using System.Text;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

public sealed class ArtifactTests : IDisposable
{
    private readonly StoreSandbox _sandbox = new();

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(16 * 1024, true)]
    [InlineData((16 * 1024) + 1, false)]
    [InlineData(3_000_000, false)]
    public async Task An_artifact_is_read_back_as_it_was_written(int length, bool isInline)
    {
        var content = StoreSandbox.RandomBytes(length);
        ContentHash hash;
        await using (var store = _sandbox.Open())
        {
            var artifact = await StoreSandbox.CommitAsync(store, "run", "Stage", "key", content);
            hash = artifact.Hash;
            Assert.Equal(ContentHash.Of(content), hash);
            Assert.Equal(length, artifact.Reference.Length);
            Assert.Equal(isInline, artifact.Reference.IsInline);
            Assert.True(store.Artifacts.Exists(artifact.Reference));
        }

        await using var again = _sandbox.Open(readOnly: true);
        Assert.Equal(content, await StoreSandbox.ReadAsync(again, hash));
    }

    [Fact]
    public async Task An_artifact_that_is_written_in_pieces_has_the_hash_of_the_whole()
    {
        var content = StoreSandbox.RandomBytes(100_000);
        await using var store = _sandbox.Open();
        using var staging = store.Artifacts.Stage();
        for (var i = 0; i < content.Length; i += 777)
        {
            staging.Content.Write(content.AsSpan(i, Math.Min(777, content.Length - i)));
        }

        var artifact = await staging.CompleteAsync();

        Assert.Equal(ContentHash.Of(content), artifact.Hash);
        Assert.Equal(content, await StoreSandbox.ReadAsync(store, artifact.Hash));
    }

    [Fact]
    public async Task An_artifact_that_is_not_completed_leaves_nothing_behind()
    {
        await using var store = _sandbox.Open();
        using (var staging = store.Artifacts.Stage())
        {
            staging.Content.Write(new byte[100_000]);
            Assert.Contains(_sandbox.TemporaryFiles(), static file => !file.EndsWith(".lock", StringComparison.Ordinal));
        }

        Assert.All(_sandbox.TemporaryFiles(), static file => Assert.EndsWith(".lock", file));
        Assert.Empty(Directory.GetFiles(Path.Combine(_sandbox.StorePath, "objects"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Equal_bytes_are_one_object()
    {
        await using var store = _sandbox.Open();
        await StoreSandbox.StageAsync(store, new byte[50_000]);
        await StoreSandbox.StageAsync(store, new byte[50_000]);

        Assert.Single(Directory.GetFiles(Path.Combine(_sandbox.StorePath, "objects"), "*", SearchOption.AllDirectories));
        Assert.All(_sandbox.TemporaryFiles(), static file => Assert.EndsWith(".lock", file));
    }

    [Fact]
    public async Task A_corrupt_object_is_named_set_aside_and_computed_again()
    {
        await using var store = _sandbox.Open();
        var content = StoreSandbox.RandomBytes(200_000);
        var artifact = await StoreSandbox.CommitAsync(store, "run1", "Stage", "key", content);
        var path = _sandbox.ObjectPath(artifact.Hash);
        StoreSandbox.Damage(
            path,
            static file =>
            {
                file.Position = 100_000;
                file.WriteByte(0xFF);
                file.WriteByte(0x00);
            }
        );

        var exception = await Assert.ThrowsAsync<CorruptArtifactException>(async () => await store.Artifacts.OpenAsync(artifact.Hash));

        Assert.Equal(artifact.Hash, exception.Artifact);
        Assert.Contains(artifact.Hash.ToString(), exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
        Assert.True(File.Exists(Path.Combine(_sandbox.StorePath, "quarantine", artifact.Hash.ToString())));
        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
        Assert.False(store.Artifacts.Exists(artifact.Reference));

        await StoreSandbox.CommitAsync(store, "run2", "Stage", "key", content);
        Assert.NotNull(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
        Assert.Equal(content, await StoreSandbox.ReadAsync(store, artifact.Hash));
    }

    [Fact]
    public async Task A_truncated_object_is_corrupt()
    {
        await using var store = _sandbox.Open();
        var artifact = await StoreSandbox.CommitAsync(store, "run", "Stage", "key", StoreSandbox.RandomBytes(200_000));
        StoreSandbox.Damage(_sandbox.ObjectPath(artifact.Hash), static file => file.SetLength(199_999));

        Assert.False(store.Artifacts.Exists(artifact.Reference));
        await Assert.ThrowsAsync<CorruptArtifactException>(async () => await store.Artifacts.OpenAsync(artifact.Hash));
    }

    [Fact]
    public async Task A_read_only_store_reports_a_corrupt_object_and_leaves_it()
    {
        ContentHash hash;
        await using (var store = _sandbox.Open())
        {
            hash = (await StoreSandbox.CommitAsync(store, "run", "Stage", "key", StoreSandbox.RandomBytes(200_000))).Hash;
        }

        StoreSandbox.Damage(_sandbox.ObjectPath(hash), static file => file.WriteByte(1));
        await using var reading = _sandbox.Open(readOnly: true);

        await Assert.ThrowsAsync<CorruptArtifactException>(async () => await reading.Artifacts.OpenAsync(hash));
        Assert.True(File.Exists(_sandbox.ObjectPath(hash)));
    }

    [Fact]
    public async Task A_missing_object_is_named_and_computed_again()
    {
        await using var store = _sandbox.Open();
        var artifact = await StoreSandbox.CommitAsync(store, "run", "Stage", "key", StoreSandbox.RandomBytes(200_000));
        File.Delete(_sandbox.ObjectPath(artifact.Hash));

        var exception = await Assert.ThrowsAsync<MissingArtifactException>(async () => await store.Artifacts.OpenAsync(artifact.Hash));

        Assert.Equal(artifact.Hash, exception.Artifact);
        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("key")));
    }

    [Fact]
    public async Task An_artifact_names_the_files_that_were_stored_with_it()
    {
        var source = Path.Combine(_sandbox.Root, "data file ü.txt");
        await File.WriteAllTextAsync(source, "some text");
        await using var store = _sandbox.Open();
        using var staging = store.Artifacts.Stage();
        var file = staging.Store(source);
        staging.Content.Write(Encoding.UTF8.GetBytes("names " + file));
        var artifact = await staging.CompleteAsync();
        await using (var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun()))
        {
            await (await run.CommitAsync(StoreSandbox.NewExecution("Stage", "key", artifact))).Durable;
        }

        Assert.Equal([file], artifact.Files);
        Assert.True(artifact.Reference.HasFiles);
        Assert.True(store.Artifacts.Exists(artifact.Reference));
        using (var content = await store.Artifacts.OpenAsync(artifact.Hash))
        {
            Assert.Equal("some text", await File.ReadAllTextAsync(content.GetPath(file)));
            if (!OperatingSystem.IsWindows())
            {
                Assert.False(File.GetUnixFileMode(content.GetPath(file)).HasFlag(UnixFileMode.UserWrite));
            }
        }

        File.Delete(_sandbox.ObjectPath(file));
        Assert.False(store.Artifacts.Exists(artifact.Reference));
    }

    [Fact]
    public async Task A_lost_file_or_element_makes_what_names_it_computed_again()
    {
        await using var store = _sandbox.Open();
        var element = await StoreSandbox.CommitAsync(store, "run1", "Element", "element", StoreSandbox.RandomBytes(30_000));
        using var staging = store.Artifacts.Stage();
        staging.Content.Write(element.Hash.AsSpan());
        staging.AddReference(element.Hash);
        var list = await staging.CompleteAsync();
        await using (var run = await store.Runs.BeginRunAsync(StoreSandbox.NewRun("run2")))
        {
            await (await run.CommitAsync(StoreSandbox.NewExecution("List", "list", list))).Durable;
        }

        File.Delete(_sandbox.ObjectPath(element.Hash));
        await Assert.ThrowsAsync<MissingArtifactException>(async () => await store.Artifacts.OpenAsync(element.Hash));

        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("element")));
        Assert.Null(await store.Runs.FindExecutionAsync(StoreSandbox.KeyOf("list")));
    }

    [Fact]
    public async Task A_store_may_change_what_it_keeps_inline()
    {
        var content = StoreSandbox.RandomBytes(1000);
        ArtifactReference inFile;
        await using (var store = _sandbox.Open(inlineLimit: 0))
        {
            inFile = (await StoreSandbox.CommitAsync(store, "run1", "Stage", "key1", content)).Reference;
            Assert.False(inFile.IsInline);
        }

        await using var again = _sandbox.Open();
        var inline = (await StoreSandbox.CommitAsync(again, "run2", "Stage", "key2", content)).Reference;
        Assert.True(inline.IsInline);
        File.Delete(_sandbox.ObjectPath(inFile.Hash));
        Assert.Equal(content, await StoreSandbox.ReadAsync(again, inline.Hash));
    }

    public void Dispose() => _sandbox.Dispose();
}
