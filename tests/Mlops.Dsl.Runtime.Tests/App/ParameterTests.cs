using Mlops.Dsl.Engine;
using Mlops.Dsl.Engine.Secrets;
using Mlops.Dsl.Runtime.App.Parameters;
using Mlops.Dsl.Runtime.App.Running;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public class ParameterTests
{
    private static readonly Mlops.Dsl.Execution.PipelineDefinition Pipeline = TestPipeline.Define();

    [Fact]
    public async Task All_problems_are_told_at_once_in_a_line_each()
    {
        var run = await ProgramRun.OfAsync(
            Pipeline,
            "run",
            "--train-share",
            "2",
            "--seed",
            "ten",
            "--day",
            "Freitag",
            "--cpus",
            "-1",
            "--memory",
            "lots",
            "--gpus",
            "0.5",
            "--runtime-version",
            "mayor"
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.Equal(
            [
                "--train-share must be between 0.5 and 0.95, but is '2'",
                "--seed must be a whole number from -2147483648 to 2147483647, but is 'ten'",
                "--day must be one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, but is 'Freitag'",
                "--cpus must be a number above 0, but is '-1'",
                "--memory must be a size such as 512MiB or 8GiB, but is 'lots'",
                "--gpus must be a whole number, 0 or more, but is '0.5'",
                "--runtime-version must be 'exact' or 'major', but is 'mayor'; did you mean 'major'?",
            ],
            run.Errors
        );
    }

    [Fact]
    public async Task Unknown_options_and_bad_values_are_told_together()
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--trian-share", "0.8", "--seed=ten", "--train-share");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            [
                "unknown parameter or option '--trian-share'; did you mean '--train-share'?",
                "--train-share needs a value (after a space or '=')",
                "--seed must be a whole number from -2147483648 to 2147483647, but is 'ten'",
            ],
            run.Errors
        );
    }

    [Fact]
    public async Task A_parameter_given_twice_is_refused()
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--seed", "1", "--seed", "2");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["--seed is given 2 times"], run.Errors);
    }

    [Fact]
    public async Task A_required_parameter_is_asked_for_with_its_description()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(requireFolder: true), "run");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["--folder is required: Where the files are."], run.Errors);
    }

    [Fact]
    public async Task An_empty_value_is_a_value_and_breaks_required()
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--folder", "");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["--folder must be given, but is ''"], run.Errors);
    }

    [Fact]
    public async Task A_flag_takes_true_and_false_and_nothing_else()
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--verbose=maybe");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["--verbose must be true or false, but is 'maybe'"], run.Errors);
    }

    [Fact]
    public async Task A_huge_value_is_shortened_in_the_message()
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--seed", new string('9', 1_000_000));

        Assert.Equal(2, run.ExitCode);
        Assert.True(Assert.Single(run.Errors).Length < 200);
    }

    [Fact]
    public async Task Markup_and_control_characters_in_values_are_shown_and_not_obeyed()
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--seed", "[red]\u001b[31m[/]\r\n{0}");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([@"--seed must be a whole number from -2147483648 to 2147483647, but is '[red]\u001b[31m[/]\r\n{0}'"], run.Errors);
    }

    [Theory]
    [InlineData("@nothing.rsp")]
    [InlineData("-5x")]
    [InlineData("/h")]
    [InlineData("run")]
    public async Task Values_that_look_like_syntax_are_values(string value)
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--seed", value);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([$"--seed must be a whole number from -2147483648 to 2147483647, but is '{value}'"], run.Errors);
    }

    [Fact]
    public async Task What_follows_a_double_dash_is_no_option()
    {
        var run = await ProgramRun.OfAsync(Pipeline, "run", "--", "--seed");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["'--seed' is not read as an option where it stands: nothing after '--' is"], run.Errors);
    }

    [Fact]
    public async Task A_secret_is_asked_for_by_its_environment_variable()
    {
        var run = await ProgramRun.OfAsync(TestPipeline.Define(withSecret: true), "run");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            ["the secret 'ApiKey' has no value: set the environment variable MLOPS_SECRET_API_KEY, or the user secret 'ApiKey'"],
            run.Errors
        );
    }

    [Theory]
    [InlineData("--api-key", "hunter2")]
    [InlineData("--api-key=hunter2")]
    [InlineData("--api-key:hunter2")]
    public async Task A_secret_is_no_option_and_its_value_is_not_repeated(params string[] option)
    {
        var run = await ProgramRun.OfAsync(
            [TestPipeline.Define(withSecret: true)],
            ["run", .. option],
            new() { ["MLOPS_SECRET_API_KEY"] = "hunter2" }
        );

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["'ApiKey' is a secret and no option: set the environment variable MLOPS_SECRET_API_KEY"], run.Errors);
        Assert.DoesNotContain("hunter2", run.Error + run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("512", 512)]
    [InlineData("512MiB", 512)]
    [InlineData("0.5 GiB", 512)]
    [InlineData("8g", 8192)]
    [InlineData("1K", 1)]
    [InlineData("2TB", 2097152)]
    public void Sizes_have_units(string text, long expected)
    {
        Assert.True(RunSettings.TryParseMebibytes(text, out var mebibytes));
        Assert.Equal(expected, mebibytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("GiB")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("1MGiB")]
    [InlineData("99999999999999999999TiB")]
    public void What_is_no_size_is_refused(string text) => Assert.False(RunSettings.TryParseMebibytes(text, out _));

    [Fact]
    public void A_secret_without_a_variable_comes_from_the_user_secrets_of_the_project()
    {
        var home = Directory.CreateTempSubdirectory("mlops-test-");
        var folder = Directory.CreateDirectory(Path.Combine(home.FullName, ".microsoft", "usersecrets", "an-id"));
        File.WriteAllText(
            Path.Combine(folder.FullName, "secrets.json"),
            "{ /* as the tool allows */ \"ApiKey\": \"hunter2\", \"Other\": 1, }"
        );
        var parameter = TestPipeline.Define(withSecret: true).Parameters.Single(static parameter => parameter.IsSecret);

        var secrets = new SecretValues("an-id", name => name == "HOME" ? home.FullName : null);
        var overridden = new SecretValues("an-id", name => name == "MLOPS_SECRET_API_KEY" ? "from environment" : null);

        Assert.Equal("hunter2", secrets.Find(parameter));
        Assert.Equal("from environment", overridden.Find(parameter));
        Assert.Null(new SecretValues(userSecretsId: null, static _ => null).Find(parameter));
        home.Delete(recursive: true);
    }
}
