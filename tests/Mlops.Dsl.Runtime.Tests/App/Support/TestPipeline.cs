using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Runtime.Tests.App.Support;

/// <summary>The pipeline class of the tests.</summary>
internal sealed class TestPipeline
{
    public string Folder { get; init; } = "data";

    public double TrainShare { get; init; } = 0.8;

    public int Seed { get; init; } = 42;

    public bool Verbose { get; init; }

    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    public string? ApiKey { get; init; }

    /// <summary>Source → Parse → Fit → Good? → Release, with parameters of most kinds.</summary>
    public static PipelineDefinition<TestPipeline> Define(
        string name = "api-docs",
        bool requireFolder = false,
        bool withSecret = false,
        Action<StageCall>? onParse = null
    ) =>
        new()
        {
            Name = name,
            Version = "1.2.0",
            Description = "Predicts a member's area.",
            Create = values => new TestPipeline
            {
                Folder = values.Get("Folder", "data"),
                TrainShare = values.Get("TrainShare", 0.8),
                Seed = values.Get("Seed", 42),
                Verbose = values.Get("Verbose", false),
                Day = values.Get("Day", DayOfWeek.Monday),
                ApiKey = values.Get<string?>("ApiKey", null),
            },
            Parameters =
            [
                new ParameterDefinition<TestPipeline, string>
                {
                    Name = "Folder",
                    TypeName = "string",
                    Description = "Where the files are.",
                    Get = p => p.Folder,
                    Text = ParameterFormats.String,
                    IsRequired = requireFolder,
                    DefaultText = requireFolder ? null : "\"data\"",
                    Checks = [new RequiredConstraint<string>()],
                },
                new ParameterDefinition<TestPipeline, double>
                {
                    Name = "TrainShare",
                    TypeName = "double",
                    Description = "Share of the members that train the model.",
                    Get = p => p.TrainShare,
                    Text = ParameterFormats.Double,
                    DefaultText = "0.8",
                    Checks = [new RangeConstraint<double>(0.5, 0.95)],
                },
                new ParameterDefinition<TestPipeline, int>
                {
                    Name = "Seed",
                    TypeName = "int",
                    Get = p => p.Seed,
                    Text = ParameterFormats.Int32,
                    DefaultText = "42",
                },
                new ParameterDefinition<TestPipeline, bool>
                {
                    Name = "Verbose",
                    TypeName = "bool",
                    Get = p => p.Verbose,
                    Text = ParameterFormats.Boolean,
                    DefaultText = "false",
                },
                new ParameterDefinition<TestPipeline, DayOfWeek>
                {
                    Name = "Day",
                    TypeName = "DayOfWeek",
                    Get = p => p.Day,
                    Text = ParameterFormats.Enum<DayOfWeek>(),
                    DefaultText = "DayOfWeek.Monday",
                },
                .. withSecret
                    ?
                    [
                        new ParameterDefinition<TestPipeline, string?>
                        {
                            Name = "ApiKey",
                            TypeName = "string",
                            IsSecret = true,
                            IsRequired = true,
                            Get = p => p.ApiKey,
                            Text = ParameterFormats.String!,
                        },
                    ]
                    : (ParameterDefinition[])[],
            ],
            Stages = Stages(onParse ?? (static _ => { })),
        };

    private static TestStage[] Stages(Action<StageCall> onParse) =>
        [
            new(Return("docs"))
            {
                Index = 0,
                Name = "Docs",
                Kind = StageKind.Source,
                Description = "The files.",
                Outputs = [Text("Docs")],
            },
            new(call =>
            {
                onParse(call);
                call.Context.LogMetric("members", call.GetPipeline<TestPipeline>().Seed);
                return Set(call, $"{call.GetInput<string>(0)} parsed with seed {call.GetPipeline<TestPipeline>().Seed}");
            })
            {
                Index = 1,
                Name = "Parse",
                Kind = StageKind.Stage,
                Inputs = [new InputDefinition("docs", 0, 0)],
                Outputs = [Text("Parse")],
            },
            new(call => Set(call, new GateResult(call.GetPipeline<TestPipeline>().TrainShare >= 0.6, "TrainShare is compared with 0.6")))
            {
                Index = 2,
                Name = "Good",
                Kind = StageKind.Gate,
                Inputs = [new InputDefinition("parse", 1, 0)],
                Outputs = [new OutputDefinition<GateResult>("Good", "GateResult", GateCodec.Instance)],
            },
            new(call => Set(call, call.GetInput<string>(0)))
            {
                Index = 3,
                Name = "Release",
                Kind = StageKind.Publish,
                PublishName = "parsed-docs",
                Inputs = [new InputDefinition("parse", 1, 0)],
                Outputs = [Text("Release")],
                Conditions = [new StageCondition("Good", Expected: true, 2)],
            },
        ];

    private static OutputDefinition<string> Text(string name) => new(name, "string", TextCodec.Instance);

    private static Func<StageCall, ValueTask> Return(string text) => call => Set(call, text);

    private static ValueTask Set<T>(StageCall call, T value)
    {
        call.SetOutput(0, value);
        return ValueTask.CompletedTask;
    }
}
