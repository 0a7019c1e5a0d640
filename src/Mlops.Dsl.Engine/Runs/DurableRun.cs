using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Runs a pipeline with a store.</summary>
internal static class DurableRun
{
    /// <summary>Opens the store, runs, and closes it again.</summary>
    public static async Task<RunReport> RunAsync(
        PipelineDefinition definition,
        object pipeline,
        RunOptions options,
        RunParameters parameters,
        CancellationToken cancellationToken
    )
    {
        var observers = PipelineRun.Observe(options, new SecretMask(definition, pipeline));
        await using var opened = options.Store is null
            ? StoreFactories.Open(
                options.StorePath!,
                new StoreOptions { Stop = cancellationToken, Waiting = observers.Warn },
                options.TimeProvider
            )
            : null;
        var store = options.Store ?? opened!;
        var fingerprints = options.Fingerprints ?? FingerprintFiles.Load(definition);
        var scratch = new ScratchFolder(store.CreateScratchFolder);
        var run = new PipelineRun(definition, pipeline, options, new StoreKeeper(store.Artifacts), scratch, observers);
        var session = run.Session;
        (session.Store, session.Parameters) = (store, parameters);
        await using var recorder = new MaskedRecorder(
            await store.Runs.BeginRunAsync(Describe(session, parameters), CancellationToken.None),
            session.Secrets
        );
        if (options.UseCache)
        {
            await store.Runs.PrefetchAsync(session.PipelineTypeName, CancellationToken.None);
        }

        foreach (var warning in (IEnumerable<string>)[.. store.Warnings, .. fingerprints.Problem is { } problem ? [problem] : (string[])[]])
        {
            session.Observers.Warn(warning);
        }

        FingerprintHoles.Mark(session.Stages, fingerprints);
        if (FingerprintHoles.Describe(session.Stages) is { } holes)
        {
            session.Observers.Warn(holes);
        }

        var firstRun = options.ResumeOf is { } resumeOf ? await ResumeChain.FindFirstAsync(store.Runs, resumeOf) : recorder.RunId;
        var keys = new StageKeys(definition, fingerprints, parameters, options.RuntimeVersion, firstRun);
        session.Answers = new StoredAnswers(store.Serving);
        session.Journal = new RunJournal(session, store, recorder, new StageCache(session, store, keys), fingerprints)
        {
            Published = new PublishedArtifacts(session, store),
            FirstRun = firstRun,
        };
        var outputs = new ReportOutputs(options, session.PipelineTypeName);
        session.ReadMetrics = outputs.ReadMetrics;
        return await run.RunAsync(recorder, outputs, cancellationToken);
    }

    private static RunStart Describe(RunSession run, RunParameters parameters)
    {
        var definition = run.Definition;
        var now = run.Options.TimeProvider.GetUtcNow();
        return new RunStart
        {
            Id = RunIds.Create(now),
            Pipeline = definition.Name,
            PipelineType = definition.PipelineType.FullName!,
            PipelineVersion = definition.Version,
            Parent = run.Options.ResumeOf,
            ResumesFirst = run.Options.ResumesFirst,
            Tick = run.Options.Tick,
            Window = definition.GetWindow(run.Pipeline),
            Started = now,
            Parameters = [.. parameters.All.Select(run.Secrets.Apply)],
        };
    }
}
