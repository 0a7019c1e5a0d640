namespace Mlops.Dsl.Execution;

/// <summary>One node of a pipeline's graph, and how to run it. The generator derives a class from it for each stage.</summary>
public abstract class StageDefinition
{
    /// <summary>The position in <see cref="PipelineDefinition.Stages"/>.</summary>
    public required int Index { get; init; }

    /// <summary>The stage's name: its method's.</summary>
    public required string Name { get; init; }

    /// <summary>What the node is.</summary>
    public required StageKind Kind { get; init; }

    /// <summary>The doc comment's summary, if any.</summary>
    public string? Description { get; init; }

    /// <summary>Where the method is declared, as <c>file:line</c> relative to the project, for messages.</summary>
    public string? Location { get; init; }

    /// <summary>The inputs, in the order of the method's parameters. Injected parameters are none.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; init; } = [];

    /// <summary>The outputs; none for an effect.</summary>
    public IReadOnlyList<OutputDefinition> Outputs { get; init; } = [];

    /// <summary>The indices of the stages that must have succeeded before.</summary>
    public IReadOnlyList<int> After { get; init; } = [];

    /// <summary>What decides whether the stage runs: all must hold.</summary>
    public IReadOnlyList<StageCondition> Conditions { get; init; } = [];

    /// <summary>How the stage is run.</summary>
    public StagePolicy Policy { get; init; } = StagePolicy.Default;

    /// <summary>The name under which a publication is stored; null for other kinds.</summary>
    public string? PublishName { get; init; }

    /// <summary>How many people must approve a version of a publication before an alias other than <c>candidate</c> may name it.</summary>
    public int RequiredApprovals { get; init; }

    /// <summary>
    /// Where a <see cref="NotifyAttribute">[Notify]</see> stage tells its notice, such as <c>mail:ops@example.org</c>; null for other
    /// kinds.
    /// </summary>
    public string? NotifyTarget { get; init; }

    /// <summary>
    /// How long after a start a further request of a <see cref="StartAttribute">[Start]</see> stage is dropped; null for other stages, and
    /// where none is.
    /// </summary>
    public TimeSpan? CoolDown { get; init; }

    /// <summary>
    /// The service's method whose answers a <see cref="ServedAttribute">[Served]</see> source reads; null for other stages.
    /// </summary>
    public ServedSource? Served { get; init; }

    /// <summary>The artifact that a <see cref="FromPublishedAttribute">[FromPublished]</see> source takes; null for other stages.</summary>
    public PublishedSource? FromPublished { get; init; }

    /// <summary>
    /// The position among <see cref="Inputs"/> of the list that a <see cref="ForEachAttribute"/> stage iterates; -1 where the stage runs
    /// once.
    /// The other inputs are the same for every element.
    /// </summary>
    public int ForEachInput { get; init; } = -1;

    /// <summary>Whether the stage runs once per element.</summary>
    public bool IsForEach => ForEachInput >= 0;

    /// <summary>Whether the stage returns nothing: it is run for its effect, in every run.</summary>
    public bool IsEffect => Outputs.Count == 0;

    /// <summary>Whether a source's data is identified by a version token rather than by the content that it returns.</summary>
    public virtual bool HasVersionToken => false;

    /// <summary>Runs the method: takes its arguments from the call's inputs and puts what it returns into the call's outputs.</summary>
    public abstract ValueTask InvokeAsync(StageCall call);

    /// <summary>Asks a user's own source for the token that tells whether its data has changed.</summary>
    public virtual ValueTask<string> GetVersionTokenAsync(StageCall call) =>
        throw new NotSupportedException($"'{Name}' has no version token.");

    /// <inheritdoc />
    public override string ToString() => Name;
}
