namespace Mlops.Dsl.Contracts.Comparing;

/// <summary>One thing that a pipeline promises differently than before.</summary>
/// <param name="IsBreaking">Whether someone outside who relies on the old promise fails.</param>
/// <param name="Words">What changed, as a clause: <c>parameter 'Seed' was removed</c>.</param>
internal sealed record ContractChange(bool IsBreaking, string Words);
