using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Which operations a rule asks for, so that bodies are walked once for all rules.</summary>
internal abstract class CandidateRule
{
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
}
