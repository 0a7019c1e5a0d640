using Mlops.Dsl.Analyzers.Wiring;
using Mlops.Dsl.Generators.Problems;

namespace Mlops.Dsl.Analyzers.Tests.Wiring;

public class WiringRulesTests
{
    [Fact]
    public void Every_problem_of_the_parser_has_a_diagnostic()
    {
        // A placeholder's rule points at the placeholder itself.
        ProblemKind[] elsewhere = [ProblemKind.UnknownPlaceholder];
        Assert.Empty(Enum.GetValues<ProblemKind>().Except(elsewhere).Except(WiringRules.ByKind.Keys));
    }
}
