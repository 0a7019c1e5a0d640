using System.Buffers;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Storage;

/// <summary>Artifacts that are too long to stay in memory while they are written.</summary>
public sealed class SpilledArtifactTests : IDisposable
{
    private const int Limit = 64;

    private readonly StoreSandbox _sandbox = new();

    [Fact]
    public async Task The_position_is_what_was_written_in_memory_and_on_disk()
    {
        await using var store = _sandbox.Open(inlineLimit: Limit);
        using var staging = store.Artifacts.Stage();
        for (var written = 0; written <= 3 * Limit; written += 16)
        {
            Assert.Equal((written, written), (staging.Content.Position, staging.Content.Length));
            staging.Content.Write(new byte[16]);
        }
    }

    [Fact]
    public async Task Closing_twice_gives_the_memory_back_once()
    {
        // A length that nothing else rents: the pool keeps one array of each size for a thread, and hands it out again.
        const int length = 1 << 17;
        await using var store = _sandbox.Open(inlineLimit: length);
        var staging = store.Artifacts.Stage();
        staging.Content.Write([1]);
        staging.Content.Dispose();
        staging.Content.Dispose();

        var (first, second) = (ArrayPool<byte>.Shared.Rent(length), ArrayPool<byte>.Shared.Rent(length));

        Assert.NotSame(first, second);
        staging.Dispose();
    }

    [Theory]
    [InlineData("file")]
    [InlineData("link")]
    public async Task A_folder_of_objects_that_is_none_is_named(string kind)
    {
        var content = StoreSandbox.RandomBytes(3 * Limit);
        var folder = Path.GetDirectoryName(_sandbox.ObjectPath(ContentHash.Of(content)))!;
        await using var store = _sandbox.Open(inlineLimit: Limit);
        using var staging = store.Artifacts.Stage();
        staging.Content.Write(content);
        if (kind == "file")
        {
            await File.WriteAllTextAsync(folder, "");
        }
        else
        {
            Directory.CreateSymbolicLink(folder, _sandbox.Root);
        }

        var exception = await Assert.ThrowsAsync<StoreException>(async () => await staging.CompleteAsync());

        Assert.StartsWith($"The store at '{_sandbox.StorePath}' is not used: '{folder}' is ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_temporary_file_that_is_gone_is_named_with_the_store()
    {
        await using var store = _sandbox.Open(inlineLimit: Limit);
        using var staging = store.Artifacts.Stage();
        staging.Content.Write(StoreSandbox.RandomBytes(3 * Limit));
        var file = Assert.Single(_sandbox.TemporaryFiles(), static file => !file.EndsWith(".lock", StringComparison.Ordinal));
        File.Delete(file);

        var exception = await Assert.ThrowsAsync<StoreException>(async () => await staging.CompleteAsync());

        Assert.Contains($"'{file}'", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _sandbox.Dispose();
}
