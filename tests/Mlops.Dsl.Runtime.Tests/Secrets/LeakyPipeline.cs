using Microsoft.Extensions.Logging;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.Engine;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.Secrets;

/// <summary>A pipeline that says its secret, in one spelling, everywhere where a stage can say something that is kept or shown.</summary>
internal sealed class LeakyPipeline
{
    public const string Variable = "MLOPS_SECRET_TOKEN";

    public string Token { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>The pipeline.</summary>
    /// <param name="spell">How it writes the secret.</param>
    /// <param name="inConstructor">What the class does with its secret when an instance is made.</param>
    /// <param name="inCheck">What the check of the secret's value does with it.</param>
    public static PipelineDefinition Define(
        Func<string, string> spell,
        Action<string>? inConstructor = null,
        Action<string>? inCheck = null
    )
    {
        var graph = new Graph
        {
            Name = "leaky",
            Parameters =
            [
                new ParameterDefinition<LeakyPipeline, string>
                {
                    Name = "Token",
                    TypeName = "string",
                    IsSecret = true,
                    IsRequired = true,
                    Get = static pipeline => pipeline.Token,
                    Text = ParameterFormats.String,
                    Checks = inCheck is null ? [] : [new Check(inCheck)],
                },
                new ParameterDefinition<LeakyPipeline, string>
                {
                    Name = "Address",
                    TypeName = "string",
                    Get = static pipeline => pipeline.Address,
                    Text = ParameterFormats.String,
                    DefaultText = "\"\"",
                },
            ],
        };
        AddSourcesAndGates(graph, call => spell(call.GetPipeline<LeakyPipeline>().Token));
        AddStages(graph, call => spell(call.GetPipeline<LeakyPipeline>().Token));
        return graph.Build(values =>
        {
            inConstructor?.Invoke(values.Get("Token", ""));
            return new LeakyPipeline { Token = values.Get("Token", ""), Address = values.Get("Address", "") };
        });
    }

    private static void AddSourcesAndGates(Graph graph, Func<StageCall, string> secret)
    {
        graph.Add(
            "Read",
            [],
            [Graph.Long("Read")],
            static call => call.SetOutput(0, 1L),
            stage => new LambdaStage(stage)
            {
                Kind = StageKind.Source,
                VersionToken = call => ValueTask.FromResult($"version {secret(call)}"),
            }
        );
        AddGate(graph, "Passed", call => GateResult.Pass($"passed {secret(call)}"));
        var refused = AddGate(graph, "Refused", call => GateResult.Refuse($"refused {secret(call)}"));
        graph.Add(
            "Skipped",
            [],
            static _ => 1,
            stage => new LambdaStage(stage) { Conditions = [new StageCondition("Refused", Expected: true, refused)] }
        );
    }

    private static int AddGate(Graph graph, string name, Func<StageCall, GateResult> decide) =>
        graph.Add(
            name,
            [Graph.Input(0)],
            [new OutputDefinition<GateResult>(name, "GateResult", GateCodec.Instance)],
            call => call.SetOutput(0, decide(call)),
            static stage => new LambdaStage(stage) { Kind = StageKind.Gate }
        );

    private static void AddStages(Graph graph, Func<StageCall, string> secret)
    {
        graph.Add(
            "Log",
            [],
            [Graph.Text("Log")],
            call =>
            {
                var text = secret(call);
                using var scope = call.Context.Logger.BeginScope(new KeyValuePair<string, object>("token", text));
                call.Context.Logger.LogInformation("line {Token}", text);
                call.Context.Logger.LogError(
                    new InvalidOperationException($"outer {text}", new InvalidOperationException($"inner {text}")),
                    "error {Token}",
                    text
                );
                call.Context.LogMetric($"metric {text}", 1);
                call.Context.ReportProgress(0.5, $"progress {text}");
                call.SetOutput(0, "nothing");
            }
        );
        graph.Add(
            "Throw",
            [],
            [Graph.Long("Throw")],
            call => throw new AggregateException($"one {secret(call)}", new InvalidOperationException($"two {secret(call)}"))
        );
        graph.Add(
            "Retry",
            [],
            [Graph.Long("Retry")],
            call => throw new InvalidOperationException($"again {secret(call)}"),
            static stage => new LambdaStage(stage)
            {
                Policy = new StagePolicy { Attempts = 2, RetryDelay = TimeSpan.Zero },
            }
        );
        var list = graph.Add("List", [], [Graph.List("List")], static call => call.SetOutput(0, new List<long> { 1, 2 }));
        graph.AddForEach(
            "Elements",
            list,
            (call, value) =>
            {
                call.Context.LogMetric($"metric {secret(call)}", value);
                return value == 1 ? value : throw new InvalidOperationException($"element {secret(call)}");
            }
        );
        graph.Add(
            "Encode",
            [],
            [new OutputDefinition<string>("Encode", "string", new RefusingCodec())],
            call => call.SetOutput(0, secret(call))
        );
    }

    /// <summary>Refuses a text and says which.</summary>
    private sealed class RefusingCodec : Codec<string>
    {
        public override string Schema => "refusing";

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, string value) => throw new InvalidOperationException($"no codec for {value}");

        public override string Read(ArtifactReader reader) => throw new NotSupportedException();
    }

    private sealed class Check(Action<string> look) : Constraint<string>
    {
        public override string Description => "looked at";

        public override bool IsSatisfiedBy(string value)
        {
            look(value);
            return true;
        }
    }
}
