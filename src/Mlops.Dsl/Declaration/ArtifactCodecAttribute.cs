namespace Mlops.Dsl;

/// <summary>Names the codec of a type that the generator cannot write one for.</summary>
/// <param name="codecType">A type with a public parameterless constructor that derives from <see cref="Serialization.Codec{T}"/> of the
/// marked type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface, Inherited = false)]
public sealed class ArtifactCodecAttribute(Type codecType) : Attribute
{
    /// <summary>The codec.</summary>
    public Type CodecType { get; } = codecType;
}
