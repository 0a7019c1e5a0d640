using System.Globalization;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Emitting.Pipelines;

/// <summary>Writes the parts of a stage's policy that are not the default.</summary>
internal static class PolicyEmitter
{
    private static readonly PolicyModel Default = new();

    public static void Emit(SourceWriter writer, PolicyModel policy)
    {
        if (policy == Default)
        {
            return;
        }

        writer.Open($"Policy = new {Abi.StagePolicy}");
        if (policy.Attempts != Default.Attempts)
        {
            writer
                .Line($"Attempts = {Literal.Code(policy.Attempts)},")
                .Line($"RetryDelay = {Duration(policy.RetryDelay)},")
                .Line($"RetryBackoff = {Literal.Code(policy.RetryBackoff)},");
        }

        if (policy.Timeout is { } timeout)
        {
            writer.Line($"Timeout = {Duration(timeout)},");
        }

        if (
            policy with
            {
                Attempts = 1,
                RetryDelay = Default.RetryDelay,
                RetryBackoff = Default.RetryBackoff,
                Timeout = null,
                Isolated = false,
                NoCache = false,
            } != Default
        )
        {
            writer
                .Line($"Cpu = {Literal.Code(policy.Cpu)},")
                .Line($"MemoryMiB = {Literal.Code(policy.MemoryMiB)},")
                .Line($"Gpu = {Literal.Code(policy.Gpu)},");
        }

        if (policy.Isolated)
        {
            writer.Line("Isolated = true,");
        }

        if (policy.NoCache)
        {
            writer.Line("NoCache = true,");
        }

        writer.Close(";");
    }

    /// <summary>A duration as C#, and for people.</summary>
    public static string Duration(TimeSpan duration) =>
        $"new {Abi.TimeSpan}({duration.Ticks.ToString(CultureInfo.InvariantCulture)}L) /* "
        + $"{duration.ToString("c", CultureInfo.InvariantCulture)} */";
}
