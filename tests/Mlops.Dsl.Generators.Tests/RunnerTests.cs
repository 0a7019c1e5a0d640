using Mlops.Dsl.Execution;
using Mlops.Dsl.Generators.Tests.Support;

namespace Mlops.Dsl.Generators.Tests;

public class RunnerTests
{
    [Fact]
    public async Task Stages_of_every_return_type_pass_their_values_on()
    {
        var run = await RunAsync(
            """
            [Pipeline("returns")]
            public sealed partial class P
            {
                [Stage] public int Value() => 1;
                [Stage] public Task<int> Tasked(int value) => Task.FromResult(value + 1);
                [Stage] public ValueTask<int> ValueTasked(int tasked) => new(tasked + 1);
                [Stage] public (int Left, string Right) Pair(int valueTasked) => (valueTasked + 1, "right");
                [Stage] public async Task<(int A, int B, int C, int D, int E, int F, int G, int H, int I)> Many(int left)
                {
                    await Task.Yield();
                    return (left, left + 1, left + 2, left + 3, left + 4, left + 5, left + 6, left + 7, left + 8);
                }
                [Stage] public static int Static(int i) => i * 10;
                [Stage] public string? Nothing(string right) => null;
                [Stage] public string Joined(int @static, string right, string? nothing) => $"{@static} {right} {nothing ?? "null"}";
            }
            """
        );
        Assert.Equal("120 right null", run["Joined"]);
    }

    [Fact]
    public async Task Effects_run_and_return_nothing()
    {
        var run = await RunAsync(
            """
            [Pipeline("effects")]
            public sealed partial class P
            {
                public static readonly List<string> Log = [];
                [Stage] public void First() => Log.Add("first");
                [Stage, After(nameof(First))] public Task Second() { Log.Add("second"); return Task.CompletedTask; }
                [Stage, After(nameof(Second))] public async ValueTask Third() { await Task.Yield(); Log.Add("third"); }
                [Stage, After(nameof(Third))] public string All() => string.Join(' ', Log);
            }
            """
        );
        Assert.Equal("first second third", run["All"]);
    }

    [Fact]
    public async Task An_optional_parameter_that_nothing_is_named_after_keeps_its_default()
    {
        var run = await RunAsync(
            """
            [Pipeline("optional")]
            public sealed partial class P
            {
                [Stage] public int Five() => 5;
                [Stage] public int Named(int five = 1) => five;
                [Stage] public int ByType(int other = 10) => other;
                [Stage] public string Mixed(string text = "default", [From(nameof(Five))] int @class = 2, StageContext? context = null, decimal share = 0.5m, DayOfWeek day = DayOfWeek.Friday, DateOnly date = default, CancellationToken token = default) =>
                    $"{text} {@class} {context?.Stage} {share} {day} {date == default}";
                [Stage] public int Rest(double unused = 1, params int[] fives) => fives.Length;
                [Stage] public int[] Fives() => [5, 5];
            }
            """
        );
        Assert.Equal(5, run["Named"]);
        Assert.Equal(10, run["ByType"]);
        Assert.Equal("default 5 Mixed 0.5 Friday True", run["Mixed"]);
        Assert.Equal(2, run["Rest"]);
    }

    [Fact]
    public async Task A_stage_is_called_whatever_else_has_its_name()
    {
        var run = await RunAsync(
            """
            [Pipeline("overloads")]
            public sealed partial class P
            {
                [Stage] public List<int> Numbers() => [1];
                [Stage] public string Wide(IEnumerable<int> numbers) => "stage";
                public string Wide(List<int> numbers) => "list";
                public string Wide<T>(T numbers) => "generic";
                public string Wide(object numbers) => "object";
                [Stage] public string Short(int x = 3, string? s = null, DayOfWeek d = DayOfWeek.Friday, decimal m = -1.5m, DateOnly date = default, CancellationToken token = default) => $"stage {x} {s} {d} {m}";
                public string Short() => "short";
            }
            """
        );
        Assert.Equal("stage", run["Wide"]);
        Assert.Equal("stage 3  Friday -1.5", run["Short"]);
    }

