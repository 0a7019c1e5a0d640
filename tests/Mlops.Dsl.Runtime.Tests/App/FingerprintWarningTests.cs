using System.Text.Json;
using Mlops.Dsl.Runtime.Tests.App.Support;

namespace Mlops.Dsl.Runtime.Tests.App;

public sealed class FingerprintWarningTests : IDisposable
{
    private const string One =
        "The fingerprint of stage Parse does not see all of its code: a change there is not noticed. 'explain Parse' tells what it is.";
    private readonly TestProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_run_warns_once_and_never_says_reused_without_saying_so()
    {
        _program.HalfSeen.Add("Parse");
        var first = await _program.RunAsync("run");
        var second = await _program.RunAsync("run");
        var recorded = await _program.RunAsync("show");

        Assert.Equal([$"warning: {One}"], first.Error.TrimEnd().Split(Environment.NewLine));
        Assert.Equal([$"warning: {One}"], second.Error.TrimEnd().Split(Environment.NewLine));
        Assert.Contains("stages reused (1 of them with code that the fingerprint does not see) in ", second.Out, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ *Parse .*reused from run \S+, though its fingerprint does not see all of its code", recorded.Out);
        Assert.DoesNotMatch(@"(?m)^ *Good .*though", recorded.Out);
    }

    [Fact]
    public async Task A_source_that_is_unchanged_says_so_as_well()
    {
        _program.HalfSeen.Add("Docs");
        await _program.RunAsync("run");
        var second = await _program.RunAsync("run", "--seed", "7");

        Assert.Matches(@"(?m)^ *Docs .*unchanged since run \S+, though its fingerprint does not see all of its code", second.Out);
    }

    [Fact]
    public async Task The_warning_counts_the_stages_and_names_few()
    {
        _program.HalfSeen.UnionWith(["Docs", "Parse", "Good", "Release"]);
        var run = await _program.RunAsync("run");

        Assert.Contains(
            "The fingerprints of 4 stages (Docs, Parse, Good, …) do not see all of their code: a change there is not noticed. 'explain "
                + "Docs' tells what it is.",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Json_events_list_what_is_not_seen()
    {
        _program.HalfSeen.Add("Parse");
        await _program.RunAsync("run");
        var run = await _program.RunAsync("run", "--json");
        var events = run.Out.TrimEnd().Split(Environment.NewLine).Select(static line => JsonDocument.Parse(line).RootElement).ToArray();

        Assert.Equal(
            One,
            Assert.Single(events, static line => line.GetProperty("event").GetString() == "warning").GetProperty("message").GetString()
        );
        var stage = Assert.Single(events, static line => line.TryGetProperty("fingerprintWarnings", out _));
        Assert.Equal("Parse", stage.GetProperty("stage").GetString());
        Assert.Equal("Parse uses reflection.", Assert.Single(stage.GetProperty("fingerprintWarnings").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Explain_says_what_is_not_seen()
    {
        _program.HalfSeen.Add("Parse");
        await _program.RunAsync("run");
        var all = await _program.RunAsync("explain");
        var one = await _program.RunAsync("explain", "Parse");
        var json = await _program.RunAsync("explain", "Parse", "--json");

        Assert.Equal($"warning: {One}", all.Error.TrimEnd());
        Assert.Matches(@"(?m)^Parse +reused +reused from run \S+, though its fingerprint does not see all of its code", all.Out);
        Assert.Contains(
            $"What its fingerprint does not see:{Environment.NewLine}  Parse uses reflection.",
            one.Out,
            StringComparison.Ordinal
        );
        Assert.Equal("Parse uses reflection.", json.Json[0].GetProperty("fingerprintWarnings")[0].GetString());
    }

    [Fact]
    public async Task A_program_whose_code_was_replaced_forecasts_no_reuse_and_says_why()
    {
        await _program.RunAsync("run");
        _program.Updates.Note();
        var run = await _program.RunAsync("explain");

        Assert.Contains("Hot Reload", run.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^\w+ +reused ", run.Out);
    }
}
