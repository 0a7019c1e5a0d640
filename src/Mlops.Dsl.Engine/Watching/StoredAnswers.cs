using System.Runtime.CompilerServices;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>What services answered, as the store keeps it.</summary>
internal sealed class StoredAnswers(IServingLog log) : IServedAnswers
{
    public async IAsyncEnumerable<ServedAnswer> ReadAsync(
        ServedSource source,
        TimeWindow window,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var record in log.ReadAsync(source.Service, source.Method, window, cancellationToken))
        {
            yield return new ServedAnswer
            {
                RequestId = record.RequestId,
                Time = record.Time,
                ModelVersion = record.ModelVersion,
                Label = record.Label,
                InputSchema = record.InputSchema,
                Input = record.Input,
                PredictionSchema = record.PredictionSchema,
                Prediction = record.Prediction,
            };
        }
    }
}
