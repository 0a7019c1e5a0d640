using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Execution;

/// <summary>Makes rows of what services answered.</summary>
internal static class ServedReader
{
    public static async ValueTask<Served<TInput, TPrediction>> ReadAsync<TInput, TPrediction>(
        IServedAnswers answers,
        ServedSource source,
        TimeWindow window,
        Codec<TInput> input,
        Codec<TPrediction> prediction,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var rows = new List<ServedRow<TInput, TPrediction>>();
        var skipped = 0;
        await foreach (var answer in answers.ReadAsync(source, window, cancellationToken).ConfigureAwait(false))
        {
            if (
                !string.Equals(answer.InputSchema, input.Schema, StringComparison.Ordinal)
                || !string.Equals(answer.PredictionSchema, prediction.Schema, StringComparison.Ordinal)
            )
            {
                skipped++;
                continue;
            }

            rows.Add(
                new(
                    answer.RequestId,
                    answer.Time.ToUniversalTime(),
                    Decode(answer.Input, input),
                    Decode(answer.Prediction, prediction),
                    answer.ModelVersion,
                    answer.Label
                )
            );
        }

        // None is like a window without traffic, but for the reason.
        return skipped > 0 && rows.Count == 0
            ? throw new SourceException(
                $"All {skipped} answers of '{source.Service}.{source.Method}' in the window {window} were kept in another format than "
                    + $"{typeof(TInput).Name} and {typeof(TPrediction).Name} have: "
                    + "the service that answered was built with other columns. Choose a window since the service was last built, or build "
                    + "this program with the service's rows."
            )
            : new Served<TInput, TPrediction>(window, rows, skipped);
    }

    private static T Decode<T>(ReadOnlyMemory<byte> bytes, Codec<T> codec)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var reader = new ArtifactReader(stream, bytes.Length, NoArtifactFiles.Instance);
        var value = codec.Read(reader);
        reader.EnsureEnd();
        return value;
    }
}
