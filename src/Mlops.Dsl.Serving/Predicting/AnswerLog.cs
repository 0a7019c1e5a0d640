using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Serving;

/// <summary>Records the answers of one method in the store.</summary>
internal sealed class AnswerLog<TInput, TPrediction>(PredictMethod<TInput, TPrediction> method, ServingScope scope)
    where TInput : IRow<TInput>
    where TPrediction : IPrediction<TPrediction>
{
    private static readonly Codec<TInput> InputCodec = TInput.Codec;
    private static readonly Codec<TPrediction> PredictionCodec = TPrediction.Codec;

    /// <summary>Records an answer.</summary>
    /// <returns>Completes when it is durable.</returns>
    public Task RecordAsync(string requestId, TInput input, TPrediction prediction, int version, TimeSpan duration) =>
        scope.Store.Serving.RecordAsync(
            new ServedRecord
            {
                RequestId = requestId,
                Service = scope.Service,
                Method = method.Name,
                Model = method.Model,
                ModelVersion = version,
                Time = scope.Clock.GetUtcNow(),
                Duration = duration,
                InputSchema = InputCodec.Schema,
                Input = Encode(InputCodec, input),
                PredictionSchema = PredictionCodec.Schema,
                Prediction = Encode(PredictionCodec, prediction),
            }
        );

    private static byte[] Encode<T>(Codec<T> codec, T value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new ArtifactWriter(bytes, NoFiles.Instance))
        {
            codec.Write(writer, value);
        }

        return bytes.ToArray();
    }
}
