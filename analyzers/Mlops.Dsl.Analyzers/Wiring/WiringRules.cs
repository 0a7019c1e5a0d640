using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Wiring;

/// <summary>The diagnostic of each kind of problem that binding a pipeline can find.</summary>
internal static class WiringRules
{
    public static readonly DiagnosticDescriptor DuplicateOutputName = new(
        "MLP1014",
        "Two outputs have one name",
        "'{0}' is also the name of '{1}' (names ignore case), so that a parameter could mean either; rename one",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Stages, sources and the elements of returned tuples share one space of names, which ignores case, because a stage's "
            + "parameters are bound by name.",
        helpLinkUri: RuleHelp.Link("MLP1014")
    );

    public static readonly DiagnosticDescriptor UnnamedTupleElement = new(
        "MLP1015",
        "Tuple element has no name",
        "Element {1} of the tuple that stage '{0}' returns has no name; name each artifact, as in (TrainSet<Row> Train, TestSet<Row> Test)",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each element of a returned tuple is an artifact of its own. Its name is how stages downstream, the command line and "
            + "the store refer to it.",
        helpLinkUri: RuleHelp.Link("MLP1015")
    );

    public static readonly DiagnosticDescriptor GateReturnsNoResult = new(
        "MLP1017",
        "Gate does not return a GateResult",
        "Gate '{0}' returns {1}; return GateResult, or a task of one",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A gate decides, and says why: it returns GateResult, Task<GateResult> or ValueTask<GateResult>.",
        helpLinkUri: RuleHelp.Link("MLP1017")
    );

    public static readonly DiagnosticDescriptor ArtifactWithoutCodec = new(
        "MLP1022",
        "Artifact type has no codec",
        "Stage '{0}' returns {1}, which cannot be stored because {3}; use a type that can, or give it an [ArtifactCodec]",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a stage returns is encoded, hashed and stored. Codecs are generated for records, tuples, enums, primitives, "
            + "arrays, lists and dictionaries of such types; any other type names its own with [ArtifactCodec].",
        helpLinkUri: RuleHelp.Link("MLP1022")
    );

    public static readonly DiagnosticDescriptor UnboundInput = new(
        "MLP1031",
        "Stage parameter is not bound",
        "Nothing binds parameter '{0}' of stage '{1}' ({2}): no output has its name or its type; {3}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage's parameter is bound by [From], else by its name, else by its type, where exactly one output has that type.",
        helpLinkUri: RuleHelp.Link("MLP1031")
    );

    public static readonly DiagnosticDescriptor AmbiguousInput = new(
        "MLP1032",
        "Stage parameter is ambiguous",
        "Parameter '{0}' of stage '{1}' ({2}) could be {3}; rename it to the one that is meant, or mark it [From]",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Several outputs have the parameter's type, and none has its name.",
        helpLinkUri: RuleHelp.Link("MLP1032")
    );

    public static readonly DiagnosticDescriptor IllTypedInput = new(
        "MLP1033",
        "Stage parameter has another type than the output it names",
        "Parameter '{0}' of stage '{1}' has type {2}, but the output '{3}' that it names has type {4}{5}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter whose name, or whose [From], is that of an output is meant to be that output. Its type must convert, so "
            + "that a renamed stage is noticed.",
        helpLinkUri: RuleHelp.Link("MLP1033")
    );

    public static readonly DiagnosticDescriptor UnknownTarget = new(
        "MLP1034",
        "Unknown stage or output",
        "[{0}] of stage '{1}' names '{2}', which is no stage or output that would do; {3}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[From], [After], [ForEach], [When] and [Unless] name stages, sources, gates, elements of returned tuples or bool "
            + "parameters of the same pipeline. Write nameof(Stage), so that the compiler knows, too.",
        helpLinkUri: RuleHelp.Link("MLP1034")
    );

    public static readonly DiagnosticDescriptor Cycle = new(
        "MLP1035",
        "Stages wait for each other",
        "No stage of this cycle can ever start: {0}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A stage starts when its inputs, its [After] stages and its conditions are there. Stages that wait for each other "
            + "never start.",
        helpLinkUri: RuleHelp.Link("MLP1035")
    );

    public static readonly DiagnosticDescriptor ReservedName = new(
        "MLP1036",
        "Member has the name of a generated one",
        "'{1}' is the name of a member that is generated for pipeline '{0}'; rename yours",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator adds Definition, RunAsync and RunResult to a pipeline class.",
        helpLinkUri: RuleHelp.Link("MLP1036")
    );

    public static readonly DiagnosticDescriptor ForEachTargetIsNoList = new(
        "MLP1037",
        "ForEach target is not a list",
        "[ForEach] of stage '{0}' names '{1}', which has type {2}; it must be an IReadOnlyList<T>",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[ForEach] runs the stage once per element of an output that is an IReadOnlyList<T>.",
        helpLinkUri: RuleHelp.Link("MLP1037")
    );

    public static readonly DiagnosticDescriptor CollectedInputIsNoList = new(
        "MLP1038",
        "Collected input is not a list",
        "Parameter '{0}' of stage '{1}' has type {2}, but '{3}' runs once per element, so that its output has type {4}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a [ForEach] stage produces is collected: a stage downstream takes IReadOnlyList<T> of its output's type.",
        helpLinkUri: RuleHelp.Link("MLP1038")
    );

    public static readonly DiagnosticDescriptor ConditionIsNoGateOrBool = new(
        "MLP1039",
        "Condition is neither a gate nor a bool",
        "[{0}] of stage '{1}' names '{2}', which has type {3}; name a gate, or an output or parameter that is a bool",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[When] and [Unless] ask a gate, or a bool that a stage returns or a parameter has.",
        helpLinkUri: RuleHelp.Link("MLP1039")
    );

    public static readonly DiagnosticDescriptor ForEachElementUnused = new(
        "MLP1040",
        "ForEach stage takes no element",
        "Stage '{0}' runs once per element of '{1}', but takes no parameter of type {2}",
        RuleCategory.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [ForEach] stage has a parameter of the element's type, or each of its runs would be the same.",
        helpLinkUri: RuleHelp.Link("MLP1040")
    );

    /// <summary>The rules by the problem that they report.</summary>
    public static ImmutableDictionary<ProblemKind, DiagnosticDescriptor> ByKind { get; } =
        new Dictionary<ProblemKind, DiagnosticDescriptor>
        {
            [ProblemKind.DuplicateOutputName] = DuplicateOutputName,
            [ProblemKind.UnnamedTupleElement] = UnnamedTupleElement,
            [ProblemKind.GateReturnsNoResult] = GateReturnsNoResult,
            [ProblemKind.ArtifactWithoutCodec] = ArtifactWithoutCodec,
            [ProblemKind.UnboundInput] = UnboundInput,
            [ProblemKind.AmbiguousInput] = AmbiguousInput,
            [ProblemKind.IllTypedInput] = IllTypedInput,
            [ProblemKind.UnknownTarget] = UnknownTarget,
            [ProblemKind.Cycle] = Cycle,
            [ProblemKind.ReservedName] = ReservedName,
            [ProblemKind.ForEachTargetIsNoList] = ForEachTargetIsNoList,
            [ProblemKind.CollectedInputIsNoList] = CollectedInputIsNoList,
            [ProblemKind.ConditionIsNoGateOrBool] = ConditionIsNoGateOrBool,
            [ProblemKind.ForEachElementUnused] = ForEachElementUnused,
        }.ToImmutableDictionary();
}
