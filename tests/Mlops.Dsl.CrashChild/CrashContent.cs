using System.Text;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.CrashChild;

/// <summary>What the stage with a key returns, so that the survivor can tell what must be there.</summary>
public static class CrashContent
{
    /// <summary>The cache key for a text.</summary>
    public static CacheKey KeyOf(string text) => new(ContentHash.Of(Encoding.UTF8.GetBytes(text)));

    /// <summary>The bytes: few for most keys, many for some.</summary>
    public static byte[] BytesOf(string text)
    {
        var seed = KeyOf(text).Hash.GetHashCode();
        var random = new Random(seed);
        var bytes = new byte[random.Next(4) == 0 ? random.Next(16_384, 300_000) : random.Next(2_000)];
        random.NextBytes(bytes);
        return bytes;
    }
}
