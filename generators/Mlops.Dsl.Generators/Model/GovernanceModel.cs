namespace Mlops.Dsl.Generators.Model;

/// <summary>What a source or publication declares for those who answer for it. It changes nothing in a run.</summary>
/// <param name="Licence">Under which a source's data may be used.</param>
/// <param name="Purpose">What a published artifact may be used for.</param>
/// <param name="RequiredApprovals">How many people must approve a published version; 0 where nobody has to.</param>
internal sealed record GovernanceModel(string? Licence, string? Purpose, int RequiredApprovals);
