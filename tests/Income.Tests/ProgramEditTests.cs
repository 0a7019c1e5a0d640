using System.Reflection;
using System.Text.Json;
using Mlops.Dsl.Package.Tests;

namespace Income.Tests;

/// <summary>
/// Builds of the example with more and less around its pipeline: what serves, watches, schedules, mails and commands there are is no
/// business of the stages that train, though their code reaches into ML.NET.
/// </summary>
public sealed class ProgramEditTests : IDisposable
{
    private const string Program = """
        using Mlops.Dsl;
        using Mlops.Dsl.Runtime;
        using Mlops.Dsl.Watching;

        var mail = new MailSettings("mail.example.org", 25, UsesTls: false, null, null, "mlops@example.org");
        VerbCatalog.Register(new VerbDefinition("mail-check", "Tell where mails go", async verb =>
        {
            await verb.Out.WriteLineAsync($"{mail} from {mail.Sender}");
            return 0;
        }));
        return await PipelineApp.RunAsync(args, static app => app.DefaultStore = "store");

        """;

    // As far from the repository's root as the example, so that the same project file finds the same projects.
    private readonly string _folder = Directory
        .CreateDirectory(Path.Combine(Metadata("RepositoryRoot"), "artifacts", $"income-edits-{Guid.NewGuid():N}"))
        .FullName;

    private static string Example => Path.Combine(Metadata("RepositoryRoot"), "examples", "Income");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Services_watches_schedules_mails_and_verbs_that_come_change_and_go_change_no_stage_that_trains()
    {
        // How the repository's own code is to be written is said by folder, and this one has no say.
        Write(
            "Directory.Build.props",
            """
            <Project>
              <Import Project="../../examples/Directory.Build.props" />
              <PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup>
            </Project>
            """
        );
        Write("Directory.Build.targets", """<Project><Import Project="../../examples/Directory.Build.targets" /></Project>""");

        Copy("Income.csproj", "Applicant.cs", "IncomePipeline.cs", "Program.cs");
        var bare = Build();
        Assert.Contains("Fit", bare.Keys);

        Copy("IncomeService.cs", "IncomeWatch.cs");
        Write("Program.cs", Program);
        Assert.Equal(bare, Build());

        Edit(
            "IncomeService.cs",
            "credit-risk",
            "lending",
            "ValueTask<Answer<IncomeScore>> Score(",
            "ValueTask<Answer<IncomeScore>> Rate(",
            "\"champion\"",
            "\"candidate\""
        );
        Edit(
            "IncomeWatch.cs",
            "*/15 * * * *",
            "0 3 * * *",
            "nameof(IncomeService.Score)",
            "nameof(IncomeService.Rate)",
            "file:notices",
            "mail:ops@example.org",
            "00:00:10",
            "1.00:00:00",
            "Applicants have changed",
            "Somebody else applies",
            "\"drift of ",
            "\"because of "
        );
        Edit("Program.cs", "mail.example.org", "mail2.example.org", "25", "587", "mail-check", "mail-settings", "\"store\"", "\"other\"");
        Assert.Equal(bare, Build());

        File.Delete(Path.Combine(_folder, "IncomeService.cs"));
        File.Delete(Path.Combine(_folder, "IncomeWatch.cs"));
        Copy("Program.cs");
        Assert.Equal(bare, Build());

        // Otherwise fingerprints that see nothing would pass.
        Edit("IncomePipeline.cs", "FastTree(Leaves, Trees)", "FastTree(Leaves, Trees + 1)");
        var trained = Build();
        Assert.Equal(["Fit"], bare.Where(stage => trained[stage.Key] != stage.Value).Select(static stage => stage.Key));
    }

    /// <summary>Builds the program.</summary>
    /// <returns>The fingerprints of the stages of the pipeline that trains, by name.</returns>
    private SortedDictionary<string, string> Build()
    {
        // The product is built already: it is what this test refers to, too.
        var configuration = Metadata("Configuration");
        Command.Dotnet(_folder, "build", "--configuration", configuration, "-property:BuildProjectReferences=false").Expect(0);
        using var manifest = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(_folder, "bin", configuration, "net10.0", "income.pipeline.json"))
        );
        var stages = manifest.RootElement.GetProperty("fingerprints").EnumerateObject();
        return new(
            stages.ToDictionary(static stage => stage.Name, static stage => stage.Value.GetProperty("fingerprint").GetString()!),
            StringComparer.Ordinal
        );
    }

    private void Copy(params string[] files) =>
        Array.ForEach(files, file => File.Copy(Path.Combine(Example, file), Path.Combine(_folder, file), overwrite: true));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    /// <summary>Replaces texts that are in a file: the odd ones by the even ones.</summary>
    private void Edit(string file, params string[] texts)
    {
        var text = File.ReadAllText(Path.Combine(_folder, file));
        for (var i = 0; i < texts.Length; i += 2)
        {
            Assert.Contains(texts[i], text, StringComparison.Ordinal);
            text = text.Replace(texts[i], texts[i + 1], StringComparison.Ordinal);
        }

        Write(file, text);
    }

    private static string Metadata(string key) =>
        typeof(ProgramEditTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
