namespace Mlops.Dsl.Package.Tests;

public sealed class TemplateTests(PackedProduct product)
{
    [Fact]
    public void A_new_project_builds_and_runs_and_then_build_and_run_have_nothing_to_do()
    {
        var project = product.CreateProject("Garden-1.Flowers");

        const string StartsTool = "exec \"$MLOPS_DSL_TOOL\"";
        var fresh = Command.Dotnet(project, "build", "--nologo", "--verbosity", "detailed").Expect(0);
        var manifest = Assert.Single(
            Directory.GetFiles(Path.Combine(project, "bin"), "garden-1-flowers.pipeline.json", SearchOption.AllDirectories)
        );
        var written = File.GetLastWriteTimeUtc(manifest);
        var idle = Command.Dotnet(project, "build", "--nologo", "--verbosity", "detailed").Expect(0);
        var first = Command.Dotnet(project, "run", "--no-build", "--", "run").Expect(0);
        var second = Command.Dotnet(project, "run", "--no-build", "--", "run").Expect(0);

        Assert.Equal(written, File.GetLastWriteTimeUtc(manifest));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Contains(StartsTool, fresh.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(StartsTool, idle.Output, StringComparison.Ordinal);
        }

        Assert.Contains("garden-1-flowers", first.Output, StringComparison.Ordinal);
        Assert.Contains("nothing to do", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Churn", "Churn", "churn")]
    [InlineData("churn-model", "ChurnModel", "churn-model")]
    [InlineData("Garden-1.Flowers", "Garden1Flowers", "garden-1-flowers")]
    [InlineData("Über", "Über", "ueber")]
    [InlineData("Façade et Été", "FaçadeEtÉté", "facade-et-ete")]
    [InlineData("3d.HTMLParser", "_3DHTMLParser", "3d-html-parser")]
    [InlineData("日本", "日本", "pipeline")]
    [InlineData("class", "Class", "class")]
    public void The_name_of_a_new_project_is_that_of_its_files_its_class_and_its_pipeline(string name, string className, string pipeline)
    {
        var project = product.CreateProject(name, folder: $"{name} {Guid.NewGuid():N}");

        string[] expected =
        [
            "CentroidModel.cs",
            "Directory.Build.props",
            "Flower.cs",
            $"{className}Pipeline.cs",
            "Program.cs",
            $"{name}.csproj",
            "flowers.csv",
        ];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Directory.GetFiles(project).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        var text = File.ReadAllText(Path.Combine(project, $"{className}Pipeline.cs"));
        Assert.Contains($"namespace {className};", text, StringComparison.Ordinal);
        Assert.Contains(
            $"[Pipeline(\"{pipeline}\", Version = \"1.0.0\")]\npublic sealed partial class {className}Pipeline\n",
            text.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Contains($"[Publish(\"{pipeline}-model\"), ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Template",
            string.Concat(Directory.GetFiles(project, "*.cs").Select(File.ReadAllText)),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory]
    [InlineData("Churn", "Churn", "churn")]
    [InlineData("Über", "Über", "ueber")]
    [InlineData("日本", "日本", "pipeline")]
    public void The_name_of_a_new_program_is_also_that_of_its_service_its_watch_and_its_model(
        string name,
        string className,
        string pipeline
    )
    {
        var project = product.CreateLifecycle(name, folder: $"{name} {Guid.NewGuid():N}");

        string[] expected =
        [
            "Directory.Build.props",
            "Flower.cs",
            "Program.cs",
            "README.md",
            $"{className}Pipeline.cs",
            $"{className}Service.cs",
            $"{className}Watch.cs",
            $"{name}.csproj",
        ];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Directory.GetFiles(project).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(FlowerSample.File(), File.ReadAllText(Path.Combine(project, "data", "flowers.csv")).ReplaceLineEndings("\n"));
        var text = string.Concat(Directory.GetFiles(project).Select(File.ReadAllText));
        Assert.Contains($"[Pipeline(\"{pipeline}\", ", text, StringComparison.Ordinal);
        Assert.Contains($"[Pipeline(\"{pipeline}-watch\", ", text, StringComparison.Ordinal);
        Assert.Contains($"[Service(\"{pipeline}\")]", text, StringComparison.Ordinal);
        Assert.Contains($"[Publish(\"{pipeline}\", ", text, StringComparison.Ordinal);
        Assert.Contains($"dotnet run -- model approve {pipeline} 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Template", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Über")]
    [InlineData("3d.HTMLParser")]
    [InlineData("class")]
    public void A_project_with_an_unusual_name_runs(string name)
    {
        var project = product.CreateProject(name, folder: $"{name} {Guid.NewGuid():N}");

        var run = Command.Dotnet(project, "run", "--", "run").Expect(0);

        Assert.Contains("-model version 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_stages_that_an_edited_helper_can_affect_run_again()
    {
        var project = product.CreateProject("Edited");
        Command.Dotnet(project, "run", "--", "run").Expect(0);
        var model = Path.Combine(project, "CentroidModel.cs");

        File.WriteAllText(model, "// A comment changes nothing.\n" + File.ReadAllText(model));
        var commented = Command.Dotnet(project, "run", "--", "run").Expect(0);
        File.WriteAllText(
            model,
            File.ReadAllText(model).Replace("- flower.PetalWidth, 2", "- flower.PetalWidth, 4", StringComparison.Ordinal)
        );
        var edited = Command.Dotnet(project, "run", "--", "run", "--json").Expect(0);

        Assert.Contains("nothing to do", commented.Output, StringComparison.Ordinal);
        var executed = edited.Output.Split('\n').Where(line => line.Contains("\"executed\"", StringComparison.Ordinal)).ToArray();
        Assert.Contains(executed, line => line.Contains("\"Accuracy\"", StringComparison.Ordinal));
        Assert.DoesNotContain(
            executed,
            line => line.Contains("\"Parse\"", StringComparison.Ordinal) || line.Contains("\"Split\"", StringComparison.Ordinal)
        );
    }
}
