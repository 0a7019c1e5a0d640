using System.Text.Json;
using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>Artifacts of all types: in words with <c>artifact show</c>, as JSON with <c>--json</c> and <c>artifact export</c>.</summary>
public sealed class ArtifactValueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_is_shown_by_its_members()
    {
        using var program = Define(
            new Score("all", 0.5, [new Score("a", double.NaN, []), new Score("b\n[red]", 1, [])]),
            ScoreCodec.Instance
        );

        var show = await ShowAsync(program);

        Assert.Equal(
            """
            Name: all
            F1: 0.5
            Parts: 2 items
              { Name: a, F1: NaN, Parts: [] }
              { Name: b\n[red], F1: 1, Parts: [] }
            """,
            show
        );
    }

    [Fact]
    public async Task A_list_of_plain_objects_is_a_table()
    {
        using var program = Define(
            [new("one", 1), new("a longer one", 22)],
            Codecs.Array(Codecs.KeyValuePair(Codecs.String, Codecs.Int32))
        );

        var show = await ShowAsync(program);

        Assert.Equal(["2 items", "  key           value", "  one               1", "  a longer one     22"], show.Split('\n'));
    }

    [Fact]
    public async Task A_long_list_is_shown_by_its_beginning_and_says_so()
    {
        using var program = Define([.. Enumerable.Range(0, 100_000)], Codecs.Array(Codecs.Int32));

        var lines = (await ShowAsync(program)).Split('\n');

        Assert.Equal(("100,000 items, of which the first 20 are", "  0", "  19"), (lines[0], lines[1], lines[^2]));
        Assert.StartsWith("(shortened: --json prints all of it", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_all_of_a_long_list()
    {
        using var program = Define([.. Enumerable.Range(0, 100_000).Select(static i => i / 2.0)], Codecs.Array(Codecs.Double));
        await program.RunAsync("run");

        var run = await program.RunAsync("artifact", "show", "Value", "--json");

        Assert.Equal(100_000, run.Json.GetProperty("value").GetArrayLength());
        Assert.Equal(49_999.5, run.Json.GetProperty("value")[99_999].GetDouble());
    }

    [Fact]
    public async Task Nothing_in_an_artifact_reaches_the_terminal_as_it_is()
    {
        var hostile = "\u001b]0;title\u0007 \u202Egnp.exe \u0085 [red]x[/] \ud800 \"\\\n";
        using var program = Define(new() { [hostile] = hostile }, Codecs.Dictionary(Codecs.String, Codecs.String));
        await program.RunAsync("run");

        var show = await program.RunAsync("artifact", "show", "Value");
        var json = await program.RunAsync("artifact", "show", "Value", "--json");

        Assert.All(
            [show.Out, json.Out],
            static text => Assert.DoesNotContain(text, static c => c != '\n' && (char.IsControl(c) || c == '\u202E'))
        );
        Assert.Contains("[red]x[/]", show.Out, StringComparison.Ordinal);
        var pair = Assert.Single(json.Json.GetProperty("value").EnumerateObject());

        // A lone surrogate is no text, so JSON can't hold it.
        Assert.Equal((hostile.Replace('\ud800', '\uFFFD'), hostile.Replace('\ud800', '\uFFFD')), (pair.Name, pair.Value.GetString()));
    }

    [Fact]
    public async Task Json_has_values_for_what_it_has_no_numbers_for()
    {
        using var program = Define(
            (double.NaN, float.NegativeInfinity, (int?)null, new byte[] { 1, 2, 3, 4 }, ulong.MaxValue, Array.Empty<int>()),
            Codecs.Tuple(
                Codecs.Double,
                Codecs.Single,
                Codecs.Nullable(Codecs.Int32),
                Codecs.Array(Codecs.Byte),
                Codecs.UInt64,
                Codecs.Array(Codecs.Int32)
            )
        );
        await program.RunAsync("run");

        var run = await program.RunAsync("artifact", "show", "Value", "--json");

        Assert.Equal(
            """["NaN","-Infinity",null,"AQIDBA==",18446744073709551615,[]]""",
            JsonSerializer.Serialize(run.Json.GetProperty("value"))
        );
    }

    [Fact]
    public async Task Deep_nesting_is_json_too()
    {
        var deep = new Score("0", 0, []);
        for (var i = 1; i < 900; i++)
        {
            deep = new Score("i", i, [deep]);
        }

        using var program = Define(deep, ScoreCodec.Instance);
        await program.RunAsync("run");

        var show = await program.RunAsync("artifact", "show", "Value");
        var json = await program.RunAsync("artifact", "show", "Value", "--json");

        Assert.Equal((0, 0), (show.ExitCode, json.ExitCode));
        Assert.Equal(
            899,
            JsonDocument
                .Parse(json.Out, new JsonDocumentOptions { MaxDepth = 10_000 })
                .RootElement.GetProperty("value")
                .GetProperty("F1")
                .GetInt32()
        );
    }

    [Fact]
    public async Task Export_to_a_json_file_writes_json_and_elsewhere_the_codecs_bytes()
    {
        using var program = Define(new Score("all", 0.5, []), ScoreCodec.Instance);
        await program.RunAsync("run");
        var json = Path.Combine(program.FolderPath, "score.JSON");
        var bytes = Path.Combine(program.FolderPath, "score.bin");

        var first = await program.RunAsync("artifact", "export", "Value", json);
        var second = await program.RunAsync("artifact", "export", "Value", bytes);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal("all", JsonDocument.Parse(await File.ReadAllTextAsync(json, Token)).RootElement.GetProperty("Name").GetString());
        Assert.Equal([6, (byte)'a', (byte)'l', (byte)'l'], (await File.ReadAllBytesAsync(bytes, Token))[..4]);
    }

    [Fact]
    public async Task An_artifact_of_a_type_that_has_changed_is_not_read_as_the_new_one()
    {
        using var before = Define(1.5f, Codecs.Single);
        await before.RunAsync("run");
        using var after = Define(7, Codecs.Int32, before.StorePath);

        var show = await after.RunAsync("artifact", "show", "Value");
        var export = await after.RunAsync("artifact", "export", "Value", Path.Combine(after.FolderPath, "value.json"));

        Assert.Contains("'Value' returned another type when this was made, stored as float32", show.Out, StringComparison.Ordinal);
        Assert.Equal((0, 2), (show.ExitCode, export.ExitCode));
        Assert.Contains("can't be written as JSON", Assert.Single(export.Errors), StringComparison.Ordinal);
    }

    private static async Task<string> ShowAsync(TestProgram program)
    {
        Assert.Equal(0, (await program.RunAsync("run")).ExitCode);
        var run = await program.RunAsync("artifact", "show", "Value");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Out.ReplaceLineEndings("\n").TrimEnd();
    }

    private static TestProgram Define<T>(T value, Codec<T> codec, string? store = null) =>
        new(
            new PipelineDefinition<TestPipeline>
            {
                Name = "value",
                Version = "1.0.0",
                Create = static _ => new TestPipeline(),
                Parameters = [],
                Stages =
                [
                    new TestStage(call =>
                    {
                        call.SetOutput(0, value);
                        return ValueTask.CompletedTask;
                    })
                    {
                        Index = 0,
                        Name = "Value",
                        Kind = StageKind.Stage,
                        Outputs = [new OutputDefinition<T>("Value", typeof(T).Name, codec)],
                    },
                ],
            }
        )
        {
            OtherStore = store,
        };

    private sealed record Score(string Name, double F1, IReadOnlyList<Score> Parts);

    /// <summary>As the generator would write it.</summary>
    private sealed class ScoreCodec : ObjectCodec<Score>
    {
        private static Codec<IReadOnlyList<Score>>? s_parts;

        public static ScoreCodec Instance { get; } = new();

        protected override string TypeName => "Score";

        protected override bool MembersAreReadOnly => true;

        private static Codec<IReadOnlyList<Score>> Parts => s_parts ??= Codecs.ReadOnlyList(Instance);

        protected override void Describe(ObjectShape shape) =>
            shape.Add("Name", Codecs.String).Add("F1", Codecs.Double).Add("Parts", Parts);

        protected override void WriteMembers(ArtifactWriter writer, Score value)
        {
            writer.WriteString(value.Name);
            writer.WriteDouble(value.F1);
            Parts.Write(writer, value.Parts);
        }

        protected override Score ReadMembers(ArtifactReader reader) => new(reader.ReadString(), reader.ReadDouble(), Parts.Read(reader));
    }
}
