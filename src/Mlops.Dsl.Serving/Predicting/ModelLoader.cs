using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>Reads published models out of the store.</summary>
internal sealed class ModelLoader<TInput, TPrediction>(IStore store)
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    private static readonly ModelCodec<TInput, TPrediction> Codec = new();

    /// <summary>Loads a version, so that it can score.</summary>
    /// <exception cref="UnsuitableModelException">It is no such model, or was made for other rows.</exception>
    /// <exception cref="StoreException">The store does not give it.</exception>
    public async Task<LoadedModel<TInput, TPrediction>> LoadAsync(PublishedEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Schema != Codec.Schema)
        {
            throw new UnsuitableModelException(
                $"version {entry.Version} of '{entry.Name}' is a {entry.TypeName} as it was when it was published, which is not what this "
                    + $"program was compiled with: "
                    + "build the program from the version's code, or publish a version with this one"
            );
        }

        using var content = await store.Artifacts.OpenAsync(entry.Artifact.Hash, cancellationToken).ConfigureAwait(false);
        using var reader = new ArtifactReader(content.Content, content.Length, content);
        try
        {
            return new LoadedModel<TInput, TPrediction>(entry.Version, entry.Artifact.Hash, Codec.Read(reader).CreateScorer());
        }
        catch (Exception exception) when (exception is ArtifactFormatException or ModelException)
        {
            throw new UnsuitableModelException($"version {entry.Version} of '{entry.Name}' can't be used: {exception.Message}");
        }
    }
}
