using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Takes what an executor brought from another process into the run and its store, where every byte is hashed again.</summary>
internal sealed class OutcomeAdopter(RunSession run)
{
    /// <summary>Takes metrics and log lines that have not been told before.</summary>
    public static void AdoptEvents(StageAttempt attempt, InvocationOutcome outcome)
    {
        foreach (var metric in outcome.Metrics)
        {
            attempt.LogMetric(metric.Name, metric.Value, metric.Step);
        }

        foreach (var line in outcome.Lines)
        {
            attempt.Log(line.Level, line.Message);
        }

        attempt.Stage.PeakMemory = Math.Max(attempt.Stage.PeakMemory ?? 0, outcome.PeakMemory ?? 0) is var peak and > 0 ? peak : null;
        attempt.DependsOnIndex = outcome.DependsOnPosition;
    }

    /// <summary>Takes the outputs and the effect of an attempt that succeeded.</summary>
    /// <returns>What is wrong with them, or null.</returns>
    public async ValueTask<StageError?> AdoptAsync(StageAttempt attempt, InvocationOutcome outcome)
    {
        var outputs = attempt.Definition.Outputs;
        if (
            outcome.Outputs.Count != outputs.Count
            || outputs.Where((output, i) => outcome.Outputs[i].Name != output.Name || outcome.Outputs[i].Schema != output.Schema).Any()
        )
        {
            return Found(
                attempt,
                $"'{attempt.Definition.Name}' was run elsewhere by other code: its outputs are not the ones declared here."
            );
        }

        var kept = new StoredValue[outputs.Count];
        for (var i = 0; i < kept.Length; i++)
        {
            try
            {
                kept[i] = new StoredValue(await StoreAsync(outcome.Outputs[i]));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                return Found(
                    attempt,
                    $"What '{attempt.Definition.Name}' returned for '{outputs[i].Name}' can't be kept: {exception.Message}"
                );
            }
        }

        for (var i = 0; i < kept.Length; i++)
        {
            if (attempt.Element is { } element)
            {
                attempt.Stage.FanOut!.Collections[i].Set(element.Index, slot: null, kept[i]);
            }
            else
            {
                attempt.Stage.Outputs[i].Set(slot: null, kept[i]);
            }
        }

        if (attempt.Element is { } done)
        {
            done.Duration = run.Options.TimeProvider.GetElapsedTime(done.StartTimestamp);
            await run.Journal!.CommitAsync(attempt.Stage, done, kept, attempt);
        }

        attempt.Effect = outcome.Effect?.ToEffect();
        return null;
    }

    private static StageError Found(StageAttempt attempt, string message) =>
        StageErrors.Found(attempt.Definition, attempt.Element?.Index, message);

    private async ValueTask<StoredArtifact> StoreAsync(OutputReference output)
    {
        using var staging = run.Store!.Artifacts.Stage();
        foreach (var file in output.Files)
        {
            if (staging.Store(file.Path) != file.Content)
            {
                throw new InvalidDataException($"the file '{file.Path}' was changed since.");
            }
        }

        await using (var bytes = File.OpenRead(output.Path))
        {
            await bytes.CopyToAsync(staging.Content, run.StopToken);
        }

        var stored = await staging.CompleteAsync(CancellationToken.None);
        return stored.Hash == output.Content
            ? stored
            : throw new InvalidDataException($"the bytes in '{output.Path}' are not the ones with the hash {output.Content}.");
    }
}
