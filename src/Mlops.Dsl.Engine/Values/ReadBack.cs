using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Finds values that are something else once they have been stored and read back. The run that made such a value and one that
/// reuses it would go on with different ones.
/// </summary>
/// <param name="output">The output that the value is of.</param>
/// <param name="types">The types of the objects in it that may change.</param>
/// <param name="files">Where artifacts that are files keep their bytes.</param>
internal sealed class ReadBack(OutputDefinition output, IReadOnlyCollection<string> types, IArtifactFiles files)
{
    private const string Advice =
        "its constructor or accessors change values. Give it a codec ([ArtifactCodec]), or make it a record whose members are what its "
        + "constructor takes.";

    private string Types => types.Count == 1 ? types.First() : $"one of {string.Join(", ", types)}";

    /// <summary>Decodes the value and encodes it again, which has to give the same bytes.</summary>
    /// <param name="stored">The hash of the bytes.</param>
    /// <param name="load">Decodes them into a slot.</param>
    /// <exception cref="ArtifactFormatException">The bytes are others, or can't be decoded.</exception>
    public async ValueTask EnsureSameAsync(ContentHash stored, Func<ArtifactSlot, ValueTask> load)
    {
        var copy = output.CreateSlot();
        try
        {
            await load(copy);
        }
        catch (ArtifactFormatException exception)
        {
            var reason = exception.Message.TrimEnd('.');
            throw new ArtifactFormatException($"{Types} can't be made again of what is stored of it ({reason}): {Advice}", exception);
        }

        using var hasher = new ElementHasher(files);
        if (hasher.Hash(copy) != stored)
        {
            throw new ArtifactFormatException($"{Types} is not what it was after being stored and read back: {Advice}");
        }
    }
}
