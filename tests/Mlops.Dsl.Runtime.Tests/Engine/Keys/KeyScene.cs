using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mlops.Dsl.Engine;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Serialization;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Runtime.Tests.Engine.Keys;

/// <summary>All that a stage's key is made of, each part a property: so that a test can vary one and leave the others.</summary>
internal sealed record KeyScene
{
    public bool IsOfOtherPipeline { get; init; }

    public string Stage { get; init; } = "Fit";

    public string Code { get; init; } = "code";

    public RuntimeVersionMatch Match { get; init; } = RuntimeVersionMatch.Exact;

    /// <summary>The parameters that the stage reads.</summary>
    public (string Name, string? Value)[] Parameters { get; init; } = [("Depth", "3"), ("Share", "0.8")];

    /// <summary>What the stage's outputs are encoded with.</summary>
    public string[] Schemas { get; init; } = ["model", "score"];

    /// <summary>What the two earlier stages returned, two outputs each.</summary>
    public string[][] Contents { get; init; } =
    [
        ["a0", "a1"],
        ["b0", "b1"],
    ];

    /// <summary>What the stage itself returned, where it is a source that was read.</summary>
    public string[] Returned { get; init; } = ["r0", "r1"];

    /// <summary>Which outputs of the earlier stages it takes, in order.</summary>
    public (int Stage, int Output)[] Inputs { get; init; } = [(0, 1), (1, 0)];

    public string? Token { get; init; }

    public bool IsUncached { get; init; }

    public string FirstRun { get; init; } = "run-1";

    /// <summary>The element of the first input that is worked on; null for the stage as a whole.</summary>
    public string? Element { get; init; }

    public int? Index { get; init; }

    private string PipelineType => (IsOfOtherPipeline ? typeof(OtherPipeline) : typeof(ScenePipeline)).FullName!;

    /// <summary>The key that the product computes.</summary>
    public CacheKey Compute()
    {
        var stages = CreateStages();
        var keys = CreateKeys();
        return (
            Element is null && Index is null ? keys.Find(stages[2], stages) : keys.Find(stages[2], stages, HashOf(Element ?? ""), Index)
        )!.Value;
    }

    /// <summary>The key of a source that has read <see cref="Returned"/>.</summary>
    public CacheKey ComputeRead()
    {
        var stages = CreateStages();
        for (var i = 0; i < Schemas.Length; i++)
        {
            stages[2].Outputs[i].Set(slot: null, Kept(Returned[i]));
        }

        return CreateKeys().FindRead(stages[2], stages)!.Value;
    }

    /// <summary>The parts that are kept for explanations.</summary>
    public KeyParts GetParts()
    {
        var stages = CreateStages();
        return CreateKeys().GetParts(stages[2], stages);
    }

    /// <summary>The key as the documentation of its format would have it: every field with its length before it.</summary>
    public CacheKey Expect()
    {
        using var bytes = new MemoryStream();
        AddText(bytes, "mlops-key-2");
        AddText(bytes, PipelineType);
        AddText(bytes, Stage);
        AddHash(bytes, HashOf(Code));
        AddText(
            bytes,
            Match == RuntimeVersionMatch.Exact
                ? Environment.Version.ToString()
                : Environment.Version.Major.ToString(CultureInfo.InvariantCulture)
        );
        AddText(bytes, StageKeys.Platform);
        AddNumber(bytes, Parameters.Length);
        foreach (var (name, value) in Parameters)
        {
            AddText(bytes, name);
            AddText(bytes, value);
        }

        AddNumber(bytes, Schemas.Length);
        Array.ForEach(Schemas, schema => AddText(bytes, schema));
        AddNumber(bytes, Inputs.Length);
        for (var i = 0; i < Inputs.Length; i++)
        {
            if (i == 0 && (Element is not null || Index is not null))
            {
                AddText(bytes, "element");
                AddHash(bytes, HashOf(Element ?? ""));
            }
            else
            {
                AddHash(bytes, HashOf(Contents[Inputs[i].Stage][Inputs[i].Output]));
            }
        }

        AddText(bytes, Token);
        AddText(bytes, IsUncached || Schemas.Length == 0 ? FirstRun : null);
        AddNumber(bytes, Index ?? -1);
        return new CacheKey(new ContentHash(SHA256.HashData(bytes.ToArray())));
    }

