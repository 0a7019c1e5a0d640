using Mlops.Dsl.Execution;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing.Generation;

namespace Mlops.Dsl.Generators.Tests;

/// <summary>What connects a pipeline to what is outside of it: schedule, window, services, publications, notices and starts.</summary>
public sealed class WatchingTests
{
    private const string Usings = "using Mlops.Dsl; using System; using System.Threading; using System.Threading.Tasks;\n";

    private const string Service = """
        public sealed record Request(int Age);
        public sealed record Estimate(double Price);
        [Service("prices")]
        public sealed partial class Prices
        {
            [Predict(typeof(Train), nameof(Train.Release))]
            public ValueTask<Answer<Estimate>> Score(Request request, CancellationToken cancellation) => default;
            public int Other() => 1;
        }
        [Pipeline("train")]
        public sealed partial class Train
        {
            [Parameter] public int Leaves { get; init; } = 31;
            [Secret(Optional = true)] public string? Token { get; init; }
            [Stage] public (double Mean, string Text) Describe() => (1, "");
            [Stage] public int Count() => 1;
            [Publish("prices")] public double Release(double mean) => mean;
        }

        """;

    [Fact]
    public void Everything_of_a_watch_is_in_the_definition()
    {
        var project = LoadedProject.Load(
            Usings
                + Service
                + """
                [Pipeline("watch"), Schedule("*/15 * * * *", TimeZone = "Europe/Berlin")]
                public sealed partial class P
                {
                    [Window] public TimeWindow Time { get; init; }
                    [Served(typeof(Prices), nameof(Prices.Score))] public partial Served<Request, Estimate> Traffic();
                    [FromPublished(typeof(Train), nameof(Train.Count))] public partial Task<int> Reference();
                    [FromPublished(typeof(Train), "Mean", Alias = "candidate")] private partial double Mean();
                    [Stage] public bool Steady(Served<Request, Estimate> traffic, int reference, double mean) => traffic.Count > reference;
                    [Notify("file:notices"), Unless(nameof(Steady))] public Notice Tell(int reference) => new("a", $"{reference}");
                    [Start(CoolDown = "01:00:00"), Unless(nameof(Steady))] public async Task<StartRequest<Train>> Again(CancellationToken token) { await Task.Delay(1, token); return new(new Train { Leaves = 7 }, "why"); }
                }
                """
        );
        var definition = project.Definition("watch");

        Assert.Equal(new PipelineSchedule("*/15 * * * *", "Europe/Berlin"), definition.Schedule);
        Assert.True(definition.Window is { Name: "Time", IsRequired: true });
        Assert.Equal(new ServedSource("prices", "Score"), Stage(definition, "Traffic").Served);
        Assert.Equal(new PublishedSource("train", "prices", "champion", "Count", "Count"), Stage(definition, "Reference").FromPublished);
        Assert.Equal(new PublishedSource("train", "prices", "candidate", "Describe", "Mean"), Stage(definition, "Mean").FromPublished);
        Assert.Equal(
            (StageKind.Notify, "file:notices", 0),
            (Stage(definition, "Tell").Kind, Stage(definition, "Tell").NotifyTarget, Stage(definition, "Tell").Outputs.Count)
        );
        Assert.Equal((StageKind.Start, TimeSpan.FromHours(1)), (Stage(definition, "Again").Kind, Stage(definition, "Again").CoolDown));
        Assert.StartsWith(
            "served(object(Age:int32),object(Price:float64))",
            Stage(definition, "Traffic").Outputs[0].Schema,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_start_has_the_parameters_that_differ_from_their_defaults_and_no_secret()
    {
        var definition = LoadedProject
            .Load(
                Usings
                    + Service
                    + """
                    [Pipeline("watch")]
                    public sealed partial class P
                    {
                        [Start] public StartRequest<Train> Good() => new(new Train { Leaves = 7 }, "why");
                        [Start] public StartRequest<Train> Leak() => new(new Train { Token = "geheim" }, "why");
                        [Notify("mail:a@b.c")] public Notice Nothing() => null!;
                    }
                    """
            )
            .Definition("watch");

        var effect = Assert.IsType<StartEffect>((await CallAsync(definition, "Good")).Effect);
        Assert.Equal(("train", "why"), (effect.Pipeline, effect.Reason));
        Assert.Equal([new("Leaves", "7")], effect.Parameters);
        var leak = await Assert.ThrowsAsync<EffectException>(() => CallAsync(definition, "Leak"));
        Assert.Contains("sets its secret 'Token'", leak.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", leak.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<EffectException>(() => CallAsync(definition, "Nothing"));
    }

    [Theory]
    [InlineData(
        "[Served(typeof(Prices), nameof(Prices.Score))] public partial Served<Request, Estimate> T();",
        "ServedWithoutWindow at T: T"
    )]
    [InlineData(
        "[Window] public TimeWindow W { get; init; } [Served(typeof(Prices), nameof(Prices.Score))] public partial Served<Request, "
            + "double> T();",
        "ServedDoesNotFit at T: T; 'Prices.Score' takes Request and predicts Estimate, but the source is a Served<Request, double>: "
            + "declare it as Served<Request, Estimate>, or change the service; global::Mlops.Dsl.Served<global::Request, global::Estimate>"
    )]
    [InlineData(
        "[Window] public TimeWindow W { get; init; } [Served(typeof(Prices), nameof(Prices.Other))] public partial Served<Request, "
            + "Estimate> T();",
        "ServedDoesNotFit at T: T; Prices has no [Predict] method 'Other'"
    )]
    [InlineData(
        "[Window] public TimeWindow W { get; init; } [Served(typeof(Train), nameof(Train.Count))] public partial Served<Request, "
            + "Estimate> T();",
        "ServedDoesNotFit at T: T; Train is no [Service]"
    )]
    [InlineData(
        "[FromPublished(typeof(Train), nameof(Train.Count))] public partial double T();",
        "PublishedDoesNotFit at T: T; 'Train.Count' makes a int, but the source is declared as double: declare it as int, or change "
            + "'Count'; int"
    )]
    [InlineData(
        "[FromPublished(typeof(Train), \"Nothing\")] public partial int T();",
        "PublishedDoesNotFit at T: T; Train has no stage, source or output 'Nothing'"
    )]
    [InlineData(
        "[FromPublished(typeof(Prices), \"Score\")] public partial int T();",
        "PublishedDoesNotFit at T: T; Prices is no [Pipeline]"
    )]
    [InlineData(
        "[FromPublished(typeof(Train), \"Count\", Publication = \"Count\")] public partial int T();",
        "PublishedDoesNotFit at T: T; Train has no [Publish] method 'Count'"
    )]
    [InlineData(
        "[Window] public TimeSpan W { get; init; } [Stage] public int A() => 1;",
        "UnusableWindow at W: W; is a TimeSpan: declare it as TimeWindow"
    )]
    [InlineData(
        "[Window] public TimeWindow W => default; [Stage] public int A() => 1;",
        "UnusableWindow at W: W; can't be set: declare it as 'public TimeWindow Window { get; init; }'"
    )]
    [InlineData(
        "[Window] public TimeWindow V { get; init; } [Window] public TimeWindow W { get; init; } [Stage] public int A() => 1;",
        "UnusableWindow at W: W; is a second [Window] beside 'V': a run has one"
    )]
    [InlineData(
        "[Notify(\"ops@example.org\")] public Notice T() => new(\"\", \"\");",
        "MalformedTarget at \"ops@example.org\": ops@example.org; begins with neither 'mail:' nor 'file:'"
    )]
    [InlineData(
        "[Notify(\"mail:ops\")] public Notice T() => new(\"\", \"\");",
        "MalformedTarget at \"mail:ops\": mail:ops; has no mail address behind 'mail:'"
    )]
    [InlineData("[Notify(\"mail:a@b.c\")] public string T() => \"\";", "EffectReturnsSomethingElse at T: [Notify]; T; string; Notice")]
    [InlineData(
        "[Start] public StartRequest<string> T() => null!;",
        "EffectReturnsSomethingElse at T: [Start]; T; StartRequest<string>; StartRequest<TPipeline> of a [Pipeline], which String is not"
    )]
    [InlineData(
        "[Start] public void T() { }",
        "EffectReturnsSomethingElse at T: [Start]; T; void; StartRequest<TPipeline> of the pipeline to start"
    )]
    [InlineData(
        "[Notify(\"mail:a@b.c\")] public Notice? T() => null;",
        "EffectReturnsSomethingElse at T: [Notify]; T; Notice?; Notice, and let [When] or [Unless] decide whether there is "
            + "something to tell"
    )]
    [InlineData(
        "[Start(CoolDown = \"600\")] public StartRequest<Train> T() => null!;",
        "MalformedCoolDown at Start(CoolDown = \"600\"): 600"
    )]
    [InlineData(
        "[Start(CoolDown = \"a day\")] public StartRequest<Train> T() => null!;",
        "MalformedCoolDown at Start(CoolDown = \"a day\"): a day"
    )]
    [InlineData("[Start] public StartRequest<P> T() => null!;", "StartLoop at T: T; P → P")]
    [InlineData(
        "[Start] public StartRequest<Q> T() => null!; } [Pipeline(\"q\")] public partial class Q { [Start] public StartRequest<P> U() "
            + "=> null!;",
        "StartLoop at T: T; P → Q → P"
    )]
    [InlineData(
        "[Start] public StartRequest<Q> T() => null!; } [Pipeline(\"q\")] public partial class Q { [Start(CoolDown = \"01:00:00\")] public "
            + "StartRequest<P> U() => null!;",
        null
    )]
    public void What_does_not_fit_is_found_and_leaves_generated_code_without_errors(string members, string? expected)
    {
        var source = Service + "[Pipeline(\"p\")] public partial class P { " + members + " }";

        Assert.Equal(
            expected is null ? [] : [expected],
            FoundProblems.Of("using System; using System.Threading; using System.Threading.Tasks;\n" + source)
        );
        GeneratedCode.AssertNoDiagnosticsInside(GeneratorRun.Start(GeneratorProject.Create(Usings + source)));
    }

    [Theory]
    [InlineData("*/15 * * * *", null)]
    [InlineData("0 22-2 L * MON-FRI", null)]
    [InlineData("0 8 * JAN,JUL 1#2", null)]
    [InlineData("@daily", null)]
    [InlineData("*/15 * * *", "it has 4 fields")]
    [InlineData("60 * * * *", "'60' is no minute")]
    [InlineData("* 24 * * *", "'24' is no hour")]
    [InlineData("* * 0 * *", "'0' is no day of month")]
    [InlineData("* * * 13 *", "'13' is no month")]
    [InlineData("* * * * SAMSTAG", "'SAMSTAG' is no day of week")]
    [InlineData("*/0 * * * *", "'*/0' is no minute")]
    [InlineData("", "it has 0 fields")]
    public void A_schedule_is_checked(string cron, string? problem)
    {
        var found = FoundProblems
            .Of($"[Pipeline(\"p\"), Schedule(\"{cron}\")] public partial class P {{ [Stage] public int A() => 1; }}")
            .ToList();

        Assert.Equal(problem is null, found.Count == 0);
        Assert.Contains(problem ?? "", string.Concat(found), StringComparison.Ordinal);
    }

    private static StageDefinition Stage(PipelineDefinition definition, string name) =>
        definition.Stages.Single(stage => stage.Name == name);

    private static async Task<StageCall> CallAsync(PipelineDefinition definition, string stage)
    {
        var call = new StageCall(definition.CreateInstance(new ParameterValues()), [], []);
        await Stage(definition, stage).InvokeAsync(call);
        return call;
    }
}
