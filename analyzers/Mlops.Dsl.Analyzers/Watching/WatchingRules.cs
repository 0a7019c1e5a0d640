using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Watching;

/// <summary>The diagnostic of each kind of problem that reading a watching pipeline can find.</summary>
internal static class WatchingRules
{
    public static readonly DiagnosticDescriptor MalformedSchedule = new(
        "MLP8010",
        "Schedule is malformed",
        "'{0}' is no schedule: {1}",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Schedule] takes a cron expression of five fields (minute, hour, day of month, month, day of week) and the IANA name "
            + "of a time zone.",
        helpLinkUri: RuleHelp.Link("MLP8010")
    );

    public static readonly DiagnosticDescriptor UnusableWindow = new(
        "MLP8011",
        "Window cannot be set",
        "[Window] '{0}' {1}",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A pipeline has at most one [Window]: a property of type TimeWindow that whoever starts a run sets.",
        helpLinkUri: RuleHelp.Link("MLP8011")
    );

    public static readonly DiagnosticDescriptor ServedWithoutWindow = new(
        "MLP8012",
        "Served source without a window",
        "'{0}' reads what was served, but the pipeline does not say of which time; add [Window] public TimeWindow Window {{ get; init; }}",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [Served] source reads the answers of one window of time, which the pipeline's [Window] property tells.",
        helpLinkUri: RuleHelp.Link("MLP8012")
    );

    public static readonly DiagnosticDescriptor ServedDoesNotFit = new(
        "MLP8013",
        "Served source does not fit the service",
        "[Served] '{0}' does not fit: {1}",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [Served] source is a Served<TInput, TPrediction> of what the service's [Predict] method takes and predicts.",
        helpLinkUri: RuleHelp.Link("MLP8013")
    );

    public static readonly DiagnosticDescriptor PublishedDoesNotFit = new(
        "MLP8014",
        "Published artifact does not fit the source",
        "[FromPublished] '{0}' does not fit: {1}",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A [FromPublished] source has the type of the stage whose artifact it is, in the pipeline that publishes.",
        helpLinkUri: RuleHelp.Link("MLP8014")
    );

    public static readonly DiagnosticDescriptor MalformedTarget = new(
        "MLP8015",
        "Target of a notice is malformed",
        "'{0}' {1}; write 'mail:someone@example.org', or 'file:folder'",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Notify] takes mail: with an address, or file: with a folder.",
        helpLinkUri: RuleHelp.Link("MLP8015")
    );

    public static readonly DiagnosticDescriptor EffectReturnsSomethingElse = new(
        "MLP8016",
        "Effect returns something else",
        "{0} '{1}' returns {2}; return {3}",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "[Notify] returns Notice and [Start] returns StartRequest<TPipeline>, or a task of it.",
        helpLinkUri: RuleHelp.Link("MLP8016")
    );

    public static readonly DiagnosticDescriptor MalformedCoolDown = new(
        "MLP8017",
        "Cool-down is malformed",
        "'{0}' is no cool-down: write [days.]hours:minutes:seconds, more than zero, such as '1.00:00:00' for a day",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The cool-down is a TimeSpan in constant format ([d.]hh:mm:ss[.fffffff]) and is more than zero.",
        helpLinkUri: RuleHelp.Link("MLP8017")
    );

    public static readonly DiagnosticDescriptor StartLoop = new(
        "MLP8018",
        "Pipelines start each other without a cool-down",
        "'{0}' starts the pipeline that it is in, again and again ({1}); set CoolDown, such as [Start(CoolDown = \"1.00:00:00\")]",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Pipelines that start each other would go on for ever. A cool-down on the way bounds how often.",
        helpLinkUri: RuleHelp.Link("MLP8018")
    );

    /// <summary>The rule of each kind.</summary>
    public static ImmutableDictionary<ProblemKind, DiagnosticDescriptor> ByKind { get; } =
        new Dictionary<ProblemKind, DiagnosticDescriptor>
        {
            [ProblemKind.MalformedSchedule] = MalformedSchedule,
            [ProblemKind.UnusableWindow] = UnusableWindow,
            [ProblemKind.ServedWithoutWindow] = ServedWithoutWindow,
            [ProblemKind.ServedDoesNotFit] = ServedDoesNotFit,
            [ProblemKind.PublishedDoesNotFit] = PublishedDoesNotFit,
            [ProblemKind.MalformedTarget] = MalformedTarget,
            [ProblemKind.EffectReturnsSomethingElse] = EffectReturnsSomethingElse,
            [ProblemKind.MalformedCoolDown] = MalformedCoolDown,
            [ProblemKind.StartLoop] = StartLoop,
        }.ToImmutableDictionary();
}
