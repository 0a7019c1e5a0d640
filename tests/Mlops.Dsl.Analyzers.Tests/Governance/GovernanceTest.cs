using System.Collections.Immutable;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Analyzers.Tests.Governance;

/// <summary>Checks marked members in a pipeline that reads customers, with the rules about governance on.</summary>
internal static class GovernanceTest
{
    private const string Usings = """
        global using Microsoft.Extensions.Logging;
        """;

    public static RuleGroupTest Group { get; } = new(5);

    /// <summary>The pipeline's file, with these members last.</summary>
    public static string Pipeline(string members) =>
        $$"""
            [Row]
            public sealed partial record Customer([Pii] string Email, [Pii] int Age, [Protected] string Gender, [Feature] double Spent, [Label] bool Left);

            public sealed record Spending(string Customer, double Spent);

            public sealed record Model(double[] Weights);

            [Pipeline("customers")]
            public sealed partial class CustomersPipeline
            {
                [Secret]
                public string Key { get; init; } = "";

                [Stage]
                public Validated<Customer> Read() => new Raw<Customer>([]).Validate();

                [Stage]
                public (TrainSet<Customer> Train, TestSet<Customer> Test) Split(Validated<Customer> read) => read.Split(0.8, 1);

                {{members.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
            }
            """;

    /// <summary>The project of marked members and further files.</summary>
    public static TestProject Project(string members, params IEnumerable<string> files) =>
        Group.Project([Pipeline(members), Usings, .. files]);

    public static Task<ImmutableArray<string>> VerifyAsync(string members, params IEnumerable<string> files) =>
        RuleGroupTest.VerifyAsync(Project(members, files));
}
