using Mlops.Dsl.Execution;
using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>
/// Values whose constructor or accessors make something else of them: a run that reuses one must not go on with another than the run
/// that made it.
/// </summary>
public sealed class ChangingValueTests
{
    private const string Advice =
        "its constructor or accessors change values. Give it a codec ([ArtifactCodec]), or make it a record whose members are what its "
        + "constructor takes.";

    private static readonly Members<Twice> TwiceCodec = new(
        static (w, v) => w.WriteUnmanaged(v.X),
        static r => new(r.ReadUnmanaged<int>())
    );

    private int _calls;

    [Fact]
    public async Task An_initializer_that_computes_is_refused() => await AssertRefusedAsync(new Twice(2), TwiceCodec);

    [Fact]
    public async Task A_constructor_that_appends_is_refused() =>
        await AssertRefusedAsync(
            new Shouted("a"),
            new Members<Shouted>(static (w, v) => w.WriteString(v.Name), static r => new(r.ReadString()))
        );

    [Fact]
    public async Task A_constructor_that_swaps_is_refused() =>
        await AssertRefusedAsync(
            new Swapped(1, 2),
            new Members<Swapped>(
                static (w, v) =>
                {
                    w.WriteUnmanaged(v.X);
                    w.WriteUnmanaged(v.Y);
                },
                static r => new(r.ReadUnmanaged<int>(), r.ReadUnmanaged<int>())
            )
        );

    [Fact]
    public async Task A_setter_that_doubles_is_refused() =>
        await AssertRefusedAsync(
            new Doubling { X = 2 },
            new Members<Doubling>(static (w, v) => w.WriteUnmanaged(v.X), static r => new() { X = r.ReadUnmanaged<int>() })
        );

    [Fact]
    public async Task A_getter_that_adds_is_refused() =>
        await AssertRefusedAsync(
            new Adding { X = 2 },
            new Members<Adding>(static (w, v) => w.WriteUnmanaged(v.X), static r => new() { X = r.ReadUnmanaged<int>() })
        );

    [Fact]
    public async Task A_value_in_a_long_list_is_refused_too() =>
        await AssertRefusedAsync(
            Enumerable.Range(1, 100_000).Select(static i => new Twice(i)).ToArray(),
            Codecs.Array(TwiceCodec),
            "Twice"
        );

    [Fact]
    public async Task A_constructor_that_takes_no_stored_value_is_refused()
    {
        var codec = new Members<Shouted>(static (w, v) => w.WriteString(v.Name), static r => Shouted.OfQuiet(r.ReadString()));
        using var program = Define(Shouted.OfQuiet("a"), codec);

        var run = await program.RunAsync("run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Shouted can't be made again of what is stored of it", run.Out, StringComparison.Ordinal);
        Assert.Contains("'a!' is loud already", run.Out, StringComparison.Ordinal);
        Assert.Contains(Advice, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task A_value_that_is_the_same_after_all_is_kept(int count)
    {
        var codec = Codecs.Array(TwiceCodec);
        using var program = Define(Enumerable.Repeat(new Twice(0), count).ToArray(), codec);

        Assert.Equal((0, 0), ((await program.RunAsync("run")).ExitCode, (await program.RunAsync("run")).ExitCode));
        Assert.Equal(1, _calls);
    }

    private async Task AssertRefusedAsync<T>(T value, Codec<T> codec, string? type = null)
    {
        using var program = Define(value, codec);
        for (var runs = 1; runs <= 2; runs++)
        {
            var run = await program.RunAsync("run");

            Assert.Equal(1, run.ExitCode);
            var expected =
                $"'Value' returned a value of type {typeof(T).Name} for 'Value' that can't be stored: "
                + $"{type ?? typeof(T).Name} is not what it was after being stored and read back: {Advice}";
            Assert.Contains(expected, run.Out, StringComparison.Ordinal);
            Assert.Equal(runs, _calls);
        }
    }

    private TestProgram Define<T>(T value, Codec<T> codec) =>
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
                        _calls++;
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
        );

    private sealed record Twice(int X)
    {
        public int X { get; } = X * 2;
    }

    private sealed class Shouted
    {
        public Shouted(string name) => Name = name + "!";

        public string Name { get; }

        public static Shouted OfQuiet(string name) =>
            name.EndsWith('!') ? throw new ArgumentException($"'{name}' is loud already.", nameof(name)) : new(name);
    }

    private sealed class Swapped(int x, int y)
    {
        public int X { get; } = y;

        public int Y { get; } = x;
    }

    private sealed class Doubling
    {
        public int X
        {
            get;
            set => field = value * 2;
        }
    }

    private sealed class Adding
    {
        public int X
        {
            get => field + 1;
            set;
        }
    }

    /// <summary>As the generator would write it for a type whose constructor or accessors are not plain.</summary>
    private sealed class Members<T>(Action<ArtifactWriter, T> write, Func<ArtifactReader, T> read) : ObjectCodec<T>
    {
        protected override string TypeName => typeof(T).Name;

        protected override bool MembersAreReadOnly => true;

        protected override bool MayChangeValues => true;

        protected override void Describe(ObjectShape shape) => shape.Add("All", Codecs.Int32);

        protected override void WriteMembers(ArtifactWriter writer, T value) => write(writer, value);

        protected override T ReadMembers(ArtifactReader reader) => read(reader);
    }
}
