using System.Text;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Runtime.Tests.Engine;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>A program says its secret everywhere: then no output and no byte of the store may hold it.</summary>
public sealed class SecretPlacesTests
{
    private const string Secret = "k3y/+=&\"é\\ <z>'𝒳%41~end";

    public static TheoryData<string> Spellings => [.. Spelling.All.Select(static spelling => spelling.Name)];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task No_verb_shows_it_and_no_file_of_the_store_holds_it(string name)
    {
        var spelling = Spelling.All.Single(spelling => spelling.Name == name);
        using var program = Program(spelling);
        string[][] commands =
        [
            ["run", "--address", $"at {spelling.Write(Secret)}"],
            ["run", "--json", "--no-cache"],
            ["run", "--address", $"elsewhere {spelling.Write(Secret)}"],
            ["resume"],
            ["resume", "--json"],
            ["explain"],
            ["explain", "--json", "--address", spelling.Write(Secret)],
            ["explain", "Read", "--run", "latest"],
            ["runs", "--json"],
            ["show", "latest", "--logs"],
            ["show", "latest", "--json", "--logs"],
            ["diff", "latest~1", "latest", "--json"],
            ["artifact", "list", "--json"],
            ["artifact", "show", "Refused"],
            ["artifact", "lineage", "Refused", "--json"],
            ["cache"],
        ];
        foreach (var command in commands)
        {
            var run = await program.RunAsync(command);

            // The secret's address is not kept, so the runs that had it can't be resumed with another.
            AssertHidden(spelling, run.Out, string.Join(' ', command));
            AssertHidden(spelling, run.Error, string.Join(' ', command));
        }

        await AssertStoreHidesAsync(spelling, program.StorePath);
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task No_observer_no_logger_and_no_report_is_told(string name)
    {
        var spelling = Spelling.All.Single(spelling => spelling.Name == name);
        using var store = new TestStore();
        var definition = LeakyPipeline.Define(spelling.Write);
        var recorder = new RecordingObserver();
        using var logs = new RecordingLoggers();

        await using var report = await PipelineEngine.RunAsync(
            definition,
            new LeakyPipeline { Token = Secret },
            new RunOptions
            {
                StorePath = store.Path,
                Fingerprints = store.Fingerprint(definition),
                Observers = [recorder],
                LoggerFactory = logs,
            },
            TestContext.Current.CancellationToken
        );

        Assert.NotEmpty(recorder.Texts);
        Assert.Contains(logs.Texts, static text => text.Contains("line ***", StringComparison.Ordinal));
        Assert.Contains(logs.Texts, static text => text.Contains("token", StringComparison.Ordinal));
        IEnumerable<string> told =
        [
            .. recorder.Texts,
            .. logs.Texts,
            .. report.Warnings,
            .. report.Stages.SelectMany(static stage => RecordingObserver.TextsOf(stage)),
        ];
        Assert.All(told, text => AssertHidden(spelling, text, "told"));
        Assert.DoesNotContain(Secret, report.GetOutput<GateResult>(2, 0).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task Neither_what_the_constructor_throws_nor_a_defects_details_hold_it(string name)
    {
        var spelling = Spelling.All.Single(spelling => spelling.Name == name);
        using var constructed = Program(
            spelling,
            inConstructor: secret => throw new InvalidOperationException($"constructor {spelling.Write(secret)}")
        );
        var refused = await constructed.RunAsync("run");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("constructor ***", refused.Error, StringComparison.Ordinal);

        using var healthy = Program(spelling);
        await healthy.RunAsync("run");
        using var program = new TestProgram(
            LeakyPipeline.Define(spelling.Write, inCheck: secret => throw new InvalidOperationException($"check {spelling.Write(secret)}"))
        )
        {
            OtherStore = healthy.StorePath,
            Variables = { [LeakyPipeline.Variable] = Secret },
        };
        var broken = await program.RunAsync("run");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("internal error: InvalidOperationException: check ***", broken.Error, StringComparison.Ordinal);

        await AssertStoreHidesAsync(spelling, healthy.StorePath);
    }

    [Fact]
    public async Task A_run_whose_parameter_held_a_secret_is_not_resumed_with_what_is_left_of_it()
    {
        using var program = Program(Spelling.All[0]);
        await program.RunAsync("run", "--address", $"https://user:{Secret}@host");

        var resumed = await program.RunAsync("resume");

        Assert.Equal(2, resumed.ExitCode);
        Assert.Equal(["the value of 'Address' held a secret and was not kept: start a new run"], resumed.Errors);
    }

    [Fact]
    public async Task A_secret_that_can_be_guessed_is_warned_of()
    {
        using var program = new TestProgram(LeakyPipeline.Define(static text => text)) { Variables = { [LeakyPipeline.Variable] = "42" } };

        var run = await program.RunAsync("run");

        Assert.Contains("warning: The secret 'Token' is so short that it can be guessed", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "42",
            run.Out.Replace(run.Out[run.Out.IndexOf("(run ", StringComparison.Ordinal)..], "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private static TestProgram Program(Spelling spelling, Action<string>? inConstructor = null) =>
        new(LeakyPipeline.Define(spelling.Write, inConstructor)) { Variables = { [LeakyPipeline.Variable] = Secret } };

    private static void AssertHidden(Spelling spelling, string text, string where)
    {
        Assert.False(
            text.Contains(spelling.Write(Secret), StringComparison.Ordinal),
            $"'{where}' shows the secret ({spelling.Name}): {text}"
        );
        Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"'{where}' shows the secret: {text}");
    }

    private static async Task AssertStoreHidesAsync(Spelling spelling, string store)
    {
        var files = Directory.GetFiles(store, "*", SearchOption.AllDirectories);
        Assert.Contains(files, static file => file.EndsWith("store.db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (var text in (string[])[Secret, spelling.Write(Secret)])
            {
                Assert.True(
                    bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0,
                    $"'{Path.GetFileName(file)}' holds the secret ({spelling.Name})."
                );
            }
        }
    }
}
