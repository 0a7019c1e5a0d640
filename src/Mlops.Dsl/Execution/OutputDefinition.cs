using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Execution;

/// <summary>One output of a stage: what it returns, or one element of the tuple that it returns.</summary>
public abstract class OutputDefinition(string name, string typeName)
{
    /// <summary>The stage's name, or the tuple element's.</summary>
    public string Name { get; } = name;

    /// <summary>The C# type.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>The codec's identity and version.</summary>
    public abstract string Schema { get; }

    /// <summary>Whether stages may share one value: see <see cref="Codec{T}.IsImmutable"/>.</summary>
    public abstract bool IsImmutable { get; }

    /// <summary>Whether null is a value of the output; otherwise a stage that returns it fails.</summary>
    public bool AllowsNull { get; init; }

    /// <inheritdoc cref="Codec{T}.Transcribe" />
    public abstract void Transcribe(ArtifactReader reader, ArtifactTranscript transcript);

    /// <summary>Makes an empty slot for a value (of one element, in a <see cref="ForEachAttribute"/> stage).</summary>
    public abstract ArtifactSlot CreateSlot();

    /// <summary>
    /// Makes a slot that holds the outputs of a <see cref="ForEachAttribute"/> stage as an <see cref="IReadOnlyList{T}"/> that
    /// reads an element when it is asked for.
    /// </summary>
    /// <param name="count">How many elements there are.</param>
    /// <param name="load">Fills a slot made by <see cref="CreateSlot"/> with the element at an index.</param>
    public abstract ArtifactSlot CreateCollectedSlot(int count, Action<int, ArtifactSlot> load);
}

/// <summary>One output whose type is known.</summary>
/// <typeparam name="T">The output's type.</typeparam>
public sealed class OutputDefinition<T>(string name, string typeName, Codec<T> codec) : OutputDefinition(name, typeName)
{
    /// <summary>The codec.</summary>
    public Codec<T> Codec => codec;

    /// <inheritdoc />
    public override string Schema => codec.Schema;

    /// <inheritdoc />
    public override bool IsImmutable => codec.IsImmutable;

    /// <inheritdoc />
    public override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript) => codec.Transcribe(reader, transcript);

    /// <inheritdoc />
    public override ArtifactSlot CreateSlot() => new ArtifactSlot<T>(codec);

    /// <inheritdoc />
    public override ArtifactSlot CreateCollectedSlot(int count, Action<int, ArtifactSlot> load) =>
        new ArtifactSlot<IReadOnlyList<T>>(CollectedCodec<T>.Instance) { Value = new CollectedList<T>(count, codec, load) };
}
