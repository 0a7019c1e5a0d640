using Mlops.Dsl.Engine;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine.Support;

/// <summary>Runs a graph as a run with a store does, with the store's recorder watched.</summary>
internal static class RecordedRun
{
    public static async Task<RunReport> RunAsync(TestStore store, RecordingStore recording, Graph graph, IRunObserver? observer = null)
    {
        var definition = graph.Build();
        var options = new RunOptions
        {
            StorePath = store.Path,
            Cpus = 4,
            Observers = observer is null ? [] : [observer],
        };
        var fingerprints = store.Fingerprint(definition);
        var pipeline = new GraphPipeline();
        var parameters = new RunParameters(definition, pipeline);
        var run = new PipelineRun(definition, pipeline, options, new StoreKeeper(recording.Inner.Artifacts));
        var started = await recording.Inner.Runs.BeginRunAsync(
            new RunStart
            {
                Id = RunIds.Create(DateTimeOffset.UtcNow),
                Pipeline = definition.Name,
                PipelineType = definition.PipelineType.FullName!,
                PipelineVersion = definition.Version,
                Started = DateTimeOffset.UtcNow,
            }
        );
        await using var recorder = recording.Watch(started);
        var keys = new StageKeys(definition, fingerprints, parameters, options.RuntimeVersion, recorder.RunId);
        run.Session.Journal = new RunJournal(
            run.Session,
            recording.Inner,
            recorder,
            new StageCache(run.Session, recording.Inner, keys),
            fingerprints
        )
        {
            Published = new PublishedArtifacts(run.Session, recording.Inner),
            FirstRun = recorder.RunId,
        };
        var outputs = new ReportOutputs(options, definition.PipelineType.FullName!);
        run.Session.ReadMetrics = outputs.ReadMetrics;
        return await run.RunAsync(recorder, outputs, CancellationToken.None);
    }
}
