using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>The rules about locks.</summary>
internal static class ContractRules
{
    public static readonly DiagnosticDescriptor Broken = new(
        "MLP7001",
        "Contract is broken without a new version",
        "Pipeline '{0}' breaks what version {1} promised in its lock: {2}; undo that, or set Version to {3} and rewrite the lock",
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Who calls the pipeline, supplies its rows or takes what it publishes relies on its contract. A change that breaks it "
            + "needs a new major version; below 1.0.0 a new minor one.",
        helpLinkUri: RuleHelp.Link("MLP7001")
    );

    public static readonly DiagnosticDescriptor Stale = new(
        "MLP7002",
        "Lock is out of date",
        "The lock of pipeline '{0}' is out of date: {1}; rewrite it, so that the next change is compared with what is promised now",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A promise that is not in the lock can be broken without a word.",
        helpLinkUri: RuleHelp.Link("MLP7002")
    );

    public static readonly DiagnosticDescriptor Unreadable = new(
        "MLP7003",
        "Lock cannot be read",
        "The lock of pipeline '{0}' {1}; nothing checks the contract until it is restored, or deleted and written again",
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A lock is JSON of the format that docs/pipeline-lock.schema.json describes. One that can't be read promises nothing.",
        helpLinkUri: RuleHelp.Link("MLP7003")
    );

    public static readonly DiagnosticDescriptor Orphaned = new(
        "MLP7004",
        "Lock of a pipeline that is gone",
        "No pipeline of this project is called '{0}': whoever relies on it is left alone; bring it back, or delete its lock",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A pipeline that is removed or renamed breaks its contract altogether.",
        helpLinkUri: RuleHelp.Link("MLP7004"),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor Missing = new(
        "MLP7005",
        "Pipeline has no lock",
        "Pipeline '{0}' has no lock, which the policy mlops_dsl.require_lock demands: commit '{0}.pipeline.lock.json' beside the project",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Without a lock nothing is promised, and every change passes.",
        helpLinkUri: RuleHelp.Link("MLP7005")
    );

    public static readonly DiagnosticDescriptor ReliedOnChanged = new(
        "MLP8005",
        "Pipeline publishes something else than was relied on",
        "{0}",
        RuleCategory.Operation,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Who calls a service, and what watches one, was made for what a pipeline published. Where that changes in another "
            + "project, it must not change here without a word.",
        helpLinkUri: RuleHelp.Link("MLP8005")
    );
}
