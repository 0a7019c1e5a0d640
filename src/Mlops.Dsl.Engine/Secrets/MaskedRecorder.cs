using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Records a run without the secrets that stand in its texts. What has no text of the user's in it passes as it is.</summary>
internal sealed class MaskedRecorder(IRunRecorder recorder, SecretMask secrets) : IRunRecorder
{
    public string RunId => recorder.RunId;

    public ValueTask<PendingCommit> CommitAsync(ExecutionCommit execution, CancellationToken cancellationToken = default) =>
        recorder.CommitAsync(
            secrets.IsEmpty
                ? execution
                : execution with
                {
                    Parts = secrets.Apply(execution.Parts),
                    Reason = secrets.ApplyIfAny(execution.Reason),
                    Error = secrets.ApplyIfAny(execution.Error),
                    Metrics = [.. execution.Metrics.Select(secrets.Apply)],
                    Logs = [.. execution.Logs.Select(line => line with { Message = secrets.Apply(line.Message) })],
                    Effect = execution.Effect is { } effect
                        ? effect with
                        {
                            Target = secrets.Apply(effect.Target),
                            Payload = secrets.Apply(effect.Payload),
                        }
                        : null,
                },
            cancellationToken
        );

    public ValueTask RecordAsync(IReadOnlyList<StageResult> results, CancellationToken cancellationToken = default) =>
        recorder.RecordAsync([.. results.Select(result => result with { Reason = secrets.ApplyIfAny(result.Reason) })], cancellationToken);

    public ValueTask RecordAsync(IReadOnlyList<RunEvent> events, CancellationToken cancellationToken = default) =>
        recorder.RecordAsync([.. events.Select(item => item with { Message = secrets.Apply(item.Message) })], cancellationToken);

    public ValueTask RecordAsync(IReadOnlyList<FingerprintParts> fingerprints, CancellationToken cancellationToken = default) =>
        recorder.RecordAsync(fingerprints, cancellationToken);

    public Task<PublishedEntry> PublishAsync(Publication publication, long execution, CancellationToken cancellationToken = default) =>
        recorder.PublishAsync(publication, execution, cancellationToken);

    public Task FinishAsync(RunStatus status, string? reason, DateTimeOffset finished) =>
        recorder.FinishAsync(status, secrets.ApplyIfAny(reason), finished);

    public ValueTask DisposeAsync() => recorder.DisposeAsync();
}
