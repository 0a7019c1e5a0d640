using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Execution;

/// <summary>Holds one value on its way from a stage to the next, without boxing it.</summary>
public abstract class ArtifactSlot
{
    /// <summary>Whether a value is held.</summary>
    public bool HasValue { get; protected set; }

    /// <summary>Whether null is held.</summary>
    public abstract bool IsNull { get; }

    /// <summary>The value as an object: for printing, tests and conditions, not for the way between stages.</summary>
    public abstract object? BoxedValue { get; }

    /// <summary>Forgets the value.</summary>
    public abstract void Clear();

    /// <summary>Holds what another slot of the same type holds.</summary>
    public abstract void CopyFrom(ArtifactSlot source);

    /// <summary>Writes the value.</summary>
    public abstract void Encode(ArtifactWriter writer);

    /// <summary>Reads a value and holds it.</summary>
    public abstract void Decode(ArtifactReader reader);
}

/// <summary>Holds one value of a known type.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class ArtifactSlot<T>(Codec<T> codec) : ArtifactSlot
{
    private T? _value;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">None is held.</exception>
    public T Value
    {
        get => HasValue ? _value! : throw new InvalidOperationException("The slot holds no value.");
        set
        {
            _value = value;
            HasValue = true;
        }
    }

    /// <inheritdoc />
    public override bool IsNull => HasValue && _value is null;

    /// <inheritdoc />
    public override object? BoxedValue => _value;

    /// <inheritdoc />
    public override void Clear()
    {
        _value = default;
        HasValue = false;
    }

    /// <inheritdoc />
    public override void CopyFrom(ArtifactSlot source) => Value = ((ArtifactSlot<T>)source).Value;

    /// <inheritdoc />
    public override void Encode(ArtifactWriter writer) => codec.Write(writer, Value);

    /// <inheritdoc />
    public override void Decode(ArtifactReader reader) => Value = codec.Read(reader);
}
