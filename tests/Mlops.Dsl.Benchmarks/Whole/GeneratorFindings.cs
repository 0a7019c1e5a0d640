using Microsoft.CodeAnalysis;
using Mlops.Dsl.Benchmarks.Synthetic;

namespace Mlops.Dsl.Benchmarks.Whole;

/// <summary>What a keystroke in a file that no pipeline is in costs the generators, in a project with a pipeline of 500 stages.</summary>
internal static class GeneratorFindings
{
    private const int Stages = 500;

    // An editor has seen hundreds of keystrokes before the one that counts, and its code is compiled by then.
    private const int WarmUps = 150;

    /// <summary>The edit changes a body.</summary>
    public static Finding BodyEdit() =>
        Edit(
            $"generator, edit of a body in an unrelated file, {Stages} stages",
            static edit => FormattableString.Invariant($"public static int Answer() {{ return {edit}; }}")
        );

    /// <summary>The edit changes a declaration, so that all that pipelines declare may mean something else.</summary>
    public static Finding DeclarationEdit() =>
        Edit(
            $"generator, edit of a declaration in an unrelated file, {Stages} stages",
            static edit => FormattableString.Invariant($"public static int Answer{edit}() {{ return 0; }}")
        );

    private static Finding Edit(string what, Func<int, string> member)
    {
        var edits = 0;
        var compilation = CompilerHost.Compile(PipelineSource.Chain("Chain", Stages), Unrelated());
        var tree = compilation.SyntaxTrees[1];
        var driver = CompilerHost.CreateDriver().RunGenerators(compilation);
        Compilation edited = compilation;

        var first = Measure.Once(Prepare, Run);
        for (var i = 0; i < WarmUps; i++)
        {
            Prepare();
            Run();
        }

        var time = Measure.Median(25, Prepare, Run);
        return new Finding(what, time.TotalMilliseconds, "ms", Budget: 50, Goal: 10)
        {
            Note = FormattableString.Invariant($"the first edit of a session {first.TotalMilliseconds:0} ms"),
        };

        string Unrelated() => $"internal static class Unrelated {{ {member(++edits)} }}";
        void Prepare() => edited = compilation.ReplaceSyntaxTree(tree, CompilerHost.Parse(Unrelated(), tree.FilePath));
        void Run() => driver = driver.RunGenerators(edited);
    }
}
