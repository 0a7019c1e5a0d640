using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;

namespace Mlops.Dsl.Analyzers.Reach;

/// <summary>
/// A rule of the form "this operation is a fault if a stage, or what it calls, executes it". <see cref="ReachedOperationAnalyzer"/> runs
/// all of them, and only where there is a pipeline. A rule has no state.
/// </summary>
internal abstract class ReachedOperationRule : CandidateRule
{
    private DiagnosticDescriptor? _atEnd;

    /// <summary>
    /// What the rule reports. <c>{0}</c> of the message is the stage and begins the sentence: <c>{0} reads the clock with '{1}', …</c>.
    /// </summary>
    public abstract DiagnosticDescriptor Rule { get; }

    /// <summary>The same, for what is known only when the whole compilation was seen: a fault in what a stage calls.</summary>
    public DiagnosticDescriptor AtEnd => _atEnd ??= AsCompilationEnd(Rule);

    /// <summary>The stages that the rule is about.</summary>
    public virtual StageFilter Stages => StageFilter.All;

    /// <summary>
    /// Checks an operation that uses one of <see cref="Types"/> or is one of <see cref="Operations"/>; null if nothing is wrong with it.
    /// </summary>
    public abstract Fault? Check(ReachedOperation operation);

    private static DiagnosticDescriptor AsCompilationEnd(DiagnosticDescriptor rule) =>
#pragma warning disable RS1017, RS1033 // Everything is the rule's own; only the tag is added.
        new(
            rule.Id,
            rule.Title,
            rule.MessageFormat,
            rule.Category,
            rule.DefaultSeverity,
            rule.IsEnabledByDefault,
            rule.Description,
            rule.HelpLinkUri,
            [.. rule.CustomTags, WellKnownDiagnosticTags.CompilationEnd]
        );
#pragma warning restore RS1017, RS1033
}
