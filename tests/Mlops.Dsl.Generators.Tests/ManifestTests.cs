using System.Text.Json;
using Mlops.Dsl.Generators.Rows;
using Mlops.Dsl.Generators.Tests.Support;
using Mlops.Dsl.Testing;

namespace Mlops.Dsl.Generators.Tests;

public class ManifestTests
{
    [Fact]
    public void Everything_that_a_declaration_says_is_in_the_manifest()
    {
        using var manifest = JsonDocument.Parse(
            LoadedProject
                .Load(
                    """
                    using System.ComponentModel.DataAnnotations;
                    using Mlops.Dsl;

                    namespace Outer;

                    public static partial class Host
                    {
                        /// <summary>Says "all" \ of it.</summary>
                        [Pipeline("full", Version = "2.0.0")]
                        public sealed partial class P
                        {
                            [Parameter, Required, Range(1, 9, MaximumIsExclusive = true), AllowedValues(1, 2), DeniedValues(3)] public int N { get; init; } = 1;
                            [Parameter, EmailAddress, Url, StringLength(9), RegularExpression("a\"b\\d")] public string T { get; init; } = "x\ty\"";
                            [Parameter, CreditCard] public string? U { get; init; }
                            [Parameter] public double Infinite { get; init; } = double.PositiveInfinity;
                            [Parameter] public DayOfWeek Day { get; init; } = DayOfWeek.Friday;
                            [Parameter] public string Folder { get; init; } = Path.Combine(
                                "a",   "b");
                            [Parameter] public DateOnly From { get; init; }
                            [Secret] public string Key { get; init; } = "never shown";
                            [Stage] public int[] List() => [N];
                            [Stage, ForEach(nameof(List))] public int Each(int list) => list;
                            [Gate] public GateResult Ok(IReadOnlyList<int> each) => GateResult.Pass("");
                            [Stage, When(nameof(Ok)), Unless("ok"), After(nameof(List)), NoCache, Retry(2, Delay = "00:00:05", Backoff = 3), Timeout("1.00:00:00"), Resources(Cpu = 0.5, MemoryMiB = 10, Gpu = 1, Isolated = true)]
                            public void Tell() { }
                        }
                    }
                    """
                )
                .Manifest("full")
        );
        var root = manifest.RootElement;
        Assert.Equal("Outer.Host+P", root.GetProperty("type").GetString());
        Assert.Equal("Says \"all\" \\ of it.", root.GetProperty("description").GetString());

        var parameters = root.GetProperty("parameters")
            .EnumerateArray()
            .ToDictionary(static parameter => parameter.GetProperty("name").GetString()!);
        Assert.Equal(["required", "range", "allowed", "denied"], Kinds(parameters["N"]));
        Assert.Equal(["email", "url", "length", "pattern"], Kinds(parameters["T"]));
        Assert.Equal(["attribute"], Kinds(parameters["U"]));
        Assert.Equal("x\ty\"", parameters["T"].GetProperty("default").GetString());
        Assert.Equal("Infinity", parameters["Infinite"].GetProperty("default").GetString());
        Assert.Equal("Friday", parameters["Day"].GetProperty("default").GetString());
        Assert.Equal("""{ "expression": "Path.Combine( \"a\", \"b\")" }""", parameters["Folder"].GetProperty("default").GetRawText());
        Assert.Equal("""{ "expression": "default" }""", parameters["From"].GetProperty("default").GetRawText());
        Assert.False(parameters["Key"].TryGetProperty("default", out _));

        var tell = root.GetProperty("stages").EnumerateArray().Last();
        Assert.Equal(
            """{"name":"Tell","kind":"stage","method":"Tell","after":["List"],"when":["Ok"],"unless":["Ok"],"effect":true,"noCache":true,"retry":{"attempts":2,"delay":"00:00:05","backoff":3},"timeout":"1.00:00:00","resources":{"cpu":0.5,"memoryMiB":10,"gpu":1,"isolated":true}}""",
            JsonSerializer.Serialize(tell)
        );
        Assert.Equal("List", root.GetProperty("stages")[1].GetProperty("forEach").GetString());
    }

    [Fact]
    public void What_is_declared_for_those_who_answer_for_it_is_in_the_manifest()
    {
        using var manifest = JsonDocument.Parse(
            LoadedProject
                .Load(
                    TestProject
                        .Create(
                            """
                            using Mlops.Dsl;

                            [Row]
                            public sealed partial record Customer([Pii] string Email, [Pii, Protected] int Age, [Feature] double Spent);

                            [Pipeline("governed", Owner = "Credit team")]
                            public sealed partial class P
                            {
                                [Source("data/*.csv", Licence = "CC-BY-4.0")] public partial FileSet Files();
                                [Stage] public Raw<Customer> Read(FileSet files) => new([]);
                                [Publish("customers", Purpose = "Support tickets"), RequiresReview(2)] public Raw<Customer> Release(Raw<Customer> read) => read;
                            }
                            """
                        )
                        .WithGenerators(new RowGenerator(), new PipelineGenerator())
                )
                .Manifest("governed")
        );
        var root = manifest.RootElement;
        Assert.Equal("Credit team", root.GetProperty("owner").GetString());
        Assert.Equal("CC-BY-4.0", root.GetProperty("stages")[0].GetProperty("licence").GetString());
        var release = root.GetProperty("stages")[2];
        Assert.Equal("Support tickets", release.GetProperty("purpose").GetString());
        Assert.Equal(2, release.GetProperty("requiredApprovals").GetInt32());
        var columns = root.GetProperty("rows")[0].GetProperty("columns");
        Assert.Equal("""{"name":"Email","type":"string","personal":true}""", JsonSerializer.Serialize(columns[0]));
        Assert.Equal("""{"name":"Age","type":"int","personal":true,"protected":true}""", JsonSerializer.Serialize(columns[1]));
        Assert.False(columns[2].TryGetProperty("personal", out _));
    }

    [Fact]
    public void The_kinds_of_constraints_are_those_of_the_schema()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "docs", "pipeline-manifest.schema.json")));
        var kinds = schema
            .RootElement.GetProperty("$defs")
            .GetProperty("constraint")
            .GetProperty("properties")
            .GetProperty("kind")
            .GetProperty("enum");
        Assert.Equal(
            ["range", "required", "length", "pattern", "allowed", "denied", "email", "url", "attribute"],
            kinds.EnumerateArray().Select(static kind => kind.GetString()!)
        );
    }

    private static IEnumerable<string?> Kinds(JsonElement parameter) =>
        parameter.GetProperty("constraints").EnumerateArray().Select(static constraint => constraint.GetProperty("kind").GetString());
}
