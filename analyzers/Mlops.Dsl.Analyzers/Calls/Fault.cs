using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>What is wrong with an operation if a stage executes it.</summary>
/// <param name="Location">Where to report.</param>
/// <param name="Arguments">The arguments of the rule's message after <c>{0}</c>, which is the stage.</param>
internal sealed record Fault(Location Location, ImmutableArray<object> Arguments)
{
    /// <summary>What the fix needs to know.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>
    /// Decides at the end of the compilation, when every body was seen, whether the fault is one: given what the rule's stages execute.
    /// Null if the operation alone tells, so that a fault in a stage's own body is reported while the user types.
    /// </summary>
    public Func<StageReach, bool>? Confirm { get; init; }

    /// <summary>The same for a fault in a helper alone: in a stage's own body it is one already.</summary>
    public Func<StageReach, bool>? ConfirmInHelper { get; init; }
}
