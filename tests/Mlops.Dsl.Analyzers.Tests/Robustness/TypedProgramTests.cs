using Mlops.Dsl.Analyzers.Tests.Corpus;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Analyzers.Tests.Robustness;

/// <summary>
/// Two short programs of each folder are typed from their beginning to their end, as an editor sees it. An ordinary run stops at 8 places
/// on the way; a sweep at every character, and with <c>MLOPS_FUZZ=all</c> in the environment it takes one program of each rule.
/// No analyzer may throw on the way, and in the end the diagnostics are those of the program analyzed at once.
/// </summary>
public class TypedProgramTests
{
    public static TheoryData<string> Files =>
        [
            .. Environment.GetEnvironmentVariable("MLOPS_FUZZ") == "all"
                ? CorpusFile.Names
                : CorpusFile.Names.GroupBy(name => name.Split('/')[0]).SelectMany(group => group.Take(2)),
        ];

    [Theory]
    [Trait(Sweep.Trait, Sweep.Kind)]
    [MemberData(nameof(Files))]
    public async Task A_program_that_is_typed_ends_as_if_it_had_been_opened(string file)
    {
        var program = CorpusFile.Read(file).MinBy(p => p.Sources.Sum(s => s.Content.Text.Length))!;
        var source = program.Sources.First();
        var text = source.Content.Text;
        var run = GeneratorRun.Start(program.Project().WithEdit(source.Path, _ => ""));
        var step = Sweep.IsLarge ? 1 : Math.Max(1, text.Length / 8);
        for (var length = text.Length % step; length <= text.Length; length += step)
        {
            run = run.Rerun(p => p.WithEdit(source.Path, _ => text[..length]));
            await AnalyzeOpenFileAsync(run, source.Path);
        }

        var typed = await AnalyzerRunner.RunAsync(run.Project, run.Compilation, TestContext.Current.CancellationToken);
        var atOnce = await AnalyzerRunner.RunAsync(program.Project(), TestContext.Current.CancellationToken);
        Assert.Equal(atOnce.Select(DiagnosticText.Describe), typed.Select(DiagnosticText.Describe));
    }

    /// <summary>Asks for one file's diagnostics, as editors do: no action at the end of the compilation runs.</summary>
    private static async Task AnalyzeOpenFileAsync(GeneratorRun run, string path)
    {
        var tree = run.Compilation.SyntaxTrees.First(t => t.FilePath == path);
        var analysis = AnalyzerRunner.Start(run.Project, run.Compilation);
        var diagnostics = await analysis.GetAnalyzerSemanticDiagnosticsAsync(
            run.Compilation.GetSemanticModel(tree),
            filterSpan: null,
            TestContext.Current.CancellationToken
        );
        AnalyzerRunner.ThrowIfCrashed(diagnostics);
    }
}
