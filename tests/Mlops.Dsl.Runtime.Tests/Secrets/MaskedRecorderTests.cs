using System.Collections;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>Every text of everything that is recorded holds a secret on its way in, and none on its way out.</summary>
public sealed class MaskedRecorderTests
{
    private const string Secret = "hunter2-hunter2";
    private const string Text = $"a {Secret} b";

    private static readonly SecretMask Mask = new([Secret]);

    private static readonly ExecutionCommit Commit = new()
    {
        Position = 1,
        Stage = "Stage",
        Started = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.FromSeconds(1),
        Reason = Text,
        Error = Text,
        Parts = new KeyParts { Parameters = [new("P", Text), new("Q", Text)], VersionToken = Text },
        Metrics = [new(Text, 1, 2), new(Text, 3, 4)],
        Logs =
        [
            new(DateTimeOffset.UnixEpoch, Microsoft.Extensions.Logging.LogLevel.Error, Text),
            new(DateTimeOffset.UnixEpoch, Microsoft.Extensions.Logging.LogLevel.Warning, Text),
        ],
    };

    private readonly List<object?> _recorded = [];

    /// <summary>What is recorded or shown, the texts of it that come from the code and not from the user, and what becomes of it.</summary>
    public static TheoryData<string> Names => [.. Messages.Keys];

    private static Dictionary<string, (object Before, string[] OfCode, Func<SecretMask, object> Apply)> Messages { get; } =
        new()
        {
            ["error"] = (
                new StageError(Text, "A.cs:1", Text),
                ["Location"],
                static mask => mask.Apply(new StageError(Text, "A.cs:1", Text))
            ),
            ["gate"] = (GateResult.Refuse(Text), [], static mask => mask.Apply(GateResult.Refuse(Text))),
            ["metric"] = (new Metric(Text, 1, 2), [], static mask => mask.Apply(new Metric(Text, 1, 2))),
            ["changes"] = (Changes, ["Name"], static mask => mask.Apply(Changes)),
            ["notice"] = (new NoticeEffect(new(Text, Text)), [], static mask => mask.Apply(new NoticeEffect(new(Text, Text)))),
            ["start"] = (Start("P"), ["Pipeline", "Key", "Value"], static mask => mask.Apply(Start("P"))),
            ["parts"] = (Commit.Parts, ["Name", "RuntimeVersion", "Platform"], static mask => mask.Apply(Commit.Parts)),
        };

    private static StartEffect Start(params string?[] values) =>
        new("other", [.. values.Select(static value => KeyValuePair.Create("Name", value))], Text);

