using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class ResultDroppedTests
{
    private const string Helpers = """
        [Row]
        public sealed partial record House([Required] string Id, [Feature] double Area, [Label] double Price);
        public sealed record Metrics(double Accuracy, int Rows)
        {
            public static Metrics Of(int n) => new(n, n);
            public static Metrics Of(int n, StageContext context) { context.LogMetric("n", n); return new(n, n); }
            public static async Task<Metrics> OfAsync(int n) { await Task.Yield(); return new(n, n); }
            public Metrics With(int n) => this;
        }
        """;

    [Theory]
    [InlineData("{|MLP3008:Metrics.Of(1)|};")]
    [InlineData("{|MLP3008:new Metrics(1, 1)|};")]
    [InlineData("var metrics = {|MLP3008:Metrics.Of(1)|};")]
    [InlineData("Metrics metrics; var other = {|MLP3008:new Metrics(1, 1)|}; metrics = Metrics.Of(2); _ = metrics;")]
    [InlineData("{|MLP3008:await Metrics.OfAsync(1)|};")]
    [InlineData("{|MLP3008:await Metrics.OfAsync(1).ConfigureAwait(false)|};")]
    [InlineData("{|MLP3008:raw.Validate()|};")]
    [InlineData("var check = {|MLP3008:raw.Validate()|};")]
    [InlineData("Help(raw.Validate()); static void Help(Validated<House> rows) => {|MLP3008:rows.Split(0.5, seed: 3)|};")]
    [InlineData("var check = {|MLP3008:raw.Validate()|}; check = null!;")]
    [InlineData("new[] { 1 }.ToList().ForEach(n => { var metrics = {|MLP3008:Metrics.Of(n)|}; });")]
    public async Task A_result_that_nothing_uses_is_reported(string body) => await VerifyAsync(body);

    [Theory]
    [InlineData("_ = Metrics.Of(1);")]
    [InlineData("Metrics.Of(1, context);")]
    [InlineData("var metrics = Metrics.Of(1); context.LogMetric(\"a\", metrics.Accuracy);")]
    [InlineData("var metrics = Metrics.Of(1); var list = new List<Metrics> { metrics };")]
    [InlineData("var metrics = Metrics.Of(1); Func<Metrics> get = () => metrics;")]
    [InlineData("Metrics.Of(1).With(2);")]
    [InlineData("var copy = raw;")]
    [InlineData("string.Concat(\"a\", \"b\");")]
    [InlineData("new List<int> { 1 }.Remove(1); var text = \"x\";")]
    [InlineData("var cache = new System.Collections.Concurrent.ConcurrentDictionary<int, Metrics>(); cache.GetOrAdd(1, Metrics.Of);")]
    public async Task Used_logged_and_discarded_results_are_not_reported(string body) => await VerifyAsync(body);

    [Theory]
    [InlineData("{|MLP3008:metrics.Halved()|};", "public static Metrics Halved(this Metrics metrics) => new(metrics.Accuracy / 2, 1);")]
    [InlineData(
        "metrics.Checked();",
        "public static Metrics Checked(this Metrics metrics) => metrics.Accuracy > 0 ? metrics : throw new InvalidOperationException();"
    )]
    [InlineData(
        "metrics.Twice();",
        "public static Metrics Twice(this Metrics metrics) { return Once(metrics); } private static Metrics Once(this Metrics metrics) => "
            + "metrics;"
    )]
    public async Task A_step_that_returns_its_object_is_not_reported(string call, string step) =>
        await TrackingTest.Rules.VerifyAsync(
            RuleTest.Pipeline($"[Stage] public Metrics Run() {{ var metrics = new Metrics(1, 1); {call} return metrics; }}"),
            "public sealed record Metrics(double Accuracy, int Count);",
            $"public static class Steps {{ {step} }}"
        );

    [Fact]
    public async Task A_type_that_no_stage_returns_is_not_reported() =>
        await TrackingTest.Rules.VerifyAsync(
            RuleTest.Pipeline("[Stage] public int Run() { new Timer(); var t = new Timer(); return 1; }"),
            "public sealed class Timer { }"
        );

    [Fact]
    public async Task The_fix_logs_the_numbers() =>
        await TrackingTest.Rules.VerifyFixAsync<LogMetricsFix>(
            """
            public sealed record Metrics(double Accuracy, int Rows, string Name);
            [Pipeline("test")]
            public sealed partial class TestPipeline
            {
                [Stage]
                public Metrics Evaluate()
                {
                    // Half of it.
                    {|MLP3008:new Metrics(1, 2, "")|};
                    return new(1, 2, "");
                }
            }
            """,
            """
            public sealed record Metrics(double Accuracy, int Rows, string Name);
            [Pipeline("test")]
            public sealed partial class TestPipeline
            {
                [Stage]
                public Metrics Evaluate(StageContext context)
                {
                    // Half of it.
                    var result = new Metrics(1, 2, "");
                    context.LogMetric("Accuracy", result.Accuracy);
                    context.LogMetric("Rows", result.Rows);
                    return new(1, 2, "");
                }
            }
            """
        );

    [Fact]
    public async Task The_fix_uses_the_local_and_the_context_that_are_there() =>
        await TrackingTest.Rules.VerifyFixAsync<LogMetricsFix>(
            """
            public sealed record Metrics(double Accuracy);
            [Pipeline("test")]
            public sealed partial class TestPipeline
            {
                [Stage]
                public Metrics Evaluate(StageContext stage)
                {
                    var half = {|MLP3008:new Metrics(1)|};
                    return new(1);
                }
            }
            """,
            """
            public sealed record Metrics(double Accuracy);
            [Pipeline("test")]
            public sealed partial class TestPipeline
            {
                [Stage]
                public Metrics Evaluate(StageContext stage)
                {
                    var half = new Metrics(1);
                    stage.LogMetric("Accuracy", half.Accuracy);
                    return new(1);
                }
            }
            """
        );

    private static async Task VerifyAsync(string body) =>
        await TrackingTest.Rules.VerifyAsync(
            RuleTest.Pipeline(
                $$"""
                [Stage] public Raw<House> Raw() => new([new House("a", 1, 1)]);
                [Stage] public async Task<Metrics> Run(Raw<House> raw, StageContext context) { await Task.Yield(); {{body}} return new Metrics(1, 1); }
                """
            ),
            Helpers
        );
}
