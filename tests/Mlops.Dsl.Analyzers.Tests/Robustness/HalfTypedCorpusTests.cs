using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Tests.Corpus;
using Mlops.Dsl.Testing;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Analyzers.Tests.Robustness;

/// <summary>
/// Every program of the corpus is broken in four ways at one of its tokens, the same in each run; with <c>MLOPS_FUZZ=all</c> in the environment at all of them, which takes
/// the better part of an hour. No analyzer and no generator may throw.
/// </summary>
public class HalfTypedCorpusTests
{
    private const int TokensPerProgram = 1;

    public static TheoryData<string> Files => [.. CorpusFile.Names];

    private static bool IsSweep => Environment.GetEnvironmentVariable("MLOPS_FUZZ") == "all";

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_throws_wherever_a_program_is_broken(string file) =>
        await Parallel.ForEachAsync(CorpusFile.Read(file), TestContext.Current.CancellationToken, async (program, cancellation) =>
        {
            var whole = program.Start();
            foreach (var source in program.Sources)
            {
                await BreakAsync(program, whole, source, cancellation);
            }
        });

    private static async Task BreakAsync(CorpusProgram program, GeneratorRun whole, TestFile source, CancellationToken cancellation)
    {
        var text = source.Content.Text;
        foreach (var (damage, token) in Sample(program, Damage.Tokens(text)).SelectMany(_ => Damage.All, (token, damage) => (damage, token)))
        {
            try
            {
                var broken = whole.Rerun(p => p.WithEdit(source.Path, _ => damage.Apply(text, token)));
                await AnalyzerRunner.RunAsync(broken.Project, broken.Compilation, cancellation);
            }
            catch (VerificationException exception)
            {
                throw new VerificationException($"{program}, {damage.Name} '{token}' at {token.GetLocation().GetLineSpan().StartLinePosition} of {source.Path}: {exception.Message}");
            }
        }
    }

    private static IEnumerable<SyntaxToken> Sample(CorpusProgram program, IReadOnlyList<SyntaxToken> tokens)
    {
        // Seeded by the name, so that a program that is added or moved changes nothing for the others.
        var random = new Random(program.Name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
        return IsSweep ? tokens : Enumerable.Range(0, TokensPerProgram).Select(_ => tokens[random.Next(tokens.Count)]);
    }
}
