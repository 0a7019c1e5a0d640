using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Reproducibility;

/// <summary>The rules of group 4 about what stages execute.</summary>
internal static class ReproducibilityRules
{
    public static ImmutableArray<ReachedOperationRule> All { get; } =
    [
        new ClockRead(),
        new RandomIdentifier(),
        new UnseededRandom(),
        new SharedGenerator(),
        new ProcessHashCode(),
        new FolderOrder(),
        new UnstableOrder(),
        new ArrivalNumbers(),
        new ParallelSum(),
        new CurrentCulture(),
        new MachineFact(),
        new StaticStateWritten(),
        new LocalTimeZone(),
        new InvisibleCode(),
        new UnawaitedTask(),
        new IgnoredCancellation(),
        new CulturalSort(),
    ];
}
