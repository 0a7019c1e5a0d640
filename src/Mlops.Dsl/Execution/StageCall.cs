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

    /// <summary>A service for a nullable parameter marked with <see cref="FromServicesAttribute"/>; null where the program registered none.</summary>
    /// <typeparam name="T">The parameter's type, nullable.</typeparam>
    public T FindService<T>() => Services?.GetService(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is T service ? service : default!;
}
