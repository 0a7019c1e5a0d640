using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Governance;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Release;

namespace Mlops.Dsl.Analyzers.DataFlow;

/// <summary>The rules that the engine runs.</summary>
internal static class FlowRules
{
    public static ImmutableArray<FlowRule> All { get; } =
    [
        new DatasetProvenance(),
        new UnvalidatedInput(),
        new UnitTestData(),
        new HeldOutRowsFitted(),
        new StatisticBeforeSplit(),
        new SchemaColumns(),
        new LabelAmongFeatures(),
        new LabelColumnNamed(),
        new FeatureFromLabel(),
        new RowsMeet(),
        new MeasuredOnFittedRows(),
        new NeverHeldApart(),
        new TrainingMetricGate(),
        new ReportedOnChoosingSet(),
        new RandomSplit(),
        new SensitiveValues(),
        new FileStreams(),
        new ConfidentialDisclosed(),
        new ConfidentialReturned(),
        new ModelReturned(),
        new SensitiveLearned(),
        new SensitiveColumnNamed(),
        new FairnessUnmeasured(),
    ];
}
