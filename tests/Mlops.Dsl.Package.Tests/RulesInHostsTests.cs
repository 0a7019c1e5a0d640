using System.Text.Json;

namespace Mlops.Dsl.Package.Tests;

/// <summary>
/// The packaged rules in the hosts that people use: a rule about one body (MLP3006, at the stage), one about what stages call, known at the
/// end of a compilation (MLP3006, in a helper), and one about the whole graph (MLP6003). Each is reported, counted in a SARIF log, offered
/// to <c>dotnet format</c>, and obeys whatever silences or raises it.
/// </summary>
public sealed class RulesInHostsTests(PackedProduct product)
{
    private const string Faults = """
        using Mlops.Dsl;

        namespace Faults;

        [Pipeline("faults")]
        public sealed partial class FaultsPipeline
        {
            [Stage]
            public int Asked() => Console.ReadLine()!.Length;

            [Stage]
            public int AskedByHelper() => Helper.Ask();

            [Gate]
            public GateResult Long(int asked) => GateResult.AtLeast(asked, 3);

            [Gate]
            public GateResult Idle(int asked) => GateResult.AtLeast(asked, 4);

            [Publish("length"), When(nameof(Long))]
            public int Release(int asked, int askedByHelper) => asked + askedByHelper;
        }
        """;

    private const string Helper = """
        namespace Faults;

        public static class Helper
        {
            public static int Ask() => Console.ReadLine()!.Length;
        }
        """;

    private static readonly string[] Places =
    [
        "Faults.cs(9,27): warning MLP3006",
        "Helper.cs(5,32): warning MLP3006",
        "Faults.cs(18,23): warning MLP6003",
    ];

    [Fact]
    public void A_build_reports_a_body_a_helper_and_a_graph_and_logs_them_with_their_pages()
    {
        var project = Project("Reported");
        var output = Build(project, "-p:ErrorLog=log.sarif%2Cversion=2.1").Expect(0).Output;

        Assert.All(Places, place => Assert.Contains(place, output, StringComparison.Ordinal));
        using var log = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "log.sarif")));
        var run = log.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results")
            .EnumerateArray()
            .Select(result => (Id: result.GetProperty("ruleId").GetString(), File: FileOf(result)))
            .Where(result => result.Id!.StartsWith("MLP", StringComparison.Ordinal));
        Assert.Equal([("MLP3006", "Faults.cs"), ("MLP3006", "Helper.cs"), ("MLP6003", "Faults.cs")], results.Order());
        var rule = run.GetProperty("tool")
            .GetProperty("driver")
            .GetProperty("rules")
            .EnumerateArray()
            .First(r => r.GetProperty("id").GetString() == "MLP6003");
        Assert.EndsWith("docs/rules/MLP6003.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);

        static string FileOf(JsonElement result) =>
            Path.GetFileName(
                result
                    .GetProperty("locations")[0]
                    .GetProperty("physicalLocation")
                    .GetProperty("artifactLocation")
                    .GetProperty("uri")
                    .GetString()!
            );
    }

    [Fact]
    public void An_editorconfig_raises_and_silences_them()
    {
        var project = Project("Configured");
        File.WriteAllText(
            Path.Combine(project, ".editorconfig"),
            "root = true\n[*.cs]\ndotnet_diagnostic.MLP6003.severity = error\n[Helper.cs]\ndotnet_diagnostic.MLP3006.severity = none\n"
        );

        var output = Build(project).Expect(1).Output;

        Assert.Contains("Faults.cs(9,27): warning MLP3006", output, StringComparison.Ordinal);
        Assert.Contains("Faults.cs(18,23): error MLP6003", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Helper.cs", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pragma_and_a_suppression_silence_them()
    {
        var project = Project("Suppressed");
        foreach (var file in (string[])["Faults.cs", "Helper.cs"])
        {
            var text = File.ReadAllText(Path.Combine(project, file))
                .Replace("FaultsPipeline", "PragmaPipeline", StringComparison.Ordinal)
                .Replace("Helper", "PragmaHelper", StringComparison.Ordinal);
            var renamed = text.Replace("\"faults\"", "\"pragma\"", StringComparison.Ordinal)
                .Replace("\"length\"", "\"pragma-length\"", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(project, "Pragma" + file), "#pragma warning disable MLP3006, MLP6003\n" + renamed);
        }

        File.WriteAllText(
            Path.Combine(project, "Suppressions.cs"),
            """
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("Mlops.Tracking", "MLP3006", Scope = "type", Target = "~T:Faults.Helper", Justification = "A test.")]
            [assembly: SuppressMessage("Mlops.Tracking", "MLP3006", Scope = "type", Target = "~T:Faults.FaultsPipeline", Justification = "A test.")]
            [assembly: SuppressMessage("Mlops.Release", "MLP6003", Scope = "member", Target = "~M:Faults.FaultsPipeline.Idle(System.Int32)~Mlops.Dsl.GateResult", Justification = "A test.")]
            """
        );

        Assert.DoesNotContain("MLP", Build(project).Expect(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_verifies_them()
    {
        var project = Project("Formatted");

        var format = Command.Dotnet(
            project,
            "format",
            "analyzers",
            "--verify-no-changes",
            "--diagnostics",
            "MLP3006",
            "MLP6003",
            "--severity",
            "warn"
        );

        Assert.Contains("MLP3006", format.Output, StringComparison.Ordinal);
        Assert.Contains("MLP6003", format.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_project_is_clean_with_every_rule_as_an_error()
    {
        var project = product.CreateProject("Exemplary");
        File.Copy(
            Path.Combine(PackedProduct.RepositoryRoot, "eng", "AllRulesAreErrors.globalconfig"),
            Path.Combine(project, ".globalconfig")
        );

        File.WriteAllText(
            Path.Combine(project, "Open.cs"),
            "using Mlops.Dsl;\nnamespace Faults;\n[Pipeline(\"open\")]\npublic partial class OpenPipeline\n{\n    [Stage]\n    public int "
                + "One() => 1;\n}\n"
        );

        // Only a suggestion where nothing makes it more: the list is in force, and finds nothing else.
        var errors = Build(project)
            .Expect(1)
            .Output.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Distinct();
        Assert.StartsWith(Path.Combine(project, "Open.cs") + "(4,22): error MLP1009", Assert.Single(errors), StringComparison.Ordinal);
    }

    private string Project(string name)
    {
        var project = product.CreateProject(name);
        File.WriteAllText(Path.Combine(project, "Faults.cs"), Faults);
        File.WriteAllText(Path.Combine(project, "Helper.cs"), Helper);
        return project;
    }

    private static CommandResult Build(string project, params string[] arguments) =>
        Command.Dotnet(project, ["build", "--nologo", .. arguments]);
}
