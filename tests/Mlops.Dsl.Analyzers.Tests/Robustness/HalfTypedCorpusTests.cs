using System.Globalization;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Corpus;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Analyzers.Tests.Robustness;

/// <summary>
/// Every file of the first program of each file of the corpus, and of every fortieth of long ones, is broken in one place, the same in
/// each run; in a sweep, of every program in two. <c>MLOPS_FUZZ=40</c> in the environment breaks each in 40, and <c>MLOPS_FUZZ=all</c> in
/// all ways at all of its tokens, which takes hours.
/// No analyzer and no generator may throw.
/// </summary>
public class HalfTypedCorpusTests
{
    public static TheoryData<string> Files => [.. CorpusFile.Names];

    private static string Places =>
        Environment.GetEnvironmentVariable("MLOPS_FUZZ") is { Length: > 0 } places ? places
        : Sweep.IsLarge ? "2"
        : "1";

    private static bool TakesAll => Sweep.IsLarge || Places != "1";

    [Theory]
    [Trait(Sweep.Trait, Sweep.Kind)]
    [MemberData(nameof(Files))]
    public async Task Nothing_throws_wherever_a_program_is_broken(string file) =>
        await Parallel.ForEachAsync(
            CorpusFile.Read(file).Where(static (_, index) => TakesAll || index % 40 == 0),
            TestContext.Current.CancellationToken,
            async (program, cancellation) =>
            {
                var whole = program.Start();
                foreach (var source in program.Sources)
                {
                    await BreakAsync(program, whole, source, cancellation);
                }
            }
        );

    private static async Task BreakAsync(CorpusProgram program, GeneratorRun whole, TestFile source, CancellationToken cancellation)
    {
        var text = source.Content.Text;
        foreach (var (damage, token) in Places == "all" ? Damage.Everywhere(text) : Sample(program, text))
        {
            try
            {
                var broken = whole.Rerun(p => p.WithEdit(source.Path, _ => damage.Apply(text, token)));
                await AnalyzerRunner.RunAsync(broken.Project, broken.Compilation, cancellation);
            }
            catch (VerificationException exception)
            {
                throw new VerificationException(
                    $"{program}, {damage.Name} '{token}' at {token.GetLocation().GetLineSpan().StartLinePosition} of {source.Path}: "
                        + $"{exception.Message}"
                );
            }
        }
    }

    private static IEnumerable<(Damage Damage, SyntaxToken Token)> Sample(CorpusProgram program, string text)
    {
        // Seeded by the name, so that a program that is added or moved changes nothing for the others.
        var random = new Random(program.Name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
        var tokens = Damage.Tokens(text);
        return Enumerable
            .Range(0, int.Parse(Places, CultureInfo.InvariantCulture))
            .Select(_ => (Damage.All[random.Next(Damage.All.Count)], tokens[random.Next(tokens.Count)]));
    }
}
