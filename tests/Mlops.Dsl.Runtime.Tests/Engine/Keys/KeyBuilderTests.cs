using System.Security.Cryptography;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.Engine.Keys;

public sealed class KeyBuilderTests
{
    /// <summary>Around the sizes at which the buffer grows, by a little and by much at once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(505)]
    [InlineData(506)]
    [InlineData(507)]
    [InlineData(508)]
    [InlineData(509)]
    [InlineData(510)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(1021)]
    [InlineData(1022)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(100_000)]
    public void A_key_of_any_length_is_the_hash_of_its_bytes(int length)
    {
        using var bytes = new MemoryStream();
        using var key = new KeyBuilder();
        for (var i = 0; i < 4; i++)
        {
            var text = new string((char)('a' + i), length);
            key.Add(text);
            bytes.Write(BitConverter.GetBytes(length * sizeof(char)));
            bytes.Write(System.Text.Encoding.Unicode.GetBytes(text));
        }

        var hash = ContentHash.Of([1, 2, 3]);
        key.Add(hash);
        bytes.Write(BitConverter.GetBytes(ContentHash.Size));
        bytes.Write(hash.AsSpan());
        key.Add(length);
        bytes.Write(BitConverter.GetBytes(sizeof(int)));
        bytes.Write(BitConverter.GetBytes(length));
        key.Add(null);
        bytes.Write(BitConverter.GetBytes(-1));

        Assert.Equal(new ContentHash(SHA256.HashData(bytes.ToArray())), key.ToKey().Hash);
    }
}
