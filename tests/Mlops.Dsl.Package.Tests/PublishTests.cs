using System.Runtime.InteropServices;

namespace Mlops.Dsl.Package.Tests;

public sealed class PublishTests(PackedProduct product)
{
    [Fact]
    public void A_trimmed_self_contained_publish_of_a_new_project_runs_and_caches()
    {
        var project = product.CreateProject("Trimmed");
        var output = Path.Combine(project, "published");

        Command
            .Dotnet(
                project,
                "publish",
                "--nologo",
                "--runtime",
                RuntimeInformation.RuntimeIdentifier,
                "--self-contained",
                "-p:PublishTrimmed=true",
                "-p:TreatWarningsAsErrors=true",
                "--output",
                output
            )
            .Expect(0);
        var program = Path.Combine(output, OperatingSystem.IsWindows() ? "Trimmed.exe" : "Trimmed");
        Command.Run(output, program, "run").Expect(0);
        var second = Command.Run(output, program, "run").Expect(0);

        Assert.True(File.Exists(Path.Combine(output, "trimmed.pipeline.json")), "The manifest was not published beside the program.");
        Assert.Contains("nothing to do", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(Sweep.Trait, Sweep.Long)]
    public void A_single_file_with_native_code_reuses_what_it_computed()
    {
        var project = product.CreateProject("Single");
        var output = Path.Combine(project, "published");

        Command
            .Dotnet(
                project,
                "publish",
                "--nologo",
                "--runtime",
                RuntimeInformation.RuntimeIdentifier,
                "--self-contained",
                "-p:PublishSingleFile=true",
                "-p:PublishReadyToRun=true",
                "-p:EnableCompressionInSingleFile=true",
                "--output",
                output
            )
            .Expect(0);
        var program = Path.Combine(output, OperatingSystem.IsWindows() ? "Single.exe" : "Single");
        Command.Run(output, program, "run").Expect(0);
        var second = Command.Run(output, program, "run").Expect(0);

        // The walked assembly has no file, and is not the compiler's any more: its content is.
        Assert.False(File.Exists(Path.Combine(output, "Single.dll")));
        Assert.Contains("nothing to do", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trimmed_self_contained_publish_of_the_example_runs()
    {
        var output = product.CreateFolder("ApiDocsTrimmed");
        var docs = product.CreateFolder("SmallDocs");
        WriteDocs(docs);

        Command
            .Dotnet(
                Path.Combine(PackedProduct.RepositoryRoot, "examples", "ApiDocs"),
                "publish",
                "--nologo",
                "--configuration",
                "Release",
                "--runtime",
                RuntimeInformation.RuntimeIdentifier,
                "--self-contained",
                "--output",
                output
            )
            .Expect(0);
        var program = Path.Combine(output, OperatingSystem.IsWindows() ? "ApiDocs.exe" : "ApiDocs");
        var list = Command.Run(output, program, "list").Expect(0);
        var run = Command.Run(output, program, "run", "--docs-directory", docs, "--required-macro-f1", "0");
        var unreadable = Command.Run(output, program, "run", "--docs-directory", Path.Combine(output, "nowhere")).Expect(1);

        Assert.Contains("api-docs", list.Output, StringComparison.Ordinal);
        Assert.Contains("nowhere", unreadable.Output, StringComparison.Ordinal);
        Assert.True(run.ExitCode is 0 or 3, run.Output);
        Assert.Contains("Evaluate: executed", run.Output, StringComparison.Ordinal);
    }

    private static void WriteDocs(string folder)
    {
        string[] qualities = ["first", "last", "current", "default", "empty", "shared", "cached", "pending", "closed", "open"];
        string[] effects = ["opened", "replaced", "measured", "ordered", "copied", "released", "compared", "updated", "merged", "divided"];
        var members = Enumerable
            .Range(0, 400)
            .Select(i =>
            {
                var (area, noun) = (i % 4) switch
                {
                    0 => ("System.IO", "file and stream"),
                    1 => ("System.Net", "socket and request"),
                    2 => ("System.Xml", "element and document"),
                    _ => ("System.Text", "character and encoding"),
                };
                var summary = $"Returns the {qualities[i / 4 % 10]} {noun} that this instance has {effects[i / 40]}.";
                return $"<member name=\"M:{area}.Type{i}.Method\"><summary>{summary}</summary></member>";
            });
        File.WriteAllText(
            Path.Combine(folder, "Small.xml"),
            $"<doc><assembly><name>Small</name></assembly><members>{string.Concat(members)}</members></doc>"
        );
    }
}
