using System.Text.Json;
using Mlops.Dsl.Generators.Tests.Support;

namespace Mlops.Dsl.Generators.Tests;

/// <summary>
/// An attribute's name is bound where it is first met: what it means elsewhere must be what the compiler would have said.
/// </summary>
public class AttributeNameTests
{
    [Fact]
    public void An_alias_is_the_attribute_that_it_names()
    {
        var definition = LoadedProject.Define(
            """
            using Step = Mlops.Dsl.StageAttribute;
            using Takes = Mlops.Dsl.FromAttribute;
            [Mlops.Dsl.Pipeline("aliases")]
            public sealed partial class P
            {
                [Step] public int A() => 1;
                [Step] public int B([Takes(nameof(A))] int x) => x;
                [Step] public int C([Takes(nameof(A))] int x, [Takes("B")] int y) => x + y;
            }
            """
        );
        Assert.Equal(["A", "B", "C"], definition.Stages.Select(static stage => stage.Name));
        Assert.Equal([0, 1], definition.Stages[2].Inputs.Select(static input => input.Stage));
    }

    [Fact]
    public void A_name_means_what_the_imports_of_its_own_file_say()
    {
        var definition = LoadedProject
            .Load(
                GeneratorProject.Create(
                    """
                    using Mlops.Dsl;
                    namespace N
                    {
                        [Pipeline("files")]
                        public sealed partial class P
                        {
                            [Stage] public int A() => 1;
                            [Stage] public int B(int a) => a;
                        }
                    }
                    """,
                    """
                    using Stage = Theatre.StageAttribute;
                    namespace N
                    {
                        public sealed partial class P
                        {
                            [Stage] public int C() => 2;
                            [Stage] public int D(int c) => c;
                        }
                    }
                    namespace Theatre
                    {
                        public sealed class StageAttribute : System.Attribute;
                    }
                    """
                )
            )
            .Definition();
        Assert.Equal(["A", "B"], definition.Stages.Select(static stage => stage.Name));
    }

    [Fact]
    public void Names_of_outputs_are_the_same_however_they_are_written()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("names")]
            public sealed partial class P
            {
                private const string Third = "C";
                [Stage] public int A() => 1;
                [Stage] public int B() => 2;
                [Stage] public int C() => 3;
                [Gate] public GateResult @class() => GateResult.Pass("");
                [Stage, When(nameof(@class)), After("B"), After(nameof(P.A)), Timeout("00:00:05")]
                public int All([From("A")] int x, [From(nameof(B))] int y, [From(Third)] int z, [From(output: nameof(P.A))] int w) => x + y + z + w;
            }
            """
        );
        var all = definition.Stages[^1];
        Assert.Equal([0, 1, 2, 0], all.Inputs.Select(static input => input.Stage));
        Assert.Equal([0, 1], all.After);
        Assert.Equal(["class"], all.Conditions.Select(static condition => condition.Name));
        Assert.Equal(TimeSpan.FromSeconds(5), all.Policy.Timeout);
    }

    [Theory]
    [InlineData("Range(-1, 2)", "int", "-1", "2")]
    [InlineData("Range(Low, 2)", "int", "-1", "2")]
    [InlineData("Range(-0.5, 2)", "double", "-0.5", "2")]
    [InlineData("Range(-0.5f, 2L)", "double", "-0.5", "2")]
    [InlineData("Range(maximum: 2, minimum: -1)", "int", "-1", "2")]
    [InlineData("Limits(-1, 2)", "int", "-1", "2")]
    public void A_range_is_the_same_however_it_is_written(string attribute, string type, string minimum, string maximum)
    {
        using var manifest = JsonDocument.Parse(
            LoadedProject
                .Load(
                    $$"""
                    using System.ComponentModel.DataAnnotations;
                    using Limits = System.ComponentModel.DataAnnotations.RangeAttribute;
                    using Mlops.Dsl;
                    [Pipeline("ranges")]
                    public sealed partial class P
                    {
                        private const int Low = -1;
                        [Parameter, Range(0, 1)] public int First { get; init; }
                        [Parameter, Limits(0, 1)] public int Second { get; init; }
                        [Parameter, {{attribute}}] public {{type}} Bounded { get; init; }
                        [Stage] public int A() => 1;
                    }
                    """
                )
                .Manifest("ranges")
        );
        var range = manifest.RootElement.GetProperty("parameters")[2].GetProperty("constraints")[0];
        Assert.Equal(
            ("range", minimum, maximum),
            (range.GetProperty("kind").GetString(), range.GetProperty("minimum").GetRawText(), range.GetProperty("maximum").GetRawText())
        );
    }
}
