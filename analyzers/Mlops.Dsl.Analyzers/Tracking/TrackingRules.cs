using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>The rules of group 3 about what stages execute.</summary>
internal static class TrackingRules
{
    public static ImmutableArray<ReachedOperationRule> All { get; } =
    [
        new FileWritten(),
        new FileRead(),
        new NetworkUsed(),
        new DatabaseUsed(),
        new EnvironmentRead(),
        new InteractiveRead(),
        new ProcessStarted(),
        new ResultDropped(),
    ];
}
