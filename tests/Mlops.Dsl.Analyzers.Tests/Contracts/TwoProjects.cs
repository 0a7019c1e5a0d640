using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Contracts;
using Mlops.Dsl.Analyzers.Leakage;
using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;

namespace Mlops.Dsl.Analyzers.Tests.Contracts;

/// <summary>A project <c>Models</c> with a pipeline, and a project <c>Scoring</c> that relies on what it publishes.</summary>
internal static class TwoProjects
{
    public const string LockFile = "income.pipeline.lock.json";

    public const string Models = """
        [Row] public sealed partial record Applicant([RowKey] long Id, [Range(17, 120), Feature] int Age, [Feature] string Workclass, [Feature] int Hours, [Label] bool Over50K);
        [RowView(typeof(Applicant))] public sealed partial record Application;
        [Prediction] public readonly partial record struct IncomeScore([PredictedLabel] bool Over50K, [Probability] float Probability);
        [Prediction] public readonly partial record struct OtherScore([Score] float Dollars);
        [Pipeline("income", Version = "1.0.0")]
        public sealed partial class IncomePipeline
        {
            [Parameter] public int Leaves { get; init; } = 31;
            [Stage] public Raw<Applicant> Read() => new([]);
            [Stage] public Validated<Applicant> Check(Raw<Applicant> read) => read.Validate();
            [Stage] public Model<Application, IncomeScore> Fit(Validated<Applicant> check) => throw new NotImplementedException();
            [Stage] public Model<Application, OtherScore> Other(Validated<Applicant> check) => throw new NotImplementedException();
            [Publish("income")] public Model<Application, IncomeScore> Release(Model<Application, IncomeScore> fit) => fit;
        }
        """;

    public const string Service = """
        [Service("income")]
        public sealed partial class IncomeService
        {
            [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
            public partial ValueTask<Answer<IncomeScore>> Score(Application application, CancellationToken cancellationToken);
        }
        """;

    private static RuleGroupTest Rules { get; } = new(7, 8);

    /// <summary>The lock of the pipeline in a source.</summary>
    public static string LockOf(string models)
    {
        var compilation = Rules.Project(models).CreateGeneratedCompilation().AssertCompiles();
        return LockWriter.Write(
            DeclaredContract.Of(
                compilation.GetTypeByMetadataName("IncomePipeline")!,
                compilation,
                withStages: false,
                TestContext.Current.CancellationToken
            )!
        );
    }

    /// <summary>A project that references the one of the pipeline, as a build does it: by the assembly.</summary>
    /// <param name="models">The pipeline's project.</param>
    /// <param name="scoring">The project that relies on it.</param>
    /// <param name="keptLock">The copy of the pipeline's lock that it keeps; null for none.</param>
    public static TestProject Referencing(string models, string scoring, string? keptLock)
    {
        var image = (Rules.Project(models) with { AssemblyName = "Models" }).CreateGeneratedCompilation().EmitImage();
        var project = Standing(scoring, keptLock);
        return project with { References = project.References.Add(MetadataReference.CreateFromImage([.. image])) };
    }

    /// <summary>A project that has no more of the pipeline than its lock.</summary>
    public static TestProject Standing(string scoring, string? keptLock)
    {
        var project = Rules.Project(scoring) with { AssemblyName = "Scoring" };
        return keptLock is null ? project : project.WithAdditionalFile(LockFile, keptLock);
    }

    /// <summary>
    /// What rules report of a project: ids and messages. Whatever the compiler reports is in the user's code, not in what the generator
    /// wrote.
    /// </summary>
    public static async Task<ImmutableArray<string>> ReportAsync(TestProject project)
    {
        var errors = ErrorsOf(project);
        Assert.All(
            errors,
            static error => Assert.DoesNotContain(".g.cs", error.Location.SourceTree?.FilePath ?? "", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(errors, static error => error.Id == "CS8795");
        return [.. (await AnalyzerRunner.RunAsync(project, TestContext.Current.CancellationToken)).Select(Describe)];
    }

    /// <summary>What the compiler itself reports.</summary>
    public static List<Diagnostic> ErrorsOf(TestProject project) =>
        [
            .. project
                .CreateGeneratedCompilation()
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
        ];

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
