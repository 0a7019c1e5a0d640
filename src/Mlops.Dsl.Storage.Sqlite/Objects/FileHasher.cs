using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>Hashes files at the speed of SHA-256: the next block is read while one is hashed.</summary>
internal static class FileHasher
{
    // Two blocks of this size stay in a core's second-level cache, between the read that fills and the hash that drains them.
    private const int BlockSize = 256 * 1024;

    /// <summary>Hashes a file.</summary>
    /// <exception cref="IOException">It is missing, unreadable, or changes under the reader's hands.</exception>
    public static ContentHash Hash(string path) => Hash(path, static _ => { });

    /// <summary>Hashes a file, and hands its blocks to a consumer in order.</summary>
    public static ContentHash Hash(string path, BlockConsumer consume)
    {
        using var handle = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            FileOptions.SequentialScan
        );
        return Hash(handle, consume);
    }

    /// <summary>Hashes an open file.</summary>
    public static ContentHash Hash(SafeFileHandle handle) => Hash(handle, static _ => { });

    private static ContentHash Hash(SafeFileHandle handle, BlockConsumer consume)
    {
        var first = ArrayPool<byte>.Shared.Rent(BlockSize);
        var second = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            return Hash(handle, consume, first, second);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(first);
            ArrayPool<byte>.Shared.Return(second);
        }
    }

    private static ContentHash Hash(SafeFileHandle handle, BlockConsumer consume, byte[] current, byte[] next)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var position = 0L;
        var count = Fill(handle, current, position);
        while (count > 0)
        {
            position += count;

            // A short block is the last one: there is nothing to overlap with.
            var isLast = count < BlockSize;
            var (block, offset) = (next, position);
            var reading = isLast ? Task.FromResult(0) : Task.Run(() => Fill(handle, block, offset));
            try
            {
                hash.AppendData(current, 0, count);
                consume(current.AsSpan(0, count));
            }
            finally
            {
                // Whatever happens, the block goes back to the pool only when nobody fills it any more.
                count = reading.GetAwaiter().GetResult();
            }

            (current, next) = (next, current);
        }

        ContentHash result = default;
        hash.GetHashAndReset(result);
        return result;
    }

    private static int Fill(SafeFileHandle handle, byte[] block, long offset)
    {
        var filled = 0;
        while (filled < BlockSize)
        {
            var read = RandomAccess.Read(handle, block.AsSpan(filled, BlockSize - filled), offset + filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }

        return filled;
    }
}

/// <summary>Takes a block of a file that is being hashed.</summary>
/// <param name="block">The bytes, valid during the call.</param>
internal delegate void BlockConsumer(ReadOnlySpan<byte> block);
