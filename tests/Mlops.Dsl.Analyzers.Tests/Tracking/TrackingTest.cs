using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

/// <summary>A <see cref="RuleGroupTest"/> of the rules about tracking.</summary>
internal static class TrackingTest
{
    public static RuleGroupTest Rules { get; } = new(3);
}
