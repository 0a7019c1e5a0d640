using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.App.Explaining;

/// <summary>What a run would do with a stage.</summary>
internal enum Prospect
{
    /// <summary>Its outputs are known.</summary>
    Reused = 0,

    /// <summary>It would be executed.</summary>
    Executed,

    /// <summary>It would be executed, unless stages before it return what they returned before.</summary>
    Open,

    /// <summary>A condition does not hold, or something that it depends on would be skipped.</summary>
    Skipped,

    /// <summary>It could not be executed: a source can't be read, say.</summary>
    Failed,
}

/// <summary>What a run would do with a stage, and why.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Prospect">What would become of it.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Changes">What differs from the nearest earlier execution.</param>
/// <param name="Parameters">The names of the parameters that its code reads; null where the code is not known.</param>
/// <param name="FingerprintWarnings">What its code reaches and its fingerprint can't see.</param>
internal sealed record StageForecast(
    StageDefinition Stage,
    Prospect Prospect,
    string Reason,
    IReadOnlyList<KeyChange> Changes,
    IReadOnlyList<string>? Parameters,
    IReadOnlyList<string> FingerprintWarnings
);
