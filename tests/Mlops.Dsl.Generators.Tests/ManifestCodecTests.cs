using System.Text.Json;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests;

public class ManifestCodecTests
{
    private const string Types = """
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using Mlops.Dsl;
        using Mlops.Dsl.Serialization;

        public enum Size : byte { Small, Large = 7, Tiny = 0 }
        public sealed record Node(string Name, Node? Next, List<Leaf> Leaves);
        public sealed record Leaf(double Weight, Item? Of);
        public abstract record Shape;
        public sealed record Circle(double Radius) : Shape;
        public sealed record Square(double Side, Shape? Inner) : Shape;

        [Row]
        public sealed partial record Item(string Id, Size? Size, Leaf Leaf, Item? Parent);

        [RowView(typeof(Item))]
        public sealed partial record Shown;

        [Prediction]
        public readonly partial record struct Said([PredictedLabel] string? Label, [Score] double Score);

        [ArtifactCodec(typeof(LiteralCodec))]
        public sealed class Literal;

        public sealed class LiteralCodec : Codec<Literal>
        {
            public override string Schema => "literal/2";
            public override bool IsImmutable => true;
            public override void Write(ArtifactWriter writer, Literal value) { }
            public override Literal Read(ArtifactReader reader) => new();
        }

        [ArtifactCodec(typeof(ComputedCodec))]
        public sealed class Computed;

        public sealed class ComputedCodec : Codec<Computed>
        {
            public override string Schema => "computed" + Environment.NewLine.Length;
            public override bool IsImmutable => true;
            public override void Write(ArtifactWriter writer, Computed value) { }
            public override Computed Read(ArtifactReader reader) => new();
        }
        """;

    private const string Artifacts = """
        bool sbyte byte short ushort int uint long ulong Half float double? decimal Int128 UInt128 char string string? Guid Uri
        Version DateTime DateTimeOffset DateOnly TimeOnly TimeSpan System.Numerics.Complex System.Numerics.BigInteger
        ((int,string,((double,Size),byte?)),int) ValueTuple<int> (int,int,int,int,int,int,int,(int,int),int)
        KeyValuePair<int,string?> int[] int[][,] float[,,] List<string?> IReadOnlyList<int> ImmutableArray<int>
        ReadOnlyMemory<byte> ImmutableList<int> IEnumerable<Size?> HashSet<int> FrozenSet<int> ImmutableHashSet<int>
        SortedSet<int> IReadOnlySet<int> Dictionary<int,string?> FrozenDictionary<string,int> IReadOnlyDictionary<string,Leaf?>
        Raw<Item> Validated<Item> TrainSet<Item> ValidationSet<Item> TestSet<Item> Fold<Item> Raw<int> List<Item?> Node Node?
        Shape Shape? Leaf Literal Item Size[] Shown Said? Model<Shown,Said> Model<Item,Said>?
        """;

    [Fact]
    public void The_manifest_says_the_schemas_that_the_codecs_say_at_run_time()
    {
        var stages = Artifacts
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static (type, i) => $"[Stage] public List<{type}> Make{i}() => default!;");
        var (codecs, project) = Load(
            string.Join('\n', stages)
                + """

                [Source("*.xml")] public partial FileSet Files();
                [Source("x.xml")] public partial FileArtifact File();
                [Stage] public FileSet Copies(FileSet files) => files;
                [Stage] public List<int> Numbered() => [];
                [Stage, ForEach(nameof(Numbered))] public List<Leaf> Each(int numbered) => [];
                [Gate] public GateResult Ok() => GateResult.Pass("");
                """
        );
        Assert.NotEmpty(codecs);
        foreach (var output in project.Definition("p").Stages.SelectMany(static stage => stage.Outputs))
        {
            Assert.Equal(output.Schema, codecs[output.Name]);
        }
    }

    [Fact]
    public void A_codec_whose_schema_is_computed_is_named() =>
        Assert.Equal("list(custom(ComputedCodec))", Load("[Stage] public List<Computed> Make() => [];").Codecs["Make"]);

    private static (Dictionary<string, string> Codecs, LoadedProject Project) Load(string members)
    {
        var source = $$"""
            using System.Collections.Frozen;
            using System.Collections.Immutable;
            using Mlops.Dsl;

            [Pipeline("p")]
            public sealed partial class P
            {
                {{members}}
            }
            """;
        var project = LoadedProject.Load(TestProject.Create(Types, source).WithGenerators(new PipelineGenerator(), new RowGenerator()));
        using var manifest = JsonDocument.Parse(project.Manifest("p"));
        var outputs = manifest
            .RootElement.GetProperty("stages")
            .EnumerateArray()
            .SelectMany(static stage => stage.GetProperty("outputs").EnumerateArray());
        var codecs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var output in outputs)
        {
            codecs[output.GetProperty("name").GetString()!] = output.GetProperty("codec").GetString()!;
        }

        return (codecs, project);
    }
}
