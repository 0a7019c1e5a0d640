using System.Reflection;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Tests.Serialization.Bounds;

/// <summary>
/// Bytes may come from a stranger's store: whatever they are, decoding them ends soon, says so in its own words, and takes no more memory
/// than they are worth.
/// </summary>
public sealed class DecodingBoundTests
{
    // What a message and its stack trace take, deep in objects that contain each other.
    private const long Fixed = 1_000_000;

    // An empty dictionary is one byte, and eighty in memory.
    private const long PerByte = 200;

    private const int Seeds = 3;

    [Fact]
    public void Every_codec_has_a_sample()
    {
        var expressions = string.Join('\n', CodecSamples.All);
        var missing = typeof(Codecs)
            .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(static member => member.Name)
            .Where(name => !expressions.Contains($"Codecs.{name}", StringComparison.Ordinal));

        // A row's codec is the one that is generated for it.
        Assert.Equal(["Row"], missing.Distinct());
    }

    [Fact]
    public void Sound_bytes_are_read()
    {
        foreach (var sample in CodecSamples.All)
        {
            sample.Read(sample.Write());
            sample.Transcribe(sample.Write());
        }
    }

    [Fact]
    public void Any_bytes_are_refused_in_our_words_and_take_memory_by_their_length()
    {
        foreach (var sample in CodecSamples.All)
        {
            var sound = sample.Write();
            for (var seed = 0; seed < Seeds; seed++)
            {
                foreach (var bytes in DamagedBytes.Of(sound, new Random(seed)))
                {
                    Check(sample, bytes, sample.Read);
                    Check(sample, bytes, sample.Transcribe);
                }
            }
        }
    }

    private static void Check(CodecSample sample, byte[] bytes, Action<byte[]> decode)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Record.Exception(() => decode(bytes));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(
            problem is null or ArtifactFormatException && allocated <= Fixed + (PerByte * bytes.Length),
            $"{sample} from {bytes.Length} bytes ({Convert.ToHexString(bytes.AsSpan(0, Math.Min(40, bytes.Length)))}): {allocated} bytes "
                + $"allocated, {problem}"
        );
    }
}
