using System.Text;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// What an <see cref="ObjectCodec{T}"/> is made of: its members, in the order in which they are written; or the cases of an abstract type.
/// </summary>
public sealed class ObjectShape
{
    private readonly StringBuilder _schema = new();
    private readonly List<(string Name, ICodecShape Codec)> _parts = [];

    internal ObjectShape() { }

    internal bool PartsAreImmutable { get; private set; } = true;

    /// <summary>Whether the parts are cases, of which a value is one, and not members, of which it has all.</summary>
    internal bool HasCases { get; private set; }

    internal IReadOnlyList<(string Name, ICodecShape Codec)> Parts => _parts;

    internal string Schema => $"{(HasCases ? "oneof" : "object")}({_schema})";

    /// <summary>Adds a member.</summary>
    public ObjectShape Add<T>(string name, Codec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        _schema.Append(_schema.Length == 0 ? "" : ",").Append(name).Append(':').Append(codec.Schema);
        _parts.Add((name, codec));
        PartsAreImmutable &= codec.IsImmutable;
        return this;
    }

    /// <summary>Adds a case of an abstract type.</summary>
    public ObjectShape AddCase<T>(string name, Codec<T> codec)
    {
        HasCases = true;
        return Add(name, codec);
    }
}
