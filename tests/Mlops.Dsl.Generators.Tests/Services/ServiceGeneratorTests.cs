using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Services;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests.Services;

public class ServiceGeneratorTests
{
    private const string Rows = """
        using Mlops.Dsl;

        namespace Credit;

        [Row] public sealed partial record Applicant([Feature] int Age, [Label] bool Over50K);
        [RowView(typeof(Applicant))] public sealed partial record Application;
        [Prediction] public readonly partial record struct IncomeScore([Probability] float Probability);

        [Pipeline("income")]
        public sealed partial class IncomePipeline
        {
            [Stage] public Model<Application, IncomeScore> Fit() => throw new NotImplementedException();
            [Publish("income")] public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
        }
        """;

    private const string Service = """
        using Mlops.Dsl;

        namespace Credit;

        /// <summary>Tells incomes.</summary>
        [Service("income", Owner = "credit-risk")]
        public sealed partial class IncomeService
        {
            /// <summary>Scores.</summary>
            [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = "best")]
            public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);

            public int Twice(int number) { return 2 * number; }
        }
        """;

    [Fact]
    public void A_service_has_a_definition_a_constructor_a_client_and_a_registration()
    {
        var run = GeneratorRun.Start(Create(Service));

        GeneratedCode.AssertClean(run);
        var text = TextOf(run, "IncomeService.Service");
        Assert.Contains("new(\"Score\", \"score\", \"income\", \"best\")", text, StringComparison.Ordinal);
        Assert.Contains("Description = \"Scores.\"", text, StringComparison.Ordinal);
        Assert.Contains("FeedbackLabel.Of<global::Credit.Applicant>()", text, StringComparison.Ordinal);
        Assert.Contains("Owner = \"credit-risk\"", text, StringComparison.Ordinal);
        Assert.Contains(
            "public IncomeService(global::Mlops.Dsl.Serving.ServiceHost host) => Connect(host);",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("FeedbackAsync(string requestId, bool label,", text, StringComparison.Ordinal);
        Assert.Contains(
            "ServiceCatalog.Register(\"income\", static () => global::Credit.IncomeService.Definition);",
            TextOf(run, "ServiceRegistration"),
            StringComparison.Ordinal
        );
    }

    /// <summary>What the lock holds is compared by a rule: the generator needs the entry's name alone.</summary>
    [Fact]
    public void A_service_of_a_pipeline_that_only_a_lock_is_known_of_names_the_entry()
    {
        var run = GeneratorRun.Start(
            Create(
                Service.Replace(
                    "typeof(IncomePipeline), nameof(IncomePipeline.Release)",
                    "typeof(Elsewhere), \"income-model\"",
                    StringComparison.Ordinal
                ) + "[Contract(\"income.pipeline.lock.json\")] public static partial class Elsewhere;"
            )
        );

        GeneratedCode.AssertClean(run);
        Assert.Contains(
            "new(\"Score\", \"score\", \"income-model\", \"best\")",
            TextOf(run, "IncomeService.Service"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_service_with_a_constructor_connects_itself()
    {
        var run = GeneratorRun.Start(
            Create(
                Service.Replace(
                    "public int Twice",
                    "public IncomeService(Mlops.Dsl.Serving.ServiceHost host, int number) { Connect(host); _ = number; }\n    public "
                        + "int Twice",
                    StringComparison.Ordinal
                )
            )
        );

        GeneratedCode.AssertClean(run);
        Assert.DoesNotContain("public IncomeService(", TextOf(run, "IncomeService.Service"), StringComparison.Ordinal);
    }

    /// <summary>What is wrong is a rule's to tell: the compiler finds neither a missing body nor anything in generated code.</summary>
    [Theory]
    [InlineData("typeof(IncomePipeline), nameof(IncomePipeline.Release), Alias = \"best\"", "typeof(string), \"Nothing\"")]
    [InlineData("Answer<IncomeScore>", "Answer<int>")]
    [InlineData("Application application", "int application")]
    [InlineData("Application application", "Applicant application")]
    [InlineData("(Application application, CancellationToken cancellationToken)", "()")]
    [InlineData("ValueTask<Answer<IncomeScore>>", "string")]
    [InlineData("public partial", "public static partial")]
    [InlineData("public int Twice", "public int Client => 1; public int Twice")]
    [InlineData("[Service(\"income\", Owner = \"credit-risk\")]", "")]
    [InlineData("[Service(\"income\", Owner = \"credit-risk\")]", "[Service(\"No Name\")]")]
    public void An_invalid_declaration_has_a_body_and_gives_no_error(string valid, string invalid)
    {
        Assert.Contains(valid, Service, StringComparison.Ordinal);

        var run = GeneratorRun.Start(Create(Service.Replace(valid, invalid, StringComparison.Ordinal)));

        GeneratedCode.AssertClean(run);
        Assert.Contains(
            "throw new global::System.InvalidOperationException(\"'Score' can't answer: ",
            TextOf(run, "IncomeService.Service"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            run.Compilation.SyntaxTrees,
            static tree => tree.FilePath.Contains("ServiceRegistration", StringComparison.Ordinal)
        );
    }

    /// <summary>The compiler has said what is wrong with these.</summary>
    [Theory]
    [InlineData("sealed partial class", "sealed class")]
    [InlineData("Application application", "Unknown application")]
    [InlineData("public partial", "public virtual partial")]
    [InlineData("public partial", "partial")]
    public void Nothing_generated_adds_to_the_compilers_errors(string valid, string invalid)
    {
        var run = GeneratorRun.Start(Create(Service.Replace(valid, invalid, StringComparison.Ordinal)));

        GeneratedCode.AssertNoDiagnosticsInside(run);
        Assert.NotEmpty(GeneratedCode.UserErrors(run));
    }

    [Fact]
    public void Without_the_package_bodies_say_that_it_is_missing()
    {
        var project = Create(Service);

        var run = GeneratorRun.Start(
            project with
            {
                References =
                [
                    .. project.References.Where(static reference =>
                        reference.Display?.EndsWith("Mlops.Dsl.Serving.dll", StringComparison.Ordinal) != true
                    ),
                ],
            }
        );

        GeneratedCode.AssertClean(run);
        Assert.Contains("needs the package Mlops.Dsl.Serving", TextOf(run, "IncomeService.Service"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_body_leaves_the_service_as_it_is()
    {
        var run = GeneratorRun.Start(Create(Service)).Rerun(Edit("2 * number", "3 * number"));

        GeneratorAssert.StepsAreCached(run, ServiceGenerator.ServicesStep, ServiceGenerator.RegistrationsStep);
    }

    [Fact]
    public void Another_alias_changes_the_service_and_not_what_is_registered()
    {
        var run = GeneratorRun.Start(Create(Service)).Rerun(Edit("\"best\"", "\"other\""));

        GeneratorAssert.StepsAreCached(run, ServiceGenerator.RegistrationsStep);
        Assert.Throws<VerificationException>(() => GeneratorAssert.StepsAreCached(run, ServiceGenerator.ServicesStep));
    }

    [Fact]
    public void Nothing_keeps_a_symbol_or_a_compilation() => GeneratorAssert.RetainsNoCompilation(GeneratorRun.Start(Create(Service)));

    private static Func<TestProject, TestProject> Edit(string before, string after) =>
        project => project.WithEdit("Test1.cs", text => text.Replace(before, after, StringComparison.Ordinal));

    private static TestProject Create(string service) =>
        TestProject.Create(Rows, service).WithGenerators(new PipelineGenerator(), new RowGenerator(), new ServiceGenerator());

    private static string TextOf(GeneratorRun run, string name) =>
        Assert
            .Single(
                run.Compilation.SyntaxTrees,
                tree => tree.FilePath.Contains(name, StringComparison.Ordinal) && tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
            )
            .ToString();
}
