using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Execution;

/// <summary>One call of a stage's method: the pipeline instance, the inputs, the places for the outputs, and what is injected.</summary>
/// <param name="pipeline">The pipeline instance.</param>
/// <param name="inputs">One filled slot per input.</param>
/// <param name="outputs">One empty slot per output.</param>
public sealed class StageCall(object pipeline, ArtifactSlot[] inputs, ArtifactSlot[] outputs)
{
    /// <summary>What the stage may use of the run. Set before a call of a stage that takes it.</summary>
    public StageContext Context
    {
        get => field ?? throw new InvalidOperationException("The call has no stage context.");
        set;
    }

    /// <summary>Cancelled when the run or the attempt is to end.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>The program's services, if it registered any.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>What services answered in the time that the run is about; null in a run without a store.</summary>
    public IServedAnswers? Answers { get; set; }

    /// <summary>What the stage asks to be done after its commit; null as long as it has asked for nothing.</summary>
    public StageEffect? Effect { get; private set; }

    /// <summary>Asks for a notice to be told.</summary>
    public void Tell(Notice? notice) =>
        Effect = notice is null
            ? throw new EffectException(
                "The stage returned no notice. Return one, and let [When] or [Unless] decide whether there is something to tell."
            )
            : new NoticeEffect(notice);

    /// <summary>Asks for a run of another pipeline.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <param name="request">What the stage returned.</param>
    /// <exception cref="EffectException">There is no request, or it sets a secret, which would be stored.</exception>
    public void Start<TOther>(PipelineDefinition definition, StartRequest<TOther>? request)
        where TOther : class =>
        Effect = request?.Pipeline is { } instance
            ? StartEffect.Of(definition, instance, request.Reason)
            : throw new EffectException(
                "The stage returned no request. Return one, and let [When] or [Unless] decide whether there is something to start."
            );

    /// <summary>Reads what a service answered within a window, for a <see cref="ServedAttribute">[Served]</see> source.</summary>
    /// <exception cref="SourceException">The run has no store, or all answers were kept in another format.</exception>
    public ValueTask<Served<TInput, TPrediction>> ReadServedAsync<TInput, TPrediction>(
        ServedSource source,
        TimeWindow window,
        Codec<TInput> input,
        Codec<TPrediction> prediction
    ) =>
        Answers is { } answers
            ? ServedReader.ReadAsync(answers, source, window, input, prediction, CancellationToken)
            : throw new SourceException(
                $"What the service '{source?.Service}' answered is in a store, and this run has none: give it one (--store, or "
                    + $"RunOptions.StorePath)."
            );

    /// <summary>The pipeline instance.</summary>
    public TPipeline GetPipeline<TPipeline>()
        where TPipeline : class => (TPipeline)pipeline;

    /// <summary>The value of an input.</summary>
    public T GetInput<T>(int index) => ((ArtifactSlot<T>)inputs[index]).Value;

    /// <summary>Keeps the value of an output.</summary>
    public void SetOutput<T>(int index, T value) => ((ArtifactSlot<T>)outputs[index]).Value = value;

    /// <summary>A service for a parameter marked with <see cref="FromServicesAttribute"/>.</summary>
    /// <exception cref="MissingServiceException">The program registered no such service.</exception>
    public T GetService<T>()
        where T : notnull => Services?.GetService(typeof(T)) is T service ? service : throw new MissingServiceException(typeof(T));

    /// <summary>
    /// A service for a nullable parameter marked with <see cref="FromServicesAttribute"/>; null where the program registered none.
    /// </summary>
    /// <typeparam name="T">The parameter's type, nullable.</typeparam>
    public T FindService<T>() => Services?.GetService(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is T service ? service : default!;
}
