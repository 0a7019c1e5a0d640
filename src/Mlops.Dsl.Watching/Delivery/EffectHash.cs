using System.Security.Cryptography;
using System.Text;

namespace Mlops.Dsl.Watching;

/// <summary>Names an effect where its id, which has characters of all kinds, can't stand.</summary>
internal static class EffectHash
{
    /// <summary>128 bits of the id's SHA-256, in hexadecimal: always the same.</summary>
    public static string Of(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