    [Fact]
    public async Task What_is_injected_is_no_input()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("injected")]
            public sealed partial class P
            {
                [Stage] public int Five() => 5;
                [Stage] public string Tell(StageContext context, [FromServices] IFormatProvider culture, int five, CancellationToken cancellationToken)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return context.Stage + five.ToString(culture);
                }
            }
            """
        );
        Assert.Equal(["five"], definition.Stages[1].Inputs.Select(static input => input.Parameter));
        var run = await MiniEngine.RunAsync(definition, services: new Services(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Tell5", run["Tell"]);
    }

    [Fact]
    public async Task A_nullable_service_may_be_missing()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("injected")]
            public sealed partial class P
            {
                [Stage] public string Tell([FromServices] IFormatProvider? culture, [FromServices] IDisposable? other, [FromServices] int? number) => $"{culture is null} {other is null} {number is null}";
            }
            """
        );
        var run = await MiniEngine.RunAsync(definition, services: new Services(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("False True True", run["Tell"]);
    }

    [Fact]
    public async Task A_stage_runs_for_each_element_and_its_outputs_are_collected()
    {
        var run = await RunAsync(
            """
            [Pipeline("each")]
            public sealed partial class P
            {
                [Stage] public int[] Folds() => [1, 2, 3];
                [Stage] public string Label() => "n";
                [Stage, ForEach(nameof(Folds))] public string Name(int fold, string label, StageContext context) => $"{label}{fold}@{context.ElementIndex}";
                [Stage, ForEach(nameof(Name))] public (string Loud, int Length) Shout(string name) => (name.ToUpperInvariant(), name.Length);
                [Stage] public string Joined([From("Loud")] IReadOnlyList<string> all, IEnumerable<int> length) => string.Join(' ', all) + " " + length.Sum();
            }
            """
        );
        Assert.Equal("N1@0 N2@1 N3@2 12", run["Joined"]);
    }

    [Fact]
    public void Tokens_of_a_users_own_source_are_read()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("tokens")]
            public sealed partial class P
            {
                private string Etag => "e1";
                private static string Tag() => "t1";
                private async Task<string> AskAsync(CancellationToken cancellationToken) { await Task.Yield(); return "a1"; }
                [Source(Version = nameof(Etag))] public string A() => "a";
                [Source(Version = nameof(Tag))] public string B() => "b";
                [Source(Version = nameof(AskAsync))] public string C() => "c";
                [Source] public string D() => "d";
            }
            """
        );
        var call = new StageCall(definition.CreateInstance(new ParameterValues()), [], []);
        Assert.Equal([true, true, true, false], definition.Stages.Select(static stage => stage.HasVersionToken));
        Assert.Equal(
            ["e1", "t1", "a1"],
            definition.Stages.Take(3).Select(stage => stage.GetVersionTokenAsync(call).AsTask().GetAwaiter().GetResult())
        );
    }

    [Fact]
    public async Task An_invocation_boxes_nothing()
    {
        var definition = LoadedProject.Define(
            """
            using Mlops.Dsl;
            [Pipeline("boxes")]
            public sealed partial class P
            {
                [Stage] public double One() => 1;
                [Stage] public (double Sum, int Count) Add(double one) => (one + one, 2);
            }
            """
        );
        var stage = definition.Stages[1];
        ArtifactSlot[] inputs = [definition.Stages[0].Outputs[0].CreateSlot()];
        ArtifactSlot[] outputs = [.. stage.Outputs.Select(static output => output.CreateSlot())];
        ((ArtifactSlot<double>)inputs[0]).Value = 1;
        var call = new StageCall(definition.CreateInstance(new ParameterValues()), inputs, outputs);
        for (var i = 0; i < 1000; i++)
        {
            await stage.InvokeAsync(call);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            await stage.InvokeAsync(call);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Task<MiniEngine> RunAsync(string source) => MiniEngine.RunAsync(LoadedProject.Define("using Mlops.Dsl;\n" + source));

    private sealed class Services(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
    }
}
