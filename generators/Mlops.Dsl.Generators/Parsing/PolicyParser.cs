using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>
/// Reads the policy attributes of a stage. A value that makes no sense is left at its default: a rule of its own tells the user.
/// </summary>
internal static class PolicyParser
{
    private static readonly GovernanceModel NoGovernance = new(Licence: null, Purpose: null, RequiredApprovals: 0);

    public static PolicyModel Parse(StageAttributes attributes)
    {
        var policy = new PolicyModel { NoCache = attributes.NoCache, Timeout = Duration(attributes.Timeout?.Text) };
        if (attributes.Retry is { ConstructorArguments: [{ Value: int attempts }, ..] } retry)
        {
            policy = policy with
            {
                Attempts = Math.Max(1, attempts),
                RetryDelay = Duration(AttributeArguments.Named(retry, "Delay") as string) ?? policy.RetryDelay,
                RetryBackoff =
                    AttributeArguments.Named(retry, "Backoff") is double backoff and >= 1 && !double.IsInfinity(backoff)
                        ? backoff
                        : policy.RetryBackoff,
            };
        }

        if (attributes.Resources is { } resources)
        {
            policy = policy with
            {
                Cpu = AttributeArguments.Named(resources, "Cpu") is double cpu and >= 0 && !double.IsInfinity(cpu) ? cpu : policy.Cpu,
                MemoryMiB = AttributeArguments.Named(resources, "MemoryMiB") is long memory and >= 0 ? memory : policy.MemoryMiB,
                Gpu = AttributeArguments.Named(resources, "Gpu") is int gpu and >= 0 ? gpu : policy.Gpu,
                Isolated = AttributeArguments.Named(resources, "Isolated") is true,
            };
        }

        return policy;
    }

    /// <summary>What the attribute of a source or publication says to those who answer for it.</summary>
    public static GovernanceModel ParseGovernance(StageAttributes attributes)
    {
        var approvals = attributes.Kind == StageKind.Publish ? attributes.RequiredApprovals : 0;
        return attributes.HasNamed ? new(attributes.Named("Licence") as string, attributes.Named("Purpose") as string, approvals)
            : approvals > 0 ? NoGovernance with { RequiredApprovals = approvals }
            : NoGovernance;
    }

    private static TimeSpan? Duration(string? text) =>
        DurationText.TryParse(text, out var duration) && duration >= TimeSpan.Zero ? duration : null;
}
