using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Analyzers.Tests.Services;

public class ServiceRuleTests
{
    private const string Rows = """
        [Row] public sealed partial record Applicant([Feature] int Age, [Label] bool Over50K);
        [RowView(typeof(Applicant))] public sealed partial record Application;
        [RowView(typeof(Applicant), Without = ColumnRole.None)] public sealed partial record Whole;
        [Prediction] public readonly partial record struct IncomeScore([Probability] float Probability);
        [Prediction] public readonly partial record struct OtherScore([Probability] float Probability);
        [Pipeline("income")]
        public sealed partial class IncomePipeline
        {
            [Stage] public Model<Application, IncomeScore> Fit() => throw new NotImplementedException();
            [Publish("income")] public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
            [Publish("income-later")] public Task<Model<Application, IncomeScore>> Later(Model<Application, IncomeScore> fit) => Task.FromResult(fit);
            [Publish("income-text")] public string Text(Model<Application, IncomeScore> fit) => "";
        }
        """;

    private const string Predict = "[Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]";

    private static RuleGroupTest Operation { get; } = new(8);

    [Theory]
    [InlineData("public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation);")]
    [InlineData("public partial ValueTask<Answer<IncomeScore>> ScoreAsync(Application application, CancellationToken cancellation);")]
    [InlineData("internal partial ValueTask<Answer<IncomeScore>> @class(Application @in, CancellationToken @for);")]
    public Task A_service_that_fits_is_not_reported(string method) => VerifyAsync($"{Predict} {method}");

    [Fact]
    public Task A_publication_that_is_asynchronous_is_not_reported() =>
        VerifyAsync(
            """
            [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Later), Alias = "candidate")]
            public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation);
            """
        );

    [Fact]
    public async Task Another_row_than_the_models_is_reported()
    {
        var messages = await Operation.VerifyAsync(
            Rows
                + """
                [Row] public sealed partial record Visit([Feature] int Pages);
                [Service("income")] public sealed partial class IncomeService
                {
                    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
                    public partial ValueTask<Answer<IncomeScore>> Score(Visit {|MLP8001:visit|}, CancellationToken cancellation);
                }
                """
        );

        Assert.Equal(
            "the service takes 'Visit', but the model of 'IncomePipeline.Release' takes 'Application': let 'Score' take 'Application', or "
                + "train a model of 'Visit'",
            Assert.Single(messages)
        );
    }

    [Fact]
    public Task Another_prediction_than_the_models_is_reported() =>
        VerifyAsync(
            $"{Predict} public partial ValueTask<Answer<OtherScore>> {{|MLP8001:Score|}}(Application application, CancellationToken "
                + $"cancellation);"
        );

    [Fact]
    public Task A_publication_of_no_model_is_reported() =>
        VerifyAsync(
            """
            [Predict(typeof(IncomePipeline), {|MLP8001:nameof(IncomePipeline.Text)|})]
            public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation);
            """
        );

    [Theory]
    [InlineData("Applicant")]
    [InlineData("Whole")]
    public Task A_label_in_a_request_is_reported(string row) =>
        Operation.VerifyAsync(
            Rows.Replace("Model<Application,", $"Model<{row},", StringComparison.Ordinal)
                + $$"""
                [Service("income")] public sealed partial class IncomeService
                {
                    {{Predict}} public partial ValueTask<Answer<IncomeScore>> Score({{row}} {|MLP8002:row|}, CancellationToken cancellation);
                }
                """
        );

    [Fact]
    public async Task A_row_with_the_label_is_one_fault_where_the_model_takes_a_view()
    {
        var messages = await VerifyAsync(
            $"{Predict} public partial ValueTask<Answer<IncomeScore>> Score(Applicant {{|MLP8002:person|}}, CancellationToken "
                + $"cancellation);"
        );

        Assert.Equal(
            "'Applicant' has the label 'Over50K', which nobody knows when a prediction is asked for: "
                + "take 'Application', as the model of 'IncomePipeline.Release' does",
            Assert.Single(messages)
        );
    }

    [Theory]
    [InlineData("[Predict(typeof(IncomePipeline), {|MLP8003:nameof(IncomePipeline.Fit)|})]")]
    [InlineData("[Predict(typeof(IncomePipeline), {|MLP8003:\"Relase\"|})]")]
    [InlineData("[Predict({|MLP8003:typeof(string)|}, \"Release\")]")]
    public Task A_name_of_nothing_published_is_reported(string attribute) =>
        VerifyAsync(
            $"{attribute} public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation);"
        );

