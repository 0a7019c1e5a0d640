namespace Mlops.Dsl.Generators.Problems;

/// <summary>
/// What binding a pipeline can find wrong. The analyzers give each kind its diagnostic; what the symbols alone tell
/// (modifiers, literals, names) is the analyzers' own business and is not listed here. Each member says what the arguments of
/// <see cref="IProblemSink.Report"/> are, in order.
/// </summary>
internal enum ProblemKind
{
    /// <summary>
    /// Two outputs (stages, sources, tuple elements) whose names are equal ignoring case: the name, and the other's name.
    /// </summary>
    DuplicateOutputName,

    /// <summary>A tuple element without a name: the stage, and the element's one-based position.</summary>
    UnnamedTupleElement,

    /// <summary>
    /// A stage's parameter that no output binds: the parameter, the stage, its type, the candidates (outputs that exist, as <c>Name
    /// (Type)</c>, comma-separated).
    /// </summary>
    UnboundInput,

    /// <summary>
    /// A stage's parameter that several outputs bind by type: the parameter, the stage, its type, the candidates' names, comma-separated.
    /// </summary>
    AmbiguousInput,

    /// <summary>
    /// A parameter bound by its name, or by [From], to an output whose type does not convert: the parameter, the stage, its type, the
    /// output, the output's type, the candidates of the right type (may be empty).
    /// </summary>
    IllTypedInput,

    /// <summary>
    /// A name in [From], [After], [ForEach], [When] or [Unless] that nothing has: the attribute's name without brackets, the stage, the
    /// unknown name, the nearest name (empty where none is near), all names that would do, comma-separated.
    /// </summary>
    UnknownTarget,

    /// <summary>
    /// Stages that wait for each other, or a stage that waits for itself: the path, such as <c>A → B → A</c>. Reported once, at the first
    /// stage of the path.
    /// </summary>
    Cycle,

    /// <summary>A [ForEach] target that is not an <c>IReadOnlyList&lt;T&gt;</c>: the stage, the target, its type.</summary>
    ForEachTargetIsNoList,

    /// <summary>A [ForEach] stage that takes no parameter of the list's element: the stage, the target, the element type.</summary>
    ForEachElementUnused,

    /// <summary>
    /// A parameter bound to the output of a [ForEach] stage that is not an <c>IReadOnlyList</c> of the output's type: the parameter, the
    /// stage, its type, the output, the expected type.
    /// </summary>
    CollectedInputIsNoList,

    /// <summary>
    /// A [When] or [Unless] target that is neither a gate nor a bool: the attribute's name, the stage, the target, its type.
    /// </summary>
    ConditionIsNoGateOrBool,

    /// <summary>
    /// An artifact's type that no codec can be written for: the stage, the output's type, the path to the culprit (such as
    /// <c>Model.Weights[]</c>), and why.
    /// </summary>
    ArtifactWithoutCodec,

    /// <summary>A gate that does not return <c>GateResult</c> or a task of one: the gate, and its return type.</summary>
    GateReturnsNoResult,

    /// <summary>
    /// A placeholder of a source's location that is no parameter, or whose value has no text form: the source, the placeholder, the nearest
    /// name (may be empty), all parameters' names.
    /// </summary>
    UnknownPlaceholder,

    /// <summary>
    /// A member of the user's that has the name of a generated one (<c>Definition</c>, <c>RunAsync</c> or <c>RunResult</c>): the pipeline
    /// class, and the name.
    /// </summary>
    ReservedName,

    /// <summary>What the compiler reports itself, and what keeps the pipeline from being complete.</summary>
    ErrorOfCompiler,

    /// <summary>A [Schedule] that is no schedule: the cron expression, and what is wrong in a clause.</summary>
    MalformedSchedule,

    /// <summary>A [Window] that can't be one: the property, and why in words that follow its name.</summary>
    UnusableWindow,

    /// <summary>[Served] sources in a pipeline without a [Window]: the first.</summary>
    ServedWithoutWindow,

    /// <summary>
    /// A [Served] source that does not fit its service: the source, why in a clause, and the type that would fit, as code writes it, if
    /// that would mend it.
    /// </summary>
    ServedDoesNotFit,

    /// <summary>
    /// A [FromPublished] source that does not fit the pipeline that publishes: the source, why in a clause, and the type that would fit, as
    /// above.
    /// </summary>
    PublishedDoesNotFit,

    /// <summary>A [Notify] with a target that is none: the target, and why in words that follow it.</summary>
    MalformedTarget,

    /// <summary>A [Notify] or [Start] stage that returns something else: the attribute, the stage, its type, and what to return.</summary>
    EffectReturnsSomethingElse,

    /// <summary>A cool-down that is no duration: the text.</summary>
    MalformedCoolDown,

    /// <summary>
    /// A [Start] without a cool-down by which a pipeline starts itself: the stage, and the way, such as <c>A → B → A</c>.
    /// </summary>
    StartLoop,
}
