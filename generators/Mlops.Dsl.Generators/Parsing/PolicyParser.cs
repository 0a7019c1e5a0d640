using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Model;

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
                RetryDelay = Duration(Named(retry, "Delay") as string) ?? policy.RetryDelay,
                RetryBackoff =
                    Named(retry, "Backoff") is double backoff and >= 1 && !double.IsInfinity(backoff) ? backoff : policy.RetryBackoff,
            };
        }

        if (attributes.Resources is { } resources)
        {
            policy = policy with
            {
                Cpu = Named(resources, "Cpu") is double cpu and >= 0 && !double.IsInfinity(cpu) ? cpu : policy.Cpu,
                MemoryMiB = Named(resources, "MemoryMiB") is long memory and >= 0 ? memory : policy.MemoryMiB,
                Gpu = Named(resources, "Gpu") is int gpu and >= 0 ? gpu : policy.Gpu,
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

    /// <summary>The value of a named argument; null where it is missing or of another type than the property.</summary>
    public static object? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Kind == TypedConstantKind.Primitive ? argument.Value.Value : null;
            }
        }

        return null;
    }

    private static TimeSpan? Duration(string? text) =>
        DurationText.TryParse(text, out var duration) && duration >= TimeSpan.Zero ? duration : null;
}
