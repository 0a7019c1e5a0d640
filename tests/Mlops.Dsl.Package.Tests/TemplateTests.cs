namespace Mlops.Dsl.Package.Tests;

public sealed class TemplateTests(PackedProduct product)
{
    [Fact]
    public void A_new_project_builds_and_runs_and_then_build_and_run_have_nothing_to_do()
    {
        var project = product.CreateProject("Garden-1.Flowers");

        Command.Dotnet(project, "build", "--nologo").Expect(0);
        var manifest = Assert.Single(Directory.GetFiles(Path.Combine(project, "bin"), "garden-1-flowers.pipeline.json", SearchOption.AllDirectories));
        var written = File.GetLastWriteTimeUtc(manifest);
        var idle = Command.Dotnet(project, "build", "--nologo", "--verbosity", "detailed").Expect(0);
        var first = Command.Dotnet(project, "run", "--no-build", "--", "run").Expect(0);
        var second = Command.Dotnet(project, "run", "--no-build", "--", "run").Expect(0);

        Assert.Equal(written, File.GetLastWriteTimeUtc(manifest));
        Assert.DoesNotContain("Mlops.Dsl.Build.dll\" ", idle.Output, StringComparison.Ordinal);
        Assert.Contains("garden-1-flowers", first.Output, StringComparison.Ordinal);
        Assert.Contains("nothing to do", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_stages_that_an_edited_helper_can_affect_run_again()
    {
        var project = product.CreateProject("Edited");
        Command.Dotnet(project, "run", "--", "run").Expect(0);
        var model = Path.Combine(project, "CentroidModel.cs");

        File.WriteAllText(model, "// A comment changes nothing.\n" + File.ReadAllText(model));
        var commented = Command.Dotnet(project, "run", "--", "run").Expect(0);
        File.WriteAllText(model, File.ReadAllText(model).Replace("- flower.PetalWidth, 2", "- flower.PetalWidth, 4", StringComparison.Ordinal));
        var edited = Command.Dotnet(project, "run", "--", "run", "--json").Expect(0);

        Assert.Contains("nothing to do", commented.Output, StringComparison.Ordinal);
        var executed = edited.Output.Split('\n').Where(line => line.Contains("\"executed\"", StringComparison.Ordinal)).ToArray();
        Assert.Contains(executed, line => line.Contains("\"Accuracy\"", StringComparison.Ordinal));
        Assert.DoesNotContain(executed, line => line.Contains("\"Parse\"", StringComparison.Ordinal) || line.Contains("\"Split\"", StringComparison.Ordinal));
    }
}
