namespace Mlops.Dsl.Package.Tests;

public sealed class DiagnosticsTests(PackedProduct product)
{
    private const string Unbound = """
        using Mlops.Dsl;

        namespace Broken;

        [Pipeline("broken-wiring")]
        public sealed partial class BrokenWiring
        {
            [Stage]
            public int Count(string lines) => lines.Length;
        }
        """;

    private const string NotPartial = """
        using Mlops.Dsl;

        namespace Broken;

        [Pipeline("not-partial")]
        public sealed class NotPartial
        {
            [Stage]
            public int Count() => 1;
        }
        """;

    [Fact]
    public void A_broken_pipeline_is_reported_by_our_rules_alone()
    {
        var project = product.CreateProject("Broken");
        File.WriteAllText(Path.Combine(project, "BrokenWiring.cs"), Unbound);

        var build = Command.Dotnet(project, "build", "--nologo").Expect(1);

        Assert.Contains("BrokenWiring.cs(9,29): error MLP1", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packaged_fix_is_applied_by_dotnet_format()
    {
        var project = product.CreateProject("Fixable");
        var file = Path.Combine(project, "NotPartial.cs");
        File.WriteAllText(file, NotPartial);
        Command.Dotnet(project, "build", "--nologo").Expect(1);

        Command.Dotnet(project, "format", "analyzers", "--diagnostics", "MLP1001", "--severity", "info").Expect(0);

        Assert.Contains("public sealed partial class NotPartial", File.ReadAllText(file), StringComparison.Ordinal);
        Command.Dotnet(project, "build", "--no-restore", "--nologo").Expect(0);
    }
}
