using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Storage;

namespace Mlops.Dsl.Runtime.Engine;

/// <summary>Runs a pipeline with a store.</summary>
internal static class DurableRun
{
    /// <summary>Opens the store, runs, and closes it again.</summary>
    public static async Task<RunReport> RunAsync(
        PipelineDefinition definition, object pipeline, RunOptions options, RunParameters parameters, CancellationToken cancellationToken)
    {
        await using var store = Store.Open(options.StorePath!);
        var fingerprints = options.Fingerprints ?? FingerprintFiles.Load(definition);
        var run = new PipelineRun(definition, pipeline, options, new StoreKeeper(store.Artifacts));
        var session = run.Session;
        await using var recorder = await store.Runs.BeginRunAsync(Describe(definition, options, parameters), CancellationToken.None);
        if (options.UseCache)
        {
            await store.Runs.PrefetchAsync(session.PipelineTypeName, CancellationToken.None);
        }

        if (fingerprints.Problem is { } problem)
        {
            session.Observers.Warn(problem);
        }

        FingerprintHoles.Mark(session.Stages, fingerprints);
        if (FingerprintHoles.Describe(session.Stages) is { } holes)
        {
            session.Observers.Warn(holes);
        }

        var firstRun = options.ResumeOf is { } resumeOf ? await ResumeChain.FindFirstAsync(store.Runs, resumeOf) : recorder.RunId;
        var keys = new StageKeys(definition, fingerprints, parameters, options.RuntimeVersion, firstRun);
        session.Journal = new RunJournal(session, store, recorder, new StageCache(session, store, keys), fingerprints);
        var outputs = new ReportOutputs(options, session.PipelineTypeName);
        session.ReadMetrics = outputs.ReadMetrics;
        return await run.RunAsync(recorder, outputs, cancellationToken);
    }

    private static RunStart Describe(PipelineDefinition definition, RunOptions options, RunParameters parameters)
    {
        var now = options.TimeProvider.GetUtcNow();
        return new RunStart
        {
            Id = RunIds.Create(now),
            Pipeline = definition.Name,
            PipelineType = definition.PipelineType.FullName!,
            PipelineVersion = definition.Version,
            Parent = options.ResumeOf,
            Started = now,
            Parameters = parameters.All,
        };
    }
}
