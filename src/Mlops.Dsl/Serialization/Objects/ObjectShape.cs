using System.Text;

namespace Mlops.Dsl.Serialization;

/// <summary>What an <see cref="ObjectCodec{T}"/> is made of: its members, in the order in which they are written.</summary>
public sealed class ObjectShape
{
    private readonly StringBuilder _members = new();

    internal ObjectShape()
    {
    }

    internal bool MembersAreImmutable { get; private set; } = true;

    internal string Members => _members.ToString();

    /// <summary>Adds a member.</summary>
    public ObjectShape Add<T>(string name, Codec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        _members.Append(_members.Length == 0 ? "" : ",").Append(name).Append(':').Append(codec.Schema);
        MembersAreImmutable &= codec.IsImmutable;
        return this;
    }
}
