using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>Tells whether an artifact can be read whole: it, the files that it names, and the artifacts that it consists of.</summary>
internal sealed class SoundnessCheck(IArtifactIndex index, ObjectFiles objects)
{
    /// <summary>Checks an artifact, and what it refers to.</summary>
    /// <exception cref="IOException">A file is there and can't be read.</exception>
    public bool IsSound(ArtifactReference artifact)
    {
        if (index.Inspect(artifact.Hash) is not { } state)
        {
            // Its execution may not be committed yet.
            return !artifact.IsInline && !artifact.HasFiles && objects.IsSound(artifact.Hash, artifact.Length);
        }

        if (!IsSound(artifact.Hash, state, artifact.Length))
        {
            return false;
        }

        if (state.Elements.Length == 0)
        {
            return true;
        }

        // A damaged store may have artifacts that refer to each other.
        var seen = new HashSet<ContentHash> { artifact.Hash };
        var open = new Stack<ContentHash>(state.Elements);
        while (open.TryPop(out var element))
        {
            if (!seen.Add(element))
            {
                continue;
            }

            if (index.Inspect(element) is not { } part || !IsSound(element, part, length: null))
            {
                return false;
            }

            Array.ForEach(part.Elements, open.Push);
        }

        return true;
    }

    private bool IsSound(ContentHash hash, ArtifactState state, long? length) =>
        (state.IsInline ? !state.IsDamaged : objects.IsSound(hash, length)) && Array.TrueForAll(state.Files, file => objects.IsSound(file));
}
