using Mlops.Dsl.Generators.Tests.Support;

namespace Mlops.Dsl.Generators.Tests;

public class DiagramTests
{
    [Fact]
    public void Lanes_fork_and_join()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("lanes")]
            public sealed partial class P
            {
                [Stage] public int A() => 1;
                [Stage] public int B(int a) => a;
                [Stage] public int C(int a) => a;
                [Stage] public int[] D(int b, int c) => [b, c];
                [Stage, ForEach(nameof(D))] public int E(int d, int a) => d + a;
                [Stage] public int Alone() => 1;
            }
            """
        );
        Assert.Equal(
            """
            * A
            |
            +-* B
            | |
            +-|-* C
            | | |
            | *-' D
            | |
            *-' E (for each of D)
            * Alone
            """.ReplaceLineEndings("\n"),
            definition.Diagram
        );
    }

    [Fact]
    public void More_lanes_than_fit_are_listed()
    {
        var stages = string.Join('\n', Enumerable.Range(0, 20).Select(static i => $"[Stage] public int S{i}() => {i};"));
        var parameters = string.Join(", ", Enumerable.Range(0, 20).Select(static i => $"int s{i}"));
        var definition = LoadedProject.Define(
            $"using Mlops.Dsl; [Pipeline(\"wide\")] public sealed partial class P {{ {stages} [Stage] public int Sum({parameters}) => 0; }}"
        );
        Assert.EndsWith(
            "Sum <- " + string.Join(", ", Enumerable.Range(0, 20).Select(static i => $"S{i}")),
            definition.Diagram,
            StringComparison.Ordinal
        );
    }
}