    [Theory]
    [InlineData("public partial ValueTask<IncomeScore> {|MLP8004:Score|}(Application application, CancellationToken cancellation);")]
    [InlineData("public partial Task<Answer<IncomeScore>> {|MLP8004:Score|}(Application application, CancellationToken cancellation);")]
    [InlineData("public partial ValueTask<Answer<IncomeScore>> {|MLP8004:Score|}(Application application);")]
    [InlineData("public partial ValueTask<Answer<IncomeScore>> {|MLP8004:Score|}(int age, CancellationToken cancellation);")]
    [InlineData("public partial ValueTask<Answer<int>> {|MLP8004:Score|}(Application application, CancellationToken cancellation);")]
    [InlineData(
        "public static partial ValueTask<Answer<IncomeScore>> {|MLP8004:Score|}(Application application, CancellationToken cancellation);"
    )]
    [InlineData(
        "public ValueTask<Answer<IncomeScore>> {|MLP8004:Score|}(Application application, CancellationToken cancellation) => default;"
    )]
    [InlineData(
        "public partial ValueTask<Answer<IncomeScore>> {|MLP8004:Feedback|}(Application application, CancellationToken cancellation);"
    )]
    public Task A_method_that_cannot_answer_is_reported(string method) => VerifyAsync($"{Predict} {method}");

    [Fact]
    public Task An_alias_that_is_none_is_reported() =>
        VerifyAsync(
            """
            [{|MLP8004:Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "The Best")|}]
            public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation);
            """
        );

    [Theory]
    [InlineData("[Service({|MLP8004:\"Income\"|})] public sealed partial class IncomeService")]
    [InlineData("[Service({|MLP8004:\"health\"|})] public sealed partial class IncomeService")]
    [InlineData("public sealed partial class {|MLP8004:IncomeService|}")]
    public Task A_service_that_cannot_be_is_reported(string head) =>
        Operation.VerifyAsync(
            Rows
                + $"{head} {{ {Predict} public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken "
                + $"cancellation); }}"
        );

    [Fact]
    public Task A_service_that_answers_nothing_is_reported() =>
        Operation.VerifyAsync("""[Service("income")] public sealed partial class {|MLP8004:IncomeService|};""");

    [Fact]
    public Task A_member_with_the_name_of_a_generated_one_is_reported() =>
        VerifyAsync(
            $"{Predict} public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation); "
                + $"public int {{|MLP8004:Client|}} => 0;"
        );

    [Fact]
    public Task Two_services_of_one_name_are_reported() =>
        Operation.VerifyAsync(
            Rows
                + $$"""
                [Service("income")] public sealed partial class A { {{Predict}} public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation); }
                [Service({|MLP8004:"income"|})] public sealed partial class B { {{Predict}} public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation); }
                """
        );

    /// <summary>
    /// The project of a service knows a pipeline of another project by metadata, in which rows have all that is generated for them.
    /// </summary>
    [Fact]
    public async Task A_pipeline_of_another_project_is_checked_by_its_metadata()
    {
        var pipeline = Operation.Project(Rows + "[Row] public sealed partial record Visit([Feature] int Pages);");
        var image = pipeline.CreateGeneratedCompilation().EmitImage();
        var project = Operation.Project(
            $$"""
            [Service("income")] public sealed partial class Fits { {{Predict}} public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellation); }
            [Service("visits")] public sealed partial class Differs { {{Predict}} public partial ValueTask<Answer<IncomeScore>> Score(Visit {|MLP8001:visit|}, CancellationToken cancellation); }
            """
        ) with
        {
            AssemblyName = "Services",
        };

        await RuleGroupTest.VerifyAsync(
            project with
            {
                References = project.References.Add(MetadataReference.CreateFromImage([.. image])),
            }
        );
    }

    private static Task<ImmutableArray<string>> VerifyAsync(string members) =>
        Operation.VerifyAsync(
            Rows
                + $$"""
                [Service("income")] public sealed partial class IncomeService
                {
                    {{members}}
                }
                """
        );
}
