using Microsoft.CodeAnalysis.CodeFixes;
using Mlops.Dsl.CodeFixes;
using Mlops.Dsl.Testing.Fixes;

namespace Mlops.Dsl.Analyzers.Tests.Corpus;

/// <summary>
/// The fixes on the corpus' faults: they leave code that compiles, in which what they fix is gone, nothing new is reported, and what the
/// author meant is kept.
/// </summary>
public class CorpusFixTests
{
    // Every fix is tried several times by each twentieth program of a file, its first included; the sweep takes all.
    private static int Step => Sweep.IsLarge ? 1 : 20;

    public static TheoryData<string> Files => [.. CorpusFile.Names];

    private static IReadOnlyList<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(AddFromFix)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(CodeFixProvider)) && !t.IsAbstract)
            .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task Each_fix_leaves_sound_code(string file)
    {
        var problems = new List<string>();
        foreach (var program in CorpusFile.Read(file).Where(program => program.HasFault).Where((_, index) => index % Step == 0))
        {
            var found = await CodeFixSweep.FindProblemsAsync(
                program.Project(),
                Fixes,
                Intention.Lost,
                TestContext.Current.CancellationToken
            );
            problems.AddRange(found.Select(problem => $"{program}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }
}
