using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class FileReadTests
{
    private const string Usings = """
        using System.IO;
        using System.IO.Compression;
        using System.Xml;
        using System.Xml.Linq;

        """;

    [Theory]
    [InlineData("""File.ReadAllText("x")""")]
    [InlineData("""File.ReadLines(path: "x")""")]
    [InlineData("""File.ReadAllBytesAsync("x")""")]
    [InlineData("""File.OpenRead("x")""")]
    [InlineData("""File.OpenText("x")""")]
    [InlineData("""File.Open("x", FileMode.Open)""")]
    [InlineData("""File.Copy("x", Path.Combine(context.TemporaryDirectory, "y"))""")]
    [InlineData("""new FileStream("x", FileMode.Open, FileAccess.Read)""")]
    [InlineData("""new StreamReader("x")""")]
    [InlineData("""new FileInfo("x").OpenText()""")]
    [InlineData("""Directory.GetFiles("x")""")]
    [InlineData("""new DirectoryInfo("x").EnumerateFiles()""")]
    [InlineData("""Directory.GetFiles(Path.GetDirectoryName(docs[0].Location)!)""")]
    [InlineData("""ZipFile.OpenRead("x")""")]
    [InlineData("""XDocument.Load("x")""")]
    [InlineData("""XmlReader.Create("x")""")]
    [InlineData("""File.ReadAllText(Folder)""")]
    [InlineData("""File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "x"))""")]
    [InlineData("""File.ReadAllText(Path.ChangeExtension(docs[0].Location, ".idx"))""")]
    [InlineData("""File.ReadAllText(docs[0].Location + ".idx")""")]
    [InlineData("""File.ReadAllText(docs[0].Path)""")]
    [InlineData("""FileArtifact.FromPath("x")""")]
    [InlineData("""File.Exists("x")""")]
    [InlineData("""File.GetLastWriteTimeUtc("x")""")]
    public async Task A_path_of_its_own_is_reported(string read) =>
        await VerifyStageAsync(
            $"_ = {{|MLP3002:{read}|}};".Replace("_ = {|MLP3002:File.Copy", "{|MLP3002:File.Copy", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("""_ = File.ReadAllText(docs[0].Location);""")]
    [InlineData("""_ = docs[0].ReadAllText(); using var reader = new StreamReader(docs[0].OpenRead());""")]
    [InlineData("""foreach (var doc in docs) { using var reader = new StreamReader(doc.Location); }""")]
    [InlineData("""_ = docs.OrderBy(d => d.Length).Select(d => d.Location).Select(File.ReadAllText).ToList();""")]
    [InlineData("""_ = docs.AsParallel().Select(d => XDocument.Load(d.Location)).ToList();""")]
    [InlineData("""_ = (from d in docs let path = d.Location where d.Length > 0 select File.ReadAllText(path)).ToList();""")]
    [InlineData("""var byName = docs.ToDictionary(d => d.Path, d => d.Location); _ = File.ReadAllText(byName["x"]);""")]
    [InlineData("""_ = File.ReadAllText(Path.Combine(context.TemporaryDirectory, "x"));""")]
    [InlineData("""_ = Directory.GetFiles(context.TemporaryDirectory).Select(File.ReadAllText).ToList();""")]
    [InlineData("""_ = new FileInfo(docs[0].Location).OpenText();""")]
    [InlineData("""_ = docs.Find("x") is { Location: var path } ? File.ReadAllText(path) : "";""")]
    [InlineData("""_ = File.ReadAllText(docs.Find("x")?.Location ?? docs[0].Location);""")]
    [InlineData("""var path = Path.GetTempFileName(); Save(path); _ = FileArtifact.FromPath(path); void Save(string p) { }""")]
    [InlineData("""_ = File.Exists(docs[0].Location) && Directory.Exists(context.TemporaryDirectory);""")]
    public async Task Inputs_and_own_temporary_files_are_not_reported(string body) => await VerifyStageAsync(body);

    [Theory]
    [InlineData(
        """_ = Help.Read("x");""",
        "static class Help { public static string Read(string path) => {|MLP3002:File.ReadAllText(path)|}; }"
    )]
    [InlineData(
        """_ = Help.Words;""",
        "static class Help { public static readonly string[] Words = {|MLP3002:File.ReadAllLines(\"stopwords.txt\")|}; }"
    )]
    [InlineData(
        """_ = new[] { "x" }.Select(Help.Read).ToList();""",
        "static class Help { public static string Read(string path) => {|MLP3002:File.ReadAllText(path)|}; }"
    )]
    [InlineData("""_ = new Lazy<string>(() => {|MLP3002:File.ReadAllText("x")|}).Value;""", "")]
    public async Task Helpers_are_followed(string body, string helpers) => await VerifyStageAsync(body, helpers);

    [Theory]
    [InlineData(
        """_ = Help.Read(docs[0].Location);""",
        "static class Help { public static string Read(string path) => File.ReadAllText(path); public static void Main() => Read(\"x\"); }"
    )]
    [InlineData(
        """_ = docs.Select(d => Help.Read(d)).ToList();""",
        "static class Help { public static string Read(FileArtifact file) { using var reader = new StreamReader(file.Location); return "
            + "reader.ReadToEnd(); } }"
    )]
    [InlineData(
        """_ = new Reader(docs[0].Location).Read();""",
        "class Reader { private readonly FileInfo _file; public Reader(string path) => _file = new FileInfo(path); public string Read() => "
            + "_file.OpenText().ReadToEnd(); }"
    )]
    public async Task Helpers_that_read_what_they_are_told_are_not_reported(string body, string helpers) =>
        await VerifyStageAsync(body, helpers);

    [Fact]
    public async Task A_source_of_its_own_may_read() =>
        await TrackingTest.Rules.VerifyAsync(
            RuleTest.Pipeline("[Source] public string Words() => Help.Read(); [Stage] public int Run(string words) => words.Length;"),
            "static class Help { public static string Read() => File.ReadAllText(\"x\"); }"
        );

    [Fact]
    public async Task The_default_of_a_parameter_may_be_read() =>
        await TrackingTest.Rules.VerifyMembersAsync(
            """[Parameter] public string Folder { get; init; } = File.ReadAllText("x"); [Stage] public int Run() => Folder.Length;"""
        );

    [Fact]
    public async Task The_fix_declares_a_source() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<DeclareSourceFix>(
            """
            [Parameter]
            public int Most { get; init; }

            /// <summary>Counts.</summary>
            [Stage]
            public int Count(StageContext context) => {|MLP3002:File.ReadAllLines("data/stop-words.txt")|}.Length;
            """,
            """
            [Parameter]
            public int Most { get; init; }

            [Source("data/stop-words.txt")]
            public partial FileArtifact StopWordsFile();

            /// <summary>Counts.</summary>
            [Stage]
            public int Count(FileArtifact stopWordsFile, StageContext context) => File.ReadAllLines(stopWordsFile.Location).Length;
            """
        );

    [Fact]
    public async Task The_fix_takes_the_location_from_a_parameter() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<DeclareSourceFix>(
            """
            [Parameter]
            public string Words { get; init; } = "";

            [Stage]
            public FileArtifact Read() => {|MLP3002:FileArtifact.FromPath(Words)|};
            """,
            """
            [Parameter]
            public string Words { get; init; } = "";

            [Source("{Words}")]
            public partial FileArtifact WordsFile();

            [Stage]
            public FileArtifact Read(FileArtifact wordsFile) => wordsFile;
            """
        );

    [Theory]
    [InlineData("""[Stage] public int Run() => Help(); private static int Help() => File.ReadAllText("x").Length;""")]
    [InlineData("""[Stage] public int Run() => Directory.GetFiles("x").Length;""")]
    [InlineData("""[Stage] public int Run(StageContext context) => File.ReadAllText("out/" + context.Stage).Length;""")]
    [InlineData("""private const int XFile = 1; [Stage] public int Run() => File.ReadAllText("x").Length;""")]
    public async Task No_fix_is_offered_where_no_source_could_say_it(string members) =>
        Assert.Empty(await TrackingTest.Rules.TitlesAsync<DeclareSourceFix>(RuleTest.Pipeline(members)));

    private static async Task VerifyStageAsync(string body, string helpers = "") =>
        await TrackingTest.Rules.VerifyAsync(
            Usings
                + RuleTest.Pipeline(
                    $$"""
                    [Parameter] public string Folder { get; init; } = "out";
                    [Source("*.csv")] public partial FileSet Docs();
                    [Stage] public int Run(FileSet docs, StageContext context) { {{body}} return docs.Count; }
                    """
                ),
            Usings + helpers
        );
}
