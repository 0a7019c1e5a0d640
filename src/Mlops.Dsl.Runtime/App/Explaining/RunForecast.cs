using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>
/// Tells what a run would do with each stage, without executing any: sources are read, as every run reads them, and what follows is looked
/// up by its cache key as far as the content of its inputs is known.
/// </summary>
internal sealed class RunForecast
{
    private readonly RunSession _session;
    private readonly IStore _store;
    private readonly StageFingerprints _fingerprints;
    private readonly StageKeys _keys;
    private readonly StageCache _cache;
    private readonly MissExplainer _explainer;
    private readonly PublishedArtifacts _published;
    private readonly StageForecast[] _forecasts;

    private RunForecast(PipelineDefinition definition, object pipeline, RunOptions options, IStore store)
    {
        _store = store;
        _fingerprints = options.Fingerprints ?? FingerprintFiles.Load(definition);
        _session = new PipelineRun(definition, pipeline, options, new StoreKeeper(store.Artifacts)).Session;
        _keys = new StageKeys(definition, _fingerprints, new RunParameters(definition, pipeline), options.RuntimeVersion, firstRun: "");
        _cache = new StageCache(_session, store, _keys);
        _explainer = new MissExplainer(_session, store.Runs, _fingerprints, isRunRecorded: false);
        _session.Answers = new StoredAnswers(store.Serving);
        _published = new PublishedArtifacts(_session, store);
        _forecasts = new StageForecast[definition.Stages.Count];
        FingerprintHoles.Mark(_session.Stages, _fingerprints);
    }

    /// <summary>
    /// What keeps stages from being reused or changes from being named, and what no fingerprint sees, in a sentence each.
    /// </summary>
    public IEnumerable<string> Warnings =>
        ((string?[])[_fingerprints.Problem, _fingerprints.PartsProblem, FingerprintHoles.Describe(_session.Stages)]).OfType<string>();

    /// <summary>The forecasts, in the order of the pipeline's stages.</summary>
    public IReadOnlyList<StageForecast> Stages => _forecasts;

    /// <summary>Forecasts a run.</summary>
    public static async Task<RunForecast> MakeAsync(
        PipelineDefinition definition,
        object pipeline,
        RunOptions options,
        IStore store,
        CancellationToken cancellationToken
    )
    {
        var forecast = new RunForecast(definition, pipeline, options, store);
        foreach (var stage in forecast._session.Stages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            forecast._forecasts[stage.Definition.Index] = await forecast.MakeAsync(stage, cancellationToken);
        }

        return forecast;
    }

    private async Task<StageForecast> MakeAsync(StageRun stage, CancellationToken cancellationToken)
    {
        var definition = stage.Definition;
        if (Blocker(definition) is { } blocker)
        {
            return Forecast(stage, Prospect.Skipped, blocker);
        }

        if (definition.FromPublished is not null)
        {
            try
            {
                await _published.TakeAsync(stage);
                return Forecast(stage, Prospect.Reused, stage.Reason);
            }
            catch (SourceException exception)
            {
                return Forecast(stage, Prospect.Failed, exception.Message);
            }
        }

        if (definition.Kind == StageKind.Source)
        {
            try
            {
                if (await new SourceReader(_session, _store.Artifacts).ReadAsync(stage, cancellationToken) && await RecognizeAsync(stage))
                {
                    return Forecast(stage, Prospect.Reused, stage.Reason);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Sources are the user's code and the user's files: whatever is wrong with them is the forecast.
                return Forecast(
                    stage,
                    Prospect.Failed,
                    _session.Secrets.Apply(StageErrors.From(definition, element: null, exception)).Message
                );
            }
        }

        var open = Unknown(definition);
        if (open is null && await _cache.TryReuseAsync(stage))
        {
            return Forecast(stage, Prospect.Reused, stage.Reason);
        }

        // With unknown inputs it is no key to look anything up by, but it tells that the code is known.
        stage.Key ??= _keys.Find(stage, _session.Stages);
        var (reason, changes) = await _explainer.ExplainAsync(stage, _cache.GetParts(stage));
        if (open is null)
        {
            return Forecast(stage, Prospect.Executed, reason, changes);
        }

        // The inputs that are still to be computed differ in any case, being unknown: only the other changes tell something.
        var certain = changes.Where(change => change.Kind != KeyChangeKind.Input).ToArray();
        return certain.Length > 0 ? Forecast(stage, Prospect.Executed, ChangeText.Describe(certain), certain)
            : changes.Count == 0 ? Forecast(stage, Prospect.Executed, reason)
            : Forecast(stage, Prospect.Open, $"depends on what {open} returns");
    }

    private async Task<bool> RecognizeAsync(StageRun source)
    {
        source.Key = _keys.Find(source, _session.Stages);
        return source.Definition.HasVersionToken
            ? await _cache.TryReuseAsync(source)
            : _session.Options.UseCache && await _cache.TryRecognizeAsync(source);
    }

    /// <summary>Why a stage would not run, as far as that is known.</summary>
    private string? Blocker(StageDefinition stage)
    {
        foreach (var before in stage.Inputs.Select(static input => input.Stage).Concat(stage.After))
        {
            if (_forecasts[before].Prospect is Prospect.Skipped or Prospect.Failed)
            {
                return $"because {_forecasts[before].Stage.Name} would "
                    + $"{(_forecasts[before].Prospect == Prospect.Failed ? "fail" : "be skipped")}";
            }
        }

        foreach (var condition in stage.Conditions)
        {
            var holds = condition.Parameter is { } parameter ? parameter(_session.Pipeline) : _session.Stages[condition.Stage].Gate?.Passed;
            if (holds is { } value && value != condition.Expected)
            {
                return $"because {condition.Name} "
                    + $"{(condition.Stage < 0 ? $"is {(value ? "true" : "false")}" : value ? "passed" : "refused")}";
            }
        }

        return null;
    }

    /// <summary>The first stage whose output is needed and not known.</summary>
    private string? Unknown(StageDefinition stage) =>
        stage
            .Inputs.Select(input => _forecasts[input.Stage])
            .FirstOrDefault(static before => before.Prospect is Prospect.Open or Prospect.Executed && before.Stage.Kind != StageKind.Source)
            ?.Stage.Name;

    private StageForecast Forecast(StageRun stage, Prospect prospect, string reason, IReadOnlyList<KeyChange>? changes = null) =>
        new(
            stage.Definition,
            prospect,
            reason,
            changes ?? [],
            _fingerprints.Find(stage.Definition.Name)?.Parameters,
            stage.FingerprintWarnings
        );
}
