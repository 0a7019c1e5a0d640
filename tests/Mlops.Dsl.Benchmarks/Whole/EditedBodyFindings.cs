using Microsoft.CodeAnalysis;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>What the analyzers cost an editor that shows a stage while its body is typed, in a solution of 1,000 stages.</summary>
internal static class EditedBodyFindings
{
    private const int Stages = 1000;
    private const int WarmUps = 20;

    public static Finding Run()
    {
        var edits = Edits(15);
        var whole = Measure.Median(edits, static edit => edit.Whole.TotalMilliseconds);
        return new Finding(
            $"analyzers, edit of a stage's body in a solution of {Stages} stages",
            Measure.Median(edits, static edit => edit.Ours.All.TotalMilliseconds),
            "ms",
            Budget: 50,
            Goal: 10
        )
        {
            Floor = ("the compiler's own diagnostics of the file", Measure.Median(edits, static edit => edit.Compiler.TotalMilliseconds)),
            Note = FormattableString.Invariant($"{whole:0} ms with the compiler's own work of analyzing the file"),
        };
    }

    /// <summary>Edits a body several times, on warm code.</summary>
    public static IReadOnlyList<EditTimes> Edits(int repetitions)
    {
        Compilation compilation = CompilerHost.Compile(ExampleSolution.Sources(Stages, isShared: true));
        var shown = compilation.SyntaxTrees.First(static tree => ExampleSolution.IsPipeline(tree.ToString()));
        var driver = CompilerHost.CreateDriver().RunGenerators(compilation);
        return [.. Enumerable.Range(0, WarmUps + repetitions).Select(Edit).Skip(WarmUps)];

        EditTimes Edit(int edit)
        {
            var tree = CompilerHost.Parse(ExampleSolution.EditBody(shown.ToString(), edit), shown.FilePath);
            compilation = compilation.ReplaceSyntaxTree(shown, tree);
            shown = tree;
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
            var compiler = Measure.Once(static () => { }, () => generated.GetSemanticModel(tree).GetDiagnostics());
            var analysis = new Analysis(generated, isDesignTime: true);
            var model = analysis.Analyzed.Compilation.GetSemanticModel(tree);
            var time = Measure.Once(
                static () => { },
                () =>
                    analysis
                        .Analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)
                        .GetAwaiter()
                        .GetResult()
            );
            return new EditTimes(analysis.Times(), time, compiler);
        }
    }

    /// <summary>
    /// What one edit took: our analyzers, the analysis of the file with them, and the compiler's own diagnostics of the file.
    /// </summary>
    internal sealed record EditTimes(AnalyzerTimes Ours, TimeSpan Whole, TimeSpan Compiler);
}
