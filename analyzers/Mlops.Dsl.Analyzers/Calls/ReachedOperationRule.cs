using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>
/// A rule of the form "this operation is a fault if a stage, or what it calls, executes it". <see cref="ReachedOperationAnalyzer"/> runs
/// all of them, and only where there is a pipeline. A rule has no state.
/// </summary>
internal abstract class ReachedOperationRule
{
    private DiagnosticDescriptor? _atEnd;

    /// <summary>
    /// What the rule reports. <c>{0}</c> of the message is the stage and begins the sentence: <c>{0} reads the clock with '{1}', …</c>.
    /// </summary>
    public abstract DiagnosticDescriptor Rule { get; }

    /// <summary>The same, for what is known only when the whole compilation was seen: a fault in what a stage calls.</summary>
    public DiagnosticDescriptor AtEnd => _atEnd ??= AsCompilationEnd(Rule);

    /// <summary>
    /// Metadata names of types of other assemblies. An operation that uses a member of one, or of a type that derives from one or
    /// implements it, is checked.
    /// Names that a compilation does not know cost nothing.
    /// </summary>
    public virtual ImmutableArray<string> Types => [];

    /// <summary>
    /// Which members of <see cref="Types"/> it is about, as far as the member alone tells. Asked once for each, so that uses of all others
    /// cost nothing.
    /// </summary>
    public virtual bool Includes(ISymbol member) => true;

    /// <summary>
    /// Whether uses of a member are checked whatever type it belongs to, given whether it belongs to the compilation's own source. Asked
    /// once for each member that the compilation uses; null for a rule to which no other members matter.
    /// </summary>
    public virtual Func<ISymbol, bool, bool>? Recognizes => null;

    /// <summary>Kinds of operations that are checked whatever they use.</summary>
    public virtual ImmutableArray<OperationKind> Operations => [];

    /// <summary>
    /// Whether one of <see cref="Operations"/> is worth a check. Asked while the body is walked: it should cost next to nothing.
    /// </summary>
    public virtual bool MayConcern(IOperation operation) => true;

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
