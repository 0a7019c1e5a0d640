using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>Verbs that packages add to the program.</summary>
public sealed class VerbCatalogTests
{
    private static readonly VerbOption Port = new("--port", "The port to listen on") { ValueName = "number" };
    private static readonly VerbOption Alias = new("--alias", "An alias to serve instead")
    {
        ValueName = "service=alias",
        IsRepeatable = true,
    };
    private static readonly VerbOption Quiet = new("--quiet", "Print nothing");
    private static readonly VerbArgument Service = new("service", "Which service") { IsOptional = true };

    [Fact]
    public async Task A_registered_verb_gets_its_options_and_arguments()
    {
        var run = await ProgramRun.OfVerbsAsync(
            [Echo()],
            "echo",
            "income",
            "--port",
            "9000",
            "--alias",
            "a=b",
            "--alias=c=d",
            "--quiet",
            "--json",
            "--store",
            "elsewhere"
        );

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("income 9000 a=b,c=d quiet json elsewhere docs", run.Out.Trim());
    }

    [Fact]
    public async Task What_was_not_given_is_null()
    {
        var run = await ProgramRun.OfVerbsAsync([Echo()], "echo", "--store", "elsewhere");

        Assert.Equal("- -  loud text elsewhere docs", run.Out.Trim());
    }

    [Fact]
    public async Task A_registered_verb_is_listed_and_has_help()
    {
        var root = await ProgramRun.OfVerbsAsync([Echo()], "--help");
        var help = await ProgramRun.OfVerbsAsync([Echo()], "echo", "--help");

        Assert.Contains("  echo ", root.Out, StringComparison.Ordinal);
        Assert.Contains("docs echo [<service>] [options]", help.Out, StringComparison.Ordinal);
        Assert.Contains("--port <number>", help.Out, StringComparison.Ordinal);
        Assert.Contains("docs echo --port 9000", help.Out, StringComparison.Ordinal);
        Assert.Contains("Remarks here.", help.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_was_not_registered_is_unknown() =>
        Assert.Contains("unknown verb 'echo'", Assert.Single((await ProgramRun.OfVerbsAsync([], "echo")).Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("echo --port 70000", "--port must be a whole number from 1 to 65535, but is '70000'")]
    [InlineData("echo --port x", "--port must be a whole number from 1 to 65535, but is 'x'")]
    [InlineData("echo --port 1 --port 2", "--port is given 2 times")]
    [InlineData("echo --port", "--port needs a value (after a space or '=')")]
    [InlineData("echo --prt", "unknown option '--prt'; did you mean '--port'?")]
    [InlineData("echo a b", "unknown argument 'b'")]
    public async Task A_wrong_command_line_ends_with_code_2(string args, string problem)
    {
        var run = await ProgramRun.OfVerbsAsync([Echo()], args.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(problem, Assert.Single(run.Errors));
    }

    [Fact]
    public async Task What_a_verb_refuses_is_one_message_and_a_hint()
    {
        var verb = new VerbDefinition("refuse", "Refuse", static _ => throw new VerbException("no\u001b[2J", "do something else"));

        var run = await ProgramRun.OfVerbsAsync([verb], "refuse");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(@"no\u001b[2J", Assert.Single(run.Errors));
        Assert.Contains("do something else", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_missing_is_one_message()
    {
        var verb = new VerbDefinition(
            "look",
            "Look",
            static async verb =>
            {
                await using var store = verb.OpenStore(readOnly: true);
                return 0;
            }
        );

        var run = await ProgramRun.OfVerbsAsync([verb], "look", "--store", Path.Combine(Path.GetTempPath(), "mlops-no-such-store"));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("There is no store at", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_definition_may_be_registered_again_but_no_other_of_its_name()
    {
        var verb = new VerbDefinition("registered-by-a-test", "Nothing", static _ => Task.FromResult(0));
        VerbCatalog.Register(verb);
        VerbCatalog.Register(verb);

        Assert.Contains(verb, VerbCatalog.Verbs);
        Assert.Throws<ArgumentException>(static () =>
            VerbCatalog.Register(new VerbDefinition("registered-by-a-test", "Other", static _ => Task.FromResult(0)))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("Serve")]
    [InlineData("--serve")]
    [InlineData("two words")]
    public void A_verb_has_a_plain_name(string name) =>
        Assert.Throws<ArgumentException>(() => new VerbDefinition(name, "Nothing", static _ => Task.FromResult(0)));

    private static VerbDefinition Echo() =>
        new(
            "echo",
            "Tell what was given",
            static verb =>
            {
                var port = verb.GetInt32(Port, 1, 65535);
                verb.Out.WriteLine(
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{verb.GetValue(Service) ?? "-"} {port?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} "
                            + $"{string.Join(',', verb.GetValues(Alias))} {(verb.IsSet(Quiet) ? "quiet" : "loud")} "
                            + $"{(verb.IsJson ? "json" : "text")} {verb.StorePath} {verb.CommandName}"
                    )
                );
                return Task.FromResult(0);
            }
        )
        {
            Remarks = "Remarks here.",
            Arguments = [Service],
            Options = [Port, Alias, Quiet],
            Examples = [new VerbExample("--port 9000", "on another port")],
        };
}