    public static ContentHash HashOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static CommittedValue Kept(string content) =>
        new(new ArtifactReference(HashOf(content), content.Length, IsInline: true, HasFiles: false));

    private static void AddText(MemoryStream bytes, string? text)
    {
        bytes.Write(BitConverter.GetBytes(text is null ? -1 : text.Length * sizeof(char)));
        bytes.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes((text ?? "").AsSpan()));
    }

    private static void AddHash(MemoryStream bytes, ContentHash hash)
    {
        bytes.Write(BitConverter.GetBytes(ContentHash.Size));
        bytes.Write(hash.AsSpan());
    }

    private static void AddNumber(MemoryStream bytes, int number)
    {
        bytes.Write(BitConverter.GetBytes(sizeof(int)));
        bytes.Write(BitConverter.GetBytes(number));
    }

    private StageRun[] CreateStages()
    {
        var definition = CreateDefinition();
        return
        [
            .. definition.Stages.Select(stage => new StageRun(
                stage,
                [.. stage.Outputs.Select((output, i) => CreateOutput(stage, output, i))],
                SecretMask.None
            )
            {
                VersionToken = Token,
            }),
        ];
    }

    private OutputValue CreateOutput(StageDefinition stage, OutputDefinition output, int index)
    {
        var value = new OutputValue(output, consumers: 1, isCollected: false, isRetained: true);
        if (stage.Index < 2)
        {
            value.Set(slot: null, Kept(Contents[stage.Index][index]));
        }

        return value;
    }

    private StageKeys CreateKeys()
    {
        var definition = CreateDefinition();
        var codes = new Dictionary<string, StageFingerprint>(StringComparer.Ordinal)
        {
            [Stage] = new(HashOf(Code), [.. Parameters.Select(static parameter => parameter.Name)]),
        };
        var fingerprints = new StageFingerprints(codes, static () => RecordedParts.None);
        var parameters = new RunParameters(definition, definition.CreateInstance(new ParameterValues()));
        return new StageKeys(definition, fingerprints, parameters, Match, FirstRun);
    }

    private PipelineDefinition CreateDefinition()
    {
        var graph = new Graph
        {
            Parameters = IsOfOtherPipeline ? [.. Parameters.Select(Define<OtherPipeline>)] : [.. Parameters.Select(Define<ScenePipeline>)],
        };
        graph.Add("A", [], [Output("x", "x"), Output("y", "y")], static _ => { });
        graph.Add("B", [], [Output("x", "x"), Output("y", "y")], static _ => { });
        graph.Add(
            Stage,
            [
                .. Inputs.Select(
                    static (input, i) =>
                        new InputDefinition(string.Create(CultureInfo.InvariantCulture, $"input{i}"), input.Stage, input.Output)
                ),
            ],
            [.. Schemas.Select(static (schema, i) => Output(string.Create(CultureInfo.InvariantCulture, $"out{i}"), schema))],
            static _ => { },
            stage => new LambdaStage(stage)
            {
                Policy = new StagePolicy { NoCache = IsUncached },
                ForEachInput = Element is null && Index is null ? -1 : 0,
            }
        );
        var definition = IsOfOtherPipeline
            ? (PipelineDefinition)graph.Build(static _ => new OtherPipeline())
            : graph.Build(static _ => new ScenePipeline());
        return definition;
    }

    private static ParameterDefinition<TPipeline, string> Define<TPipeline>((string Name, string? Value) parameter)
        where TPipeline : class =>
        new()
        {
            Name = parameter.Name,
            TypeName = "string",
            Get = _ => parameter.Value!,
            Text = ParameterFormats.String,
        };

    private static OutputDefinition<long> Output(string name, string schema) => new(name, "long", new NamedCodec(schema));

    private sealed class ScenePipeline;

    private sealed class OtherPipeline;

    private sealed class NamedCodec(string schema) : Codec<long>
    {
        public override string Schema => schema;

        public override bool IsImmutable => true;

        public override void Write(ArtifactWriter writer, long value) => writer.WriteUnmanaged(value);

        public override long Read(ArtifactReader reader) => reader.ReadUnmanaged<long>();
    }
}
