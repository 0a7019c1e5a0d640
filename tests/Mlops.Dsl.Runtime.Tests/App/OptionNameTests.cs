using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Parameters;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public class OptionNameTests
{
    [Fact]
    public void Names_of_the_programs_own_options_are_prefixed() =>
        Assert.Equal(["--parameter-store", "--parameter-json", "--parameter-no-cache", "--stores"], NamesOf("Store", "Json", "NoCache", "Stores"));

    [Fact]
    public void Names_that_differ_in_case_alone_are_told_apart() => Assert.Equal(["--ab", "--Ab", "--a-b"], NamesOf("AB", "Ab", "A_B"));

    [Fact]
    public void No_two_parameters_have_one_option_whatever_they_are_called() =>
        Assert.Equal(["--a", "--a-2", "--max-age", "--Max_Age", "--maxAge"], NamesOf("A", "a", "MaxAge", "Max_Age", "maxAge"));

    [Fact]
    public void Names_of_any_script_are_options() => Assert.Equal(["--größe", "--学習率", "--λ"], NamesOf("Größe", "学習率", "Λ"));

    [Fact]
    public async Task A_program_with_such_names_parses_them()
    {
        var definition = Define("Store", "Größe", "A", "a");

        var run = await ProgramRun.OfAsync(definition, "run", "--parameter-store", "1", "--größe", "2", "--a", "3", "--b", "4");

        Assert.Equal(["unknown parameter or option '--b'"], run.Errors);
    }

    private static IEnumerable<string> NamesOf(params string[] parameters) => OptionNames.Of(Define(parameters).Parameters).Select(static name => name.Option);

    private static PipelineDefinition<TestPipeline> Define(params string[] parameters) => new()
    {
        Name = "names",
        Version = "1.0.0",
        Create = static _ => new TestPipeline(),
        Stages = [],
        Parameters = [.. parameters.Select(static name => new ParameterDefinition<TestPipeline, int>
        {
            Name = name, TypeName = "int", Get = static pipeline => pipeline.Seed, Text = ParameterFormats.Int32, DefaultText = "42",
        })],
    };
}
