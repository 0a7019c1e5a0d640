using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.App.Parameters;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public class OptionNameTests
{
    [Fact]
    public void Names_of_the_programs_own_options_are_prefixed() =>
        Assert.Equal(
            ["--parameter-store", "--parameter-json", "--parameter-no-cache", "--parameter-isolated", "--stores"],
            NamesOf("Store", "Json", "NoCache", "Isolated", "Stores")
        );

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

    [Fact]
    public void Where_there_is_a_window_its_ends_are_the_programs_own_options()
    {
        Assert.Equal(["--from", "--to"], NamesOf("From", "To"));
        Assert.Equal(
            ["--window", "--parameter-from", "--parameter-to", "--too"],
            OptionNames.Of(DefineWithWindow("Window", "From", "To", "Too").Parameters).Select(static name => name.Option)
        );
        Assert.Equal(["--parameter-from"], OptionNames.Of(DefineWithWindow("From").Parameters).Select(static name => name.Option));
    }

    [Theory]
    [InlineData("--from", "2026-11-29", "--to", "2026-11-30", "--parameter-from", "7")]
    [InlineData("--parameter-from", "7", "--window", "2026-11-29/2026-11-30")]
    public async Task A_window_is_set_beside_parameters_that_are_called_like_its_ends(params string[] args)
    {
        using var program = new TestProgram(DefineWithWindow("Window", "From", "To"));

        var run = await program.RunAsync(["run", .. args]);
        var shown = await program.RunAsync("show", "--json");
        var help = await program.RunAsync("run", "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["2026-11-29T00:00:00Z/2026-11-30T00:00:00Z", "7", "42"],
            shown.Json.GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetProperty("value").GetString())
        );
        string[] options = ["--from <time>", "--to <time>", "--parameter-from <int>", "--parameter-to <int>", "(--from and --to give one)"];
        foreach (var option in options)
        {
            Assert.Contains(option, help.Out, StringComparison.Ordinal);
        }
    }

    private static PipelineDefinition<WindowPipeline> DefineWithWindow(string window, params string[] parameters) =>
        new()
        {
            Name = "windows",
            Version = "1.0.0",
            Create = values => new WindowPipeline(
                values.Get(window, default(TimeWindow)),
                [.. parameters.Select(name => values.Get(name, 42))]
            ),
            Stages = [],
            Parameters =
            [
                new ParameterDefinition<WindowPipeline, TimeWindow>
                {
                    Name = window,
                    TypeName = "TimeWindow",
                    IsWindow = true,
                    Get = static pipeline => pipeline.Window,
                    Text = ParameterFormats.TimeWindow,
                    Checks = [new NonEmptyWindowConstraint()],
                },
                .. parameters.Select(
                    static (name, position) =>
                        new ParameterDefinition<WindowPipeline, int>
                        {
                            Name = name,
                            TypeName = "int",
                            DefaultText = "42",
                            Get = pipeline => pipeline.Numbers[position],
                            Text = ParameterFormats.Int32,
                        }
                ),
            ],
        };

    private sealed record WindowPipeline(TimeWindow Window, IReadOnlyList<int> Numbers);

    private static IEnumerable<string> NamesOf(params string[] parameters) =>
        OptionNames.Of(Define(parameters).Parameters).Select(static name => name.Option);

    private static PipelineDefinition<TestPipeline> Define(params string[] parameters) =>
        new()
        {
            Name = "names",
            Version = "1.0.0",
            Create = static _ => new TestPipeline(),
            Stages = [],
            Parameters =
            [
                .. parameters.Select(static name => new ParameterDefinition<TestPipeline, int>
                {
                    Name = name,
                    TypeName = "int",
                    Get = static pipeline => pipeline.Seed,
                    Text = ParameterFormats.Int32,
                    DefaultText = "42",
                }),
            ],
        };
}
