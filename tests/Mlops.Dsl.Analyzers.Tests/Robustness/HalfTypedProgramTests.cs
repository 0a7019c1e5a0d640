using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.Testing.Analysis;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Analyzers.Tests.Robustness;

/// <summary>
/// Most code that an analyzer sees in an editor does not compile. A program that uses the whole language is cut off, and pierced, at its
/// tokens, an ordinary run at a third of those places: no analyzer and no generator may throw.
/// </summary>
public class HalfTypedProgramTests
{
    private const string Program = """
        namespace Half.Typed;

        [Row]
        public sealed partial record Member([Required, RegularExpression("^[A-Z]+$")] string Id, [Range(0, 1), Feature] double Score, [Label] string Area);

        [Pipeline("docs", Version = "1.2.0")]
        public sealed partial class Docs
        {
            [Parameter, Range(0.5, 0.95)]
            public double Share { get; init; } = 0.8;

            [Parameter]
            public bool Fast { get; init; }

            [Secret(Optional = true)]
            public string Token { get; init; } = "";

            [Source("{Share}/*.xml")]
            public partial FileSet Files();

            [Source(Version = nameof(Revision))]
            public int[] Folds() => [1, 2];

            private string Revision => "1";

            [Stage]
            public (Raw<Member> Good, int Bad) Read(FileSet files) => (new([]), files.Count);

            [Stage, ForEach(nameof(Folds)), Retry(3, Delay = "00:00:01"), Timeout("00:01:00"), Resources(Cpu = 2)]
            public async Task<double> Score(int fold, [From("Good")] Raw<Member> rows, CancellationToken token) { await Task.Delay(1, token); return fold * rows.Count; }

            [Gate]
            public GateResult Enough(IReadOnlyList<double> score) => GateResult.AtLeast(score.Count, 1);

            [Publish("docs"), When(nameof(Enough)), Unless(nameof(Fast)), After(nameof(Read))]
            public Dictionary<string, double[]> Release(int bad, StageContext context) => new() { ["x"] = [bad] };
        }
        """;

    [Fact]
    public async Task The_whole_program_is_clean() => await RuleTest.VerifyAsync(Program);

    [Fact]
    [Trait(Sweep.Trait, Sweep.Kind)]
    public async Task Nothing_throws_wherever_the_program_is_broken()
    {
        var whole = GeneratorRun.Start(new RuleGroupTest(1, 2, 3, 4, 5, 6, 7).Project().WithSource("Program.cs", Program));
        await Parallel.ForEachAsync(
            Damage.Everywhere(Program).Where(static (_, place) => Sweep.IsLarge || place % 3 == 0),
            TestContext.Current.CancellationToken,
            async (place, cancellation) =>
            {
                // Both throw, with the exception's text, where a generator or an analyzer did.
                var broken = whole.Rerun(p => p.WithEdit("Program.cs", _ => place.Damage.Apply(Program, place.Token)));
                await AnalyzerRunner.RunAsync(broken.Project, broken.Compilation, cancellation);
            }
        );
    }
}
