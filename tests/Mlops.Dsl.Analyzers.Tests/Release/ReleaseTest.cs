using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;

namespace Mlops.Dsl.Analyzers.Tests.Release;

/// <summary>Checks marked members in a pipeline that trains and measures a model, with the rules about releases on.</summary>
internal static class ReleaseTest
{
    public static RuleGroupTest Group { get; } = new(6);

    /// <summary>The pipeline's file, with these members last.</summary>
    public static string Pipeline(string members) =>
        $$"""
            [Row]
            public sealed partial record House([Feature] double Area, [Label] double Price);

            public sealed record PriceModel(double Slope);

            public sealed record RegressionMetrics(double Error, double Accuracy, int Count);

            [Pipeline("prices")]
            public sealed partial class PricePipeline
            {
                [Stage]
                public Raw<House> Read() => new([]);

                [Stage]
                public Validated<House> Check(Raw<House> read) => read.Validate();

                [Stage]
                public (TrainSet<House> Train, TestSet<House> Test) Split(Validated<House> check) => check.Split(0.8, 1);

                [Stage]
                public PriceModel Fit(TrainSet<House> train) => new(train.Count);

                [Stage]
                public RegressionMetrics Evaluate(PriceModel fit, TestSet<House> test) => new(fit.Slope, 0.5, test.Count);

                {{members.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
            }
            """;

    public static Task<ImmutableArray<string>> VerifyAsync(string members) => Group.VerifyAsync(Pipeline(members));
}