    private static KeyChange[] Changes => [new(KeyChangeKind.Parameter, "P", Text, Text), new(KeyChangeKind.Parameter, "Q", Text, Text)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_of_the_users_is_masked(string name)
    {
        var (before, ofCode, apply) = Messages[name];

        ExpectMasked(before, apply(Mask), ofCode);
        Assert.Equal(TextsOf(before), TextsOf(apply(SecretMask.None)));
    }

    [Fact]
    public void A_start_that_hands_a_secret_on_is_refused()
    {
        var exception = Assert.Throws<EffectException>(() => Mask.Apply(Start("b", null, Text)));

        Assert.StartsWith(
            "The request to start 'other' hands a secret of this pipeline to its parameter 'Name'",
            exception.Message,
            default
        );
        Assert.Same(Text, Assert.IsType<StartEffect>(SecretMask.None.Apply(Start(Text))).Parameters[0].Value);
    }

    [Fact]
    public async Task Every_text_of_a_commit_is_masked()
    {
        await using var recorder = Record(Mask);
        await recorder.CommitAsync(Commit, TestContext.Current.CancellationToken);

        ExpectMasked(
            Commit,
            Assert.Single(_recorded)!,
            "Stage",
            "Parameters.[0].Name",
            "Parameters.[1].Name",
            "RuntimeVersion",
            "Platform"
        );
    }

    [Fact]
    public async Task Every_text_of_results_and_events_is_masked()
    {
        StageResult[] results = [new(1, "S", StageOutcome.Failed) { Reason = Text }, new(2, "T", StageOutcome.Failed) { Reason = Text }];
        RunEvent[] events = [new(DateTimeOffset.UnixEpoch, "kind", "S", Text), new(DateTimeOffset.UnixEpoch, "kind", "T", Text)];
        await using var recorder = Record(Mask);
        await recorder.RecordAsync(results, TestContext.Current.CancellationToken);
        await recorder.RecordAsync(events, TestContext.Current.CancellationToken);
        await recorder.FinishAsync(RunStatus.Failed, Text, DateTimeOffset.UnixEpoch);

        Assert.Equal(3, _recorded.Count);
        ExpectMasked(results, _recorded[0]!, "Stage");
        ExpectMasked(events, _recorded[1]!, "Kind", "Stage");
        Assert.Equal("a *** b", _recorded[2]);
    }

    [Fact]
    public async Task Without_secrets_all_passes_as_it_is()
    {
        await using var recorder = Record(SecretMask.None);
        await recorder.CommitAsync(Commit, TestContext.Current.CancellationToken);
        await recorder.FinishAsync(RunStatus.Failed, Text, DateTimeOffset.UnixEpoch);

        Assert.Same(Commit, _recorded[0]);
        Assert.Equal(Text, _recorded[1]);
    }

    [Theory]
    [InlineData("nothing", "nothing", false)]
    [InlineData(null, null, false)]
    [InlineData(Text, null, true)]
    public void A_parameter_that_holds_a_secret_counts_as_one(string? before, string? after, bool isSecret) =>
        Assert.Equal(new RunParameter("P", after, isSecret, IsDefault: true), Mask.Apply(new RunParameter("P", before, IsDefault: true)));

    [Theory]
    [InlineData("abcd", false)]
    [InlineData("abc", true)]
    [InlineData("  abc ", true)]
    [InlineData("7", true)]
    [InlineData("  ", false)]
    [InlineData("", false)]
    public void Up_to_three_characters_are_too_short(string secret, bool isTooShort)
    {
        var definition = LeakyPipeline.Define(static text => text);

        Assert.Equal(
            isTooShort ? ["Token"] : [],
            new SecretMask(definition, new LeakyPipeline { Token = secret, Address = "abc" }).TooShort
        );
    }

    private static void ExpectMasked(object before, object after, params string[] ofCode)
    {
        var (sent, arrived) = (TextsOf(before).ToArray(), TextsOf(after).ToArray());
        Assert.All(
            sent,
            place =>
                Assert.Equal(
                    (place.Path, Array.Exists(ofCode, name => place.Path.EndsWith(name, StringComparison.Ordinal))),
                    (place.Path, place.Text != Text)
                )
        );
        Assert.Equal(sent.Select(static place => (place.Path, place.Text == Text ? "a *** b" : place.Text)), arrived);
    }

    /// <summary>Every property that is a text, and every element that has some, with the way to it.</summary>
    private static IEnumerable<(string Path, string? Text)> TextsOf(object? value, string path = "") =>
        value switch
        {
            null => [],
            IEnumerable items => items.Cast<object>().SelectMany((item, i) => TextsOf(item, $"{path}[{i}].")),
            _ when value.GetType().Namespace?.StartsWith("Mlops.Dsl", StringComparison.Ordinal) is not true => [],
            _ => value
                .GetType()
                .GetProperties()
                .Where(static property => property.GetMethod is { IsStatic: false })
                .SelectMany(property =>
                    property.PropertyType == typeof(string)
                        ? [(path + property.Name, (string?)property.GetValue(value))]
                        : TextsOf(property.GetValue(value), $"{path}{property.Name}.")
                ),
        };

    private MaskedRecorder Record(SecretMask mask) => new(new Recorder(_recorded), mask);

    private sealed class Recorder(List<object?> recorded) : IRunRecorder
    {
        public string RunId => "run-1";

        public ValueTask<PendingCommit> CommitAsync(ExecutionCommit execution, CancellationToken cancellationToken = default)
        {
            recorded.Add(execution);
            return ValueTask.FromResult(default(PendingCommit));
        }

        public ValueTask RecordAsync(IReadOnlyList<StageResult> results, CancellationToken cancellationToken = default) => Add(results);

        public ValueTask RecordAsync(IReadOnlyList<RunEvent> events, CancellationToken cancellationToken = default) => Add(events);

        public ValueTask RecordAsync(IReadOnlyList<FingerprintParts> fingerprints, CancellationToken cancellationToken = default) =>
            Add(fingerprints);

        public Task<PublishedEntry> PublishAsync(Publication publication, long execution, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task FinishAsync(RunStatus status, string? reason, DateTimeOffset finished) => Add(reason).AsTask();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private ValueTask Add(object? message)
        {
            recorded.Add(message);
            return ValueTask.CompletedTask;
        }
    }
}
