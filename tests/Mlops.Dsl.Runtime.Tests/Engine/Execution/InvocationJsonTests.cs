using Microsoft.Extensions.Logging;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine.Execution;

public sealed class InvocationJsonTests
{
    private static readonly ContentHash Hash = ContentHash.Of("content"u8);

    [Fact]
    public void An_invocation_is_one_line_that_reads_back()
    {
        var invocation = new StageInvocation
        {
            Program = "Docs",
            Modules = [new ModuleIdentity("Docs", Guid.NewGuid())],
            Pipeline = "words",
            Stage = "Count",
            Element = 3,
            Parameters = [new NamedValue("Text", "a\nb \u2028 c"), new NamedValue("None", null)],
            Secrets = ["Password"],
            Inputs = [new InputReference("split", Hash, "list", IsCollected: true)],
            Attempt = 2,
            Lease = 7,
            Deadline = DateTimeOffset.UnixEpoch,
            Window = "2026-11-29T00:00Z/2026-11-30T00:00Z",
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            Run = "20261121-143055-k3f9",
            Store = "/data/.mlops",
            MemoryMiB = 300,
            LogLevel = LogLevel.Debug,
        };

        var json = invocation.ToJson();

        Assert.DoesNotContain('\n', json);
        Assert.Equivalent(invocation with { Parameters = [] }, StageInvocation.Parse(json) with { Parameters = [] }, strict: true);
        Assert.Equal([new NamedValue("Text", "a\nb \u2028 c"), new NamedValue("None", null)], StageInvocation.Parse(json).Parameters);
    }

    [Fact]
    public void An_outcome_is_one_line_that_reads_back()
    {
        var outcome = new InvocationOutcome
        {
            Lease = 7,
            Outputs = [new OutputReference("Count", Hash, "int", "/tmp/1", [new FileReference(Hash, "/tmp/2")])],
            Metrics = [new Metric("loss", 1, double.NaN), new Metric("gain", 2, double.NegativeInfinity)],
            Lines = [new LogLine(DateTimeOffset.UnixEpoch, LogLevel.Warning, "two\nlines")],
            Effect = RequestedEffect.Of(new StartEffect("other", [new("Share", "0.8"), new("None", null)], "because")),
            Failure = new InvocationFailure(FailureKind.OutOfMemory, "too much", "at Main()"),
            DependsOnPosition = true,
            PeakMemory = 1L << 40,
        };

        var json = outcome.ToJson();

        Assert.DoesNotContain('\n', json);
        Assert.Equivalent(outcome, InvocationOutcome.Parse(json), strict: true);
        Assert.Contains("\"outOfMemory\"", json, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void Anything_else_is_refused(string json)
    {
        Assert.Throws<FormatException>(() => StageInvocation.Parse(json));
        Assert.Throws<FormatException>(() => InvocationOutcome.Parse(json));
    }

    [Fact]
    public void Another_format_is_refused()
    {
        var invocation = new StageInvocation
        {
            Program = "",
            Pipeline = "",
            Stage = "",
            Attempt = 1,
            Lease = 1,
            Run = "",
            Store = "",
            Format = 99,
        };

        var exception = Assert.Throws<FormatException>(() => StageInvocation.Parse(invocation.ToJson()));

        Assert.Equal("The stage is described in format 99, expected 1.", exception.Message);
    }

    [Fact]
    public void Effects_read_back()
    {
        var notice = new NoticeEffect(new Notice("subject", "text"));
        var start = new StartEffect("other", [new("Share", null)], "because");

        Assert.Equal(notice, RequestedEffect.Of(notice)!.ToEffect());
        Assert.Equivalent(start, RequestedEffect.Of(start)!.ToEffect(), strict: true);
        Assert.Null(RequestedEffect.Of(effect: null));
    }
}
