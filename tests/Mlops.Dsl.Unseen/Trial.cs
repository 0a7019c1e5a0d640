using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mlops.Dsl.Analyzers;
using Mlops.Dsl.Generators;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Unseen;

/// <summary>Lets all rules judge a program, as the compiler would.</summary>
internal sealed record Trial(UnseenProgram Program, Outcome Outcome, ImmutableArray<string> Reports)
{
    private const string MoreUsings = """
        global using Mlops.Dsl;
        global using System.ComponentModel.DataAnnotations;
        global using System.Net.Http;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = Instances<DiagnosticAnalyzer>(typeof(PipelineAnalyzer));
    private static readonly ImmutableArray<IIncrementalGenerator> Generators = Instances<IIncrementalGenerator>(typeof(PipelineGenerator));
    private static readonly ImmutableArray<MetadataReference> References = [.. FrameworkReferences.Framework, .. Libraries()];

    // The references are read once for all programs.
    private static readonly Lazy<GeneratorRun> Empty = new(static () => GeneratorRun.Start(Project("")));

    /// <summary>Judges a program.</summary>
    public static async Task<Trial> OfAsync(UnseenProgram program, CancellationToken cancellation)
    {
        var project = Project(program.Text);
        var compilation = Empty.Value.Rerun(_ => project).Compilation;
        var errors = compilation.GetDiagnostics(cancellation).Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        var reports = await AnalyzerRunner.RunAsync(project, compilation, cancellation);

        // Some rules speak of what the compiler refuses as well.
        var isInvalid = errors.Count > 0 && !errors.Exists(error => program.Expected.Contains(error.Id));
        return new(
            program,
            isInvalid ? Outcome.Invalid : Judge(program, reports),
            [
                .. errors
                    .Concat(reports)
                    .Select(static report =>
                        $"{(report.Severity == DiagnosticSeverity.Info ? "info " : "")}{DiagnosticText.Describe(report)}"
                    ),
            ]
        );
    }

    private static Outcome Judge(UnseenProgram program, ImmutableArray<Diagnostic> reports)
    {
        if (!program.IsFaulty)
        {
            return reports.IsEmpty ? Outcome.Right : Outcome.FalseAlarm;
        }

        return reports.Any(report => program.Faults.TryGetValue(LineOf(report), out var rules) && rules.Contains(report.Id)) ? Outcome.Right
            : reports.Any(report => program.Expected.Contains(report.Id)) ? Outcome.Elsewhere
            : reports.IsEmpty ? Outcome.Missed
            : Outcome.ByAnotherRule;
    }

    private static int LineOf(Diagnostic report) => report.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static TestProject Project(string text)
    {
        var project = (TestProject.Create(text).WithSource("MoreUsings.cs", MoreUsings) with { References = References })
            .WithAnalyzers(Analyzers)
            .WithGenerators(Generators);
        return text.Contains("PipelineApp.RunAsync", StringComparison.Ordinal) ? project.AsProgram() : project;
    }

    private static ImmutableArray<T> Instances<T>(Type neighbour) =>
        [
            .. neighbour
                .Assembly.GetTypes()
                .Where(static t => t.IsAssignableTo(typeof(T)) && !t.IsAbstract)
                .Select(static t => (T)Activator.CreateInstance(t)!),
        ];

    // Everything that this program has beside it, but for the framework, of which the reference pack is taken, and the compiler.
    private static IEnumerable<MetadataReference> Libraries() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static file =>
                Path.GetFileName(file) is var name
                && !file.Contains("Microsoft.NETCore.App", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && name
                    is not ("Mlops.Dsl.Analyzers.dll" or "Mlops.Dsl.Testing.dll" or "Mlops.Dsl.Unseen.dll" or "Mlops.Dsl.Generators.dll")
            )
            .Select(static file => MetadataReference.CreateFromFile(file));
}
