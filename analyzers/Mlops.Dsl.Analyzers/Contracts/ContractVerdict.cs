using Microsoft.CodeAnalysis;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Comparing;
using Mlops.Dsl.Contracts.Versions;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>What is wrong between a pipeline and its lock.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">The message's words.</param>
/// <param name="NextVersion">The version that the change asks for; null where it needs none.</param>
internal sealed record ContractVerdict(DiagnosticDescriptor Rule, object[] Arguments, string? NextVersion)
{
    /// <summary>Judges a pipeline; null where all is well, or where its version is none, which has a rule of its own.</summary>
    /// <param name="promised">The lock.</param>
    /// <param name="declared">What the pipeline declares.</param>
    public static ContractVerdict? Of(PipelineContract promised, PipelineContract declared)
    {
        if (SemanticVersion.TryParse(declared.Version) is not { } version || SemanticVersion.TryParse(promised.Version) is not { } old)
        {
            return null;
        }

        var changes = ContractComparison.Compare(promised, declared);
        var breaking = changes.Where(static change => change.IsBreaking).ToList();
        var required = VersionRule.Breaking(old);
        if (breaking.Count > 0 && !VersionRule.Reaches(version, required))
        {
            return new(
                ContractRules.Broken,
                [declared.Pipeline, promised.Version, ChangeText.Join(breaking), required.ToString()],
                required.ToString()
            );
        }

        if (promised.Version != declared.Version)
        {
            return new(
                ContractRules.Stale,
                [declared.Pipeline, $"it holds version {promised.Version}, and the pipeline has version {declared.Version}"],
                null
            );
        }

        return changes.Count == 0
            ? null
            : new(ContractRules.Stale, [declared.Pipeline, ChangeText.Join(changes)], VersionRule.Compatible(old).ToString());
    }
}
