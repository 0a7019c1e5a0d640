using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Execution;

/// <summary>One input of a stage: which output feeds which parameter.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Stage">The index of the stage that produces it.</param>
/// <param name="Output">The ordinal of the output among that stage's.</param>
/// <param name="Elements">For the iterated input of a <see cref="ForEachAttribute"/> stage, how to take it apart; otherwise null.</param>
public sealed record InputDefinition(string Parameter, int Stage, int Output, ElementAccess? Elements = null);

/// <summary>Takes the list that a <see cref="ForEachAttribute"/> stage iterates apart, without boxing its elements.</summary>
public abstract class ElementAccess
{
    /// <summary>The codec's identity for one element.</summary>
    public abstract string Schema { get; }

    /// <summary>How many elements the list in the slot has.</summary>
    public abstract int Count(ArtifactSlot list);

    /// <summary>Makes an empty slot for one element.</summary>
    public abstract ArtifactSlot CreateSlot();

    /// <summary>Copies the element at an index into a slot made by <see cref="CreateSlot"/>.</summary>
    public abstract void Load(ArtifactSlot list, int index, ArtifactSlot element);
}

/// <summary>Takes a list of known type apart.</summary>
/// <typeparam name="TList">The list's type, as the producing stage declares it.</typeparam>
/// <typeparam name="T">The elements' type.</typeparam>
public sealed class ElementAccess<TList, T>(Codec<T> codec) : ElementAccess
    where TList : IReadOnlyList<T>
{
    /// <inheritdoc />
    public override string Schema => codec.Schema;

    /// <inheritdoc />
    public override int Count(ArtifactSlot list) => ((ArtifactSlot<TList>)list).Value.Count;

    /// <inheritdoc />
    public override ArtifactSlot CreateSlot() => new ArtifactSlot<T>(codec);

    /// <inheritdoc />
    public override void Load(ArtifactSlot list, int index, ArtifactSlot element) =>
        ((ArtifactSlot<T>)element).Value = ((ArtifactSlot<TList>)list).Value[index];
}
