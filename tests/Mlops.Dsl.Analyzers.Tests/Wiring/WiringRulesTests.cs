using Mlops.Dsl.Analyzers.Watching;
using Mlops.Dsl.Analyzers.Wiring;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class WiringRulesTests
{
    [Fact]
    public void Every_problem_of_the_parser_has_a_diagnostic()
    {
        // A placeholder's rule points at the placeholder itself, watching has a group of its own, and what the compiler says needs no rule.
        ProblemKind[] elsewhere = [ProblemKind.UnknownPlaceholder, ProblemKind.ErrorOfCompiler, .. WatchingRules.ByKind.Keys];
        Assert.Empty(Enum.GetValues<ProblemKind>().Except(elsewhere).Except(WiringRules.ByKind.Keys));
    }
}
