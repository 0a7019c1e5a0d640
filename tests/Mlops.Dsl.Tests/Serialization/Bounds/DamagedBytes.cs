namespace Mlops.Dsl.Tests.Serialization.Bounds;

/// <summary>Bytes that no codec wrote: damaged ones, random ones, and such as promise more than is there, once or at every level.</summary>
internal static class DamagedBytes
{
    // As varints: the largest length, one of three bytes, one of two.
    private static readonly byte[][] Lengths =
    [
        [0xFF, 0xFF, 0xFF, 0xFF, 0x07],
        [0xFF, 0xFF, 0x03],
        [0xFF, 0x1F],
        [0x80, 0x80, 0x01],
    ];

    public static IEnumerable<byte[]> Of(byte[] sound, Random random)
    {
        foreach (var length in Lengths)
        {
            yield return length;
            yield return [.. length, .. length];
            yield return [.. length, .. length, 0];
            yield return [.. length, .. length, .. length];
            yield return [0, .. length];
            yield return [.. length, .. new byte[20_000]];
            yield return [1, .. length, .. Enumerable.Repeat((byte)1, 20_000)];
            yield return Repeat(length, 20_000);
            for (var at = 0; at <= sound.Length && at < 40; at++)
            {
                yield return [.. sound[..at], .. length, .. sound[at..]];
            }
        }

        foreach (var value in (byte[])[0, 1, 2, 0x7F, 0xFF])
        {
            yield return Repeat([value], 20_000);
        }

        for (var i = 0; i < 60; i++)
        {
            yield return Mutate(sound, random);
            yield return Small(random, random.Next(64));
        }
    }

    private static byte[] Repeat(byte[] bytes, int length) => [.. Enumerable.Range(0, length).Select(i => bytes[i % bytes.Length])];

    private static byte[] Mutate(byte[] sound, Random random)
    {
        var bytes = new List<byte>(sound);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count + 1);
            if (at == bytes.Count || random.Next(3) == 0)
            {
                bytes.Insert(at, (byte)random.Next(256));
            }
            else if (random.Next(2) == 0)
            {
                bytes.RemoveAt(at);
            }
            else
            {
                bytes[at] = (byte)random.Next(256);
            }
        }

        return [.. bytes];
    }

    /// <summary>Mostly small numbers, which are lengths that fit and switches that are right.</summary>
    private static byte[] Small(Random random, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => (byte)(random.Next(4) == 0 ? random.Next(256) : random.Next(4)))];
}
