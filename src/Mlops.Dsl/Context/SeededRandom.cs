using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mlops.Dsl;

/// <summary>Derives generators from names, so that a stage's randomness depends on who it is and on nothing else.</summary>
internal static class SeededRandom
{
    /// <summary>A generator seeded by the SHA-256 of the parts.</summary>
    public static Random Create(string pipeline, string stage, int? element, int seed)
    {
        var place = element?.ToString(CultureInfo.InvariantCulture) ?? "-";
        var identity = string.Create(CultureInfo.InvariantCulture, $"{pipeline.Length}:{pipeline}{stage.Length}:{stage}{place}:{seed}");
        return new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(identity))));
    }
}
