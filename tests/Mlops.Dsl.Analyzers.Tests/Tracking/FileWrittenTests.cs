using Mlops.Dsl.Analyzers.Tests.Infrastructure;
using Mlops.Dsl.CodeFixes.Tracking;

namespace Mlops.Dsl.Analyzers.Tests.Tracking;

public class FileWrittenTests
{
    private const string Usings = """
        using System.IO;
        using System.IO.Compression;
        using System.IO.MemoryMappedFiles;
        using System.Text;
        using System.Xml;
        using System.Xml.Linq;

        """;

    [Theory]
    [InlineData("""File.WriteAllText("x", "y")""")]
    [InlineData("""File.WriteAllBytes("x", new byte[1])""")]
    [InlineData("""File.AppendAllLines("x", ["y"])""")]
    [InlineData("""File.AppendAllText(path: "x", contents: "y")""")]
    [InlineData("""File.WriteAllTextAsync("x", "y")""")]
    [InlineData("""File.Create("x")""")]
    [InlineData("""File.CreateText("x")""")]
    [InlineData("""File.OpenWrite("x")""")]
    [InlineData("""File.Open("x", FileMode.Create)""")]
    [InlineData("""File.Open("x", FileMode.OpenOrCreate, FileAccess.ReadWrite)""")]
    [InlineData("""File.Copy(context.TemporaryDirectory, "x")""")]
    [InlineData("""File.Move(sourceFileName: context.TemporaryDirectory, destFileName: "x")""")]
    [InlineData("""new FileStream("x", FileMode.Append)""")]
    [InlineData("""new FileStream("x", FileMode.Create, FileAccess.Write, FileShare.None)""")]
    [InlineData("""new FileStream("x", new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write })""")]
    [InlineData("""new StreamWriter("x")""")]
    [InlineData("""new StreamWriter("x", append: true)""")]
    [InlineData("""new FileInfo("x").Create()""")]
    [InlineData("""new FileInfo("x").AppendText()""")]
    [InlineData("""new FileInfo(context.TemporaryDirectory).CopyTo("x")""")]
    [InlineData("""Directory.CreateDirectory("x")""")]
    [InlineData("""Directory.CreateTempSubdirectory()""")]
    [InlineData("""File.Delete("x")""")]
    [InlineData("""Directory.Delete("x", recursive: true)""")]
    [InlineData("""new DirectoryInfo("x").Create()""")]
    [InlineData("""new DirectoryInfo("x").CreateSubdirectory("y")""")]
    [InlineData("""ZipFile.CreateFromDirectory(context.TemporaryDirectory, "x")""")]
    [InlineData("""ZipFile.Open("x", ZipArchiveMode.Create)""")]
    [InlineData("""MemoryMappedFile.CreateFromFile("x", FileMode.Create)""")]
    [InlineData("""XmlWriter.Create("x")""")]
    [InlineData("""new XDocument().Save("x")""")]
    [InlineData("""new XmlDocument().Save("x")""")]
    [InlineData("""File.WriteAllText(Path.Combine("out", "x"), "y")""")]
    [InlineData("""File.WriteAllText(Path.Combine(AppContext.BaseDirectory, context.Stage), "y")""")]
    [InlineData("""File.WriteAllText(Path.Combine("out", Path.GetFileName(context.TemporaryDirectory)), "y")""")]
    [InlineData("""File.WriteAllText($"out/{context.Stage}", "y")""")]
    [InlineData("""File.WriteAllText("out/" + context.Stage, "y")""")]
    [InlineData("""File.WriteAllText(Path.GetTempFileName(), "y")""")]
    [InlineData("""File.WriteAllText(Environment.GetFolderPath(Environment.SpecialFolder.Desktop), "y")""")]
    [InlineData("""File.WriteAllText(Folder, "y")""")]
    [InlineData("""File.WriteAllText(docs[0].Location, "y")""")]
    [InlineData("""File.WriteAllText(Path.ChangeExtension(docs[0].Location, ".txt"), "y")""")]
    [InlineData("""File.WriteAllText(docs.Count > 1 ? context.TemporaryDirectory : "x", "y")""")]
    public async Task A_path_of_its_own_is_reported(string write) => await VerifyStageAsync($"_ = 0; {{|MLP3001:{write}|}};");

    [Theory]
    [InlineData("""File.WriteAllText(Path.Combine(context.TemporaryDirectory, "x"), "y");""")]
    [InlineData("""File.WriteAllText(context.TemporaryDirectory + "/x", "y");""")]
    [InlineData("""File.WriteAllText($"{context.TemporaryDirectory}/x", "y");""")]
    [InlineData("""var folder = context.TemporaryDirectory; var path = Path.Join(folder, "x"); using var w = new StreamWriter(path);""")]
    [InlineData(
        """string path; if (docs.Count > 1) path = Path.Join(context.TemporaryDirectory, "x"); else path = context.TemporaryDirectory + "y"; File.WriteAllText(path, "y");"""
    )]
    [InlineData(
        """var folder = Directory.CreateDirectory(Path.Combine(context.TemporaryDirectory, "x")); File.WriteAllText(Path.Combine(folder.FullName, "x"), "y"); folder.CreateSubdirectory("z");"""
    )]
    [InlineData(
        """using var stream = context.CreateFile("x"); using var writer = new StreamWriter(stream); using var xml = XmlWriter.Create(stream); new XDocument().Save(stream);"""
    )]
    [InlineData(
        """using var memory = new MemoryStream(); using var writer = new StreamWriter(memory); using var zip = new ZipArchive(memory, ZipArchiveMode.Create);"""
    )]
    [InlineData(
        """(string Folder, string Name) at = (context.TemporaryDirectory, "x"); File.WriteAllText(Path.Combine(at.Folder, at.Name), "y");"""
    )]
    [InlineData("""var (folder, name) = (context.TemporaryDirectory, "x"); File.WriteAllText(Path.Combine(folder, name), "y");""")]
    [InlineData(
        """foreach (var name in new[] { "a", "b" }.Select(n => Path.Combine(context.TemporaryDirectory, n))) File.WriteAllText(name, "y");"""
    )]
    [InlineData(
        """var paths = new List<string>(); paths.Add(Path.Combine(context.TemporaryDirectory, "x")); paths.ForEach(p => File.WriteAllText(p, "y"));"""
    )]
    [InlineData("""var at = new Dictionary<string, string> { ["x"] = context.TemporaryDirectory }; File.WriteAllText(at["x"], "y");""")]
    [InlineData("""File.WriteAllText(At("x"), "y"); string At(string name) => Path.Combine(context.TemporaryDirectory, name);""")]
    [InlineData("""Func<string, string> at = name => Path.Combine(context.TemporaryDirectory, name); File.WriteAllText(at("x"), "y");""")]
    [InlineData("""Action<string> save = path => File.WriteAllText(path, "y"); save(context.TemporaryDirectory);""")]
    [InlineData("""object o = context.TemporaryDirectory; if (o is string path) File.WriteAllText(path, "y");""")]
    [InlineData("""var path = context.TemporaryDirectory switch { { Length: > 0 } p => p, var q => q }; File.WriteAllText(path, "y");""")]
    [InlineData(
        """var text = new StringBuilder(); text.Append(context.TemporaryDirectory).Append("/x"); File.WriteAllText(text.ToString(), "y");"""
    )]
    [InlineData("""using var s = new FileStream(docs[0].Location, FileMode.Open, FileAccess.Read); using var t = docs[0].OpenRead();""")]
    [InlineData("""var path = Path.GetTempFileName(); File.WriteAllText(path, "y"); _ = FileArtifact.FromPath(path);""")]
    [InlineData("""File.WriteAllText(context.GetFile("x").Location, "y");""")]
    [InlineData("""Console.WriteLine("x");""")]
    public async Task What_comes_from_the_context_is_not_reported(string body) => await VerifyStageAsync(body);

    [Theory]
    [InlineData(
        """Disk.Save("x", "y");""",
        "static class Disk { public static void Save(string path, string text) => {|MLP3001:File.WriteAllText(path, text)|}; }"
    )]
    [InlineData(
        """Disk.Save(context.TemporaryDirectory); Disk.Save("x");""",
        "static class Disk { public static void Save(string path) => {|MLP3001:File.WriteAllText(path, path)|}; }"
    )]
    [InlineData(
        """new Disk("x").Save();""",
        "class Disk(string folder) { public void Save() => {|MLP3001:File.WriteAllText(Path.Combine(folder, \"x\"), \"y\")|}; }"
    )]
    [InlineData(
        """new Disk("x").Save();""",
        "class Disk { private readonly string _folder; public Disk(string folder) { _folder = folder; } public void Save() => "
            + "{|MLP3001:File.WriteAllText(_folder, \"y\")|}; }"
    )]
    [InlineData(
        """Disk.Save(new Layout("x"));""",
        "record Layout(string Root); static class Disk { public static void Save(Layout at) => "
            + "{|MLP3001:File.WriteAllText(Path.Combine(at.Root, \"x\"), \"y\")|}; }"
    )]
    [InlineData(
        """var at = (Temp: context.TemporaryDirectory, Out: "x"); File.WriteAllText(at.Temp, ""); {|MLP3001:File.WriteAllText(at.Out, "")|};""",
        ""
    )]
    [InlineData(
        """var at = Paths.Both(context); File.WriteAllText(at.Item1, ""); {|MLP3001:File.WriteAllText(at.Item2, "")|};""",
        "static class Paths { public static (string A, string B) Both(StageContext context) => (context.TemporaryDirectory, \"x\"); }"
    )]
    [InlineData(
        """var (temp, path) = Paths.Both(context); File.WriteAllText(temp, ""); {|MLP3001:File.WriteAllText(path, "")|};""",
        "static class Paths { public static (string A, string B) Both(StageContext context) => (context.TemporaryDirectory, \"x\"); }"
    )]
    [InlineData(
        """{|MLP3001:File.WriteAllText(Paths.Of("x"), "y")|};""",
        "static class Paths { public static string Of(string name) => Path.Combine(\"out\", name); }"
    )]
    [InlineData(
        """{|MLP3001:File.WriteAllText(Paths.Of(docs[0].Location), "y")|};""",
        "static class Paths { public static string Of(string name) => Path.Combine(\"out\", Path.GetFileName(name)); }"
    )]
    [InlineData(
        """ISaver saver = new Saver(); saver.Save("x");""",
        "interface ISaver { void Save(string path); } class Saver : ISaver { public void Save(string file) => "
            + "{|MLP3001:File.WriteAllText(file, \"\")|}; }"
    )]
    [InlineData(
        """Disk.Path(out var path); {|MLP3001:File.WriteAllText(path, "y")|};""",
        "static class Disk { public static void Path(out string path) => path = \"x\"; }"
    )]
    [InlineData(
        """Disk.Each(p => {|MLP3001:File.WriteAllText(p, "y")|});""",
        "static class Disk { public static void Each(Action<string> save) => save(\"x\"); }"
    )]
    [InlineData(
        """Disk.Save<string>("x");""",
        "static class Disk { public static void Save<T>(T path) => {|MLP3001:File.WriteAllText(path!.ToString()!, \"y\")|}; }"
    )]
    [InlineData("""Action<string, string?> write = {|MLP3001:File.WriteAllText|}; write("x", "y");""", "")]
    [InlineData(
        """Disk.All["text"]("x");""",
        "static class Disk { public static readonly Dictionary<string, Action<string>> All = new(StringComparer.Ordinal) { [\"text\"] = "
            + "path => {|MLP3001:File.WriteAllText(path, \"\")|}, [\"none\"] = _ => { } }; }"
    )]
    [InlineData(
        """Disk.Made!.Save();""",
        "class Disk { public static Disk? Made; private string Folder { get; } = \"x\"; public void Save() => "
            + "{|MLP3001:File.WriteAllText(Folder, \"y\")|}; }"
    )]
    [InlineData(
        """Disk.Made!.Save();""",
        "class Disk(string folder) { public static Disk? Made; public void Save() => {|MLP3001:File.WriteAllText(folder, \"y\")|}; public "
            + "static void Main() => Made = new Disk(\"x\"); }"
    )]
    public async Task Helpers_are_followed(string body, string helpers) => await VerifyStageAsync(body, helpers);

    [Theory]
    [InlineData(
        """Disk.Save(context.TemporaryDirectory);""",
        "static class Disk { public static void Save(string path) => File.WriteAllText(Path.Combine(path, \"x\"), \"y\"); public static "
            + "void Main() => Save(\"test\"); }"
    )]
    [InlineData(
        """new Disk(context.TemporaryDirectory).Save();""",
        "class Disk(string folder) { public void Save() => File.WriteAllText(Path.Combine(folder, \"x\"), \"y\"); }"
    )]
    [InlineData(
        """new Disk { Folder = context.TemporaryDirectory }.Save();""",
        "class Disk { public required string Folder { get; init; } public void Save() => File.WriteAllText(Folder, \"y\"); }"
    )]
    [InlineData(
        """Disk.Save(new Layout(context.TemporaryDirectory));""",
        "record Layout(string Root) { public string Model => Path.Combine(Root, \"m\"); } static class Disk { public static void "
            + "Save(Layout at) => File.WriteAllText(at.Model, \"y\"); }"
    )]
    [InlineData(
        """File.WriteAllText(Paths.Of(context, "x"), "y");""",
        "static class Paths { public static string Of(StageContext context, string name) => Path.Combine(context.TemporaryDirectory, "
            + "name); }"
    )]
    [InlineData(
        """File.WriteAllText(Paths.Of(context.TemporaryDirectory), "y"); _ = Paths.Of("x");""",
        "static class Paths { public static string Of(string folder) => Path.Combine(folder, \"x\"); }"
    )]
    [InlineData(
        """Disk.Path(context, out var path); File.WriteAllText(path, "y");""",
        "static class Disk { public static void Path(StageContext context, out string path) => path = context.TemporaryDirectory; }"
    )]
    [InlineData(
        """foreach (var path in Paths.All(context)) File.WriteAllText(path, "y");""",
        "static class Paths { public static IEnumerable<string> All(StageContext context) { yield return context.TemporaryDirectory; } }"
    )]
    [InlineData(
        """context.Save("x");""",
        "static class Disk { public static void Save(this StageContext context, string name) => "
            + "File.WriteAllText(Path.Combine(context.TemporaryDirectory, name), \"y\"); }"
    )]
    [InlineData(
        """Base saver = new Saver(); saver.Save(context.TemporaryDirectory);""",
        "abstract class Base { public abstract void Save(string path); } class Saver : Base { public override void Save(string path) => "
            + "File.WriteAllText(path, \"\"); }"
    )]
    [InlineData(
        """Disk.Save(o => o.Folder = context.TemporaryDirectory);""",
        "class Options { public string Folder { get; set; } = \"\"; } static class Disk { public static void Save(Action<Options> "
            + "configure) { var options = new Options(); configure(options); File.WriteAllText(options.Folder, \"y\"); } }"
    )]
    public async Task Helpers_that_write_where_they_are_told_are_not_reported(string body, string helpers) =>
        await VerifyStageAsync(body, helpers);

    [Fact]
    public async Task The_message_tells_stage_call_and_remedy() =>
        Assert.Equal(
            "Stage 'Save' writes with 'File.WriteAllText' to a path of its own: no run stores the file or knows that it exists, and a "
                + "reused result does not write it again; write it with StageContext.CreateFile, and return GetFile",
            Assert.Single(
                await TrackingTest.Rules.VerifyMembersAsync("""[Stage] public void Save() => {|MLP3001:File.WriteAllText("x", "y")|};""")
            )
        );

    [Theory]
    [InlineData(
        """File.WriteAllText("x/y.txt", "z")""",
        """File.WriteAllText(Path.Combine(context.TemporaryDirectory, "y.txt"), "z")""",
        "\"y.txt\""
    )]
    [InlineData(
        """File.AppendAllText(contents: "z", path: "x")""",
        """File.AppendAllText(contents: "z", path: Path.Combine(context.TemporaryDirectory, "x"))""",
        "\"x\""
    )]
    [InlineData(
        """new StreamWriter(Folder + "/x").Dispose()""",
        """new StreamWriter(Path.Combine(context.TemporaryDirectory, Path.GetFileName(Folder + "/x"))).Dispose()""",
        """Path.GetFileName(Folder + "/x")"""
    )]
    public async Task The_fix_returns_the_file_that_it_moves(string before, string after, string name)
    {
        var reported = before.Replace(".Dispose()", "", StringComparison.Ordinal);
        await TrackingTest.Rules.VerifyMembersFixAsync<WriteThroughContextFix>(
            $"{Folder}[Stage] public void Run() {{ {{|MLP3001:{reported}|}}{before[reported.Length..]}; }}",
            $"{Folder}[Stage] public FileArtifact Run(StageContext context) {{ {after}; return context.GetFile({name}); }}"
        );
    }

    private const string Folder = "[Parameter] public string Folder { get; init; } = \"out\"; ";

    [Fact]
    public async Task A_body_of_one_expression_becomes_a_block() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<WriteThroughContextFix>(
            """
            [Stage]
            public async Task Report(CancellationToken token) => await {|MLP3001:File.WriteAllTextAsync("report.txt", "x", token)|};
            """,
            """
            [Stage]
            public async Task<FileArtifact> Report(StageContext context, CancellationToken token)
            {
                await File.WriteAllTextAsync(Path.Combine(context.TemporaryDirectory, "report.txt"), "x", token);
                return context.GetFile("report.txt");
            }
            """
        );

    [Fact]
    public async Task What_the_stage_returned_comes_beside_the_file() =>
        await TrackingTest.Rules.VerifyMembersFixAsync<WriteThroughContextFix>(
            """
            [Source("*.csv")]
            public partial FileSet Docs();

            [Stage]
            public int Count(FileSet docs)
            {
                var path = "out/word-list.txt";
                {|MLP3001:File.WriteAllText(path, "x")|};
                if (docs.Count == 0)
                {
                    return 0;
                }

                return docs.Count;
            }

            [Stage]
            public int Twice(int count) => 2 * count;
            """,
            """
            [Source("*.csv")]
            public partial FileSet Docs();

            [Stage]
            public (int Count, FileArtifact WordListFile) Count(FileSet docs, StageContext context)
            {
                var path = Path.Combine(context.TemporaryDirectory, "word-list.txt");
                File.WriteAllText(path, "x");
                if (docs.Count == 0)
                {
                    return (0, context.GetFile("word-list.txt"));
                }

                return (docs.Count, context.GetFile("word-list.txt"));
            }

            [Stage]
            public int Twice(int count) => 2 * count;
            """
        );

    [Theory]
    [InlineData(
        """{|MLP3001:File.WriteAllText("x.txt", "y")|}; return {|MLP3002:File.ReadAllText("x.txt")|};""",
        """File.WriteAllText(Path.Combine(context.TemporaryDirectory, "x.txt"), "y"); return File.ReadAllText(Path.Combine(context.TemporaryDirectory, "x.txt"));"""
    )]
    [InlineData(
        """var path = "x.txt"; {|MLP3001:File.WriteAllText(path, "y")|}; return {|MLP3002:File.ReadAllText(path)|};""",
        """var path = Path.Combine(context.TemporaryDirectory, "x.txt"); File.WriteAllText(path, "y"); return File.ReadAllText(path);"""
    )]
    [InlineData(
        """{|MLP3001:Directory.CreateDirectory("out")|}; return "";""",
        """Directory.CreateDirectory(Path.Combine(context.TemporaryDirectory, "out")); return "";"""
    )]
    public async Task What_is_read_again_moves_with_what_reads_it(string before, string after) =>
        await TrackingTest.Rules.VerifyMembersFixAsync<WriteThroughContextFix>(
            $"[Stage] public string Run() {{ {before} }}",
            $"[Stage] public string Run(StageContext context) {{ {after} }}",
            "Write into the stage's temporary folder"
        );

    [Theory]
    [InlineData("""[Stage] public void Run() => Save(); private static void Save() => File.WriteAllText("x", "y");""")]
    [InlineData(
        """[Stage] public void Run(StageContext context) => Save(context); private static void Save(StageContext stage) => File.WriteAllText("x", "y");"""
    )]
    [InlineData("""[Stage] public void Run() => new System.IO.FileInfo("x").Create().Dispose();""")]
    [InlineData("""[Stage] public void Run(StageContext context) { if (context.Stage.Length > 3) File.WriteAllText("x", "y"); }""")]
    [InlineData("""[Stage] public void Run(StageContext context) { foreach (var c in context.Stage) File.AppendAllText("x", "y"); }""")]
    [InlineData(
        """[Stage] public int Run(StageContext context) { new List<int> { 1 }.ForEach(i => File.WriteAllText("x", "y")); return 1; }"""
    )]
    [InlineData("""[Stage] public (int A, int B) Run() { File.WriteAllText("x", "y"); return (1, 2); }""")]
    [InlineData("""[Stage] public void Run() => File.Delete("x");""")]
    [InlineData(
        """[Gate] public GateResult Run(int a) { File.WriteAllText("x", "y"); return GateResult.AtLeast(a, 1); } [Stage] public int A() => 1;"""
    )]
    public async Task No_fix_is_offered_that_would_lose_the_file(string members) =>
        Assert.Empty(await TrackingTest.Rules.TitlesAsync<WriteThroughContextFix>(RuleTest.Pipeline(members)));

    private const string Destination =
        "[Parameter] public string Folder { get; init; } = \"out\"; [Stage] public string Fit() => \"model\"; ";

    [Theory]
    [InlineData("[Stage] public void Export(string fit) => File.WriteAllText(Folder, fit);")]
    [InlineData(
        "[Stage] public async Task Export(string fit, CancellationToken token) => await File.WriteAllTextAsync(Path.Combine(Folder, "
            + "\"model.txt\"), fit, token);"
    )]
    [InlineData(
        "[Stage] public void Export(string fit) { Directory.CreateDirectory(Folder); Save(Path.Combine(Folder, \"model.txt\"), fit); } "
            + "private static void Save(string path, string text) => File.WriteAllText(path, text);"
    )]
    [InlineData("[Stage] public void Export(string fit) => Save(fit); private void Save(string text) => File.WriteAllText(Folder, text);")]
    [InlineData(
        "[Stage] public FileArtifact Write(string fit, StageContext context) { using (context.CreateFile(\"x\")) { } return "
            + "context.GetFile(\"x\"); } [Stage] public void Export(FileArtifact write) => File.Copy(write.Location, Folder, "
            + "overwrite: true);"
    )]
    public async Task An_export_to_a_parameter_of_the_pipeline_is_not_reported(string members) =>
        await TrackingTest.Rules.VerifyMembersAsync(Destination + members);

    [Theory]
    [InlineData("[Stage] public void Export(string fit) => {|MLP3001:File.WriteAllText(\"model.txt\", fit)|};")]
    [InlineData("[Stage] public void Export(string fit) => {|MLP3001:File.WriteAllText(Path.Combine(\"out\", Folder), fit)|};")]
    [InlineData("[Stage] public void Export() => {|MLP3001:File.WriteAllText(Folder, \"made here\")|};")]
    [InlineData("[Stage] public void Export(StageContext context) => {|MLP3001:File.WriteAllText(Folder, context.Stage)|};")]
    [InlineData("[Stage] public int Export(string fit) { {|MLP3001:File.WriteAllText(Folder, fit)|}; return 1; }")]
    [InlineData(
        "[Stage] public void Export(string fit, [From(nameof(Paths))] string path) => {|MLP3001:File.WriteAllText(path, fit)|}; [Stage] "
            + "public string Paths() => \"x\";"
    )]
    [InlineData(
        "[Stage] public void Learn(TrainSet<string> train) => {|MLP3001:File.WriteAllLines(Folder, train)|}; [Stage] public "
            + "TrainSet<string> Train() => throw new NotSupportedException();"
    )]
    [InlineData("[Publish(\"text\")] public string Release(string fit) { {|MLP3001:File.WriteAllText(Folder, fit)|}; return fit; }")]
    public async Task Other_stages_that_write_there_are_reported(string members) =>
        await TrackingTest.Rules.VerifyMembersAsync(Destination + members);

    [Theory]
    [InlineData("File.WriteAllText({0}, fit)", "\"out/best-model.txt\"", "BestModelPath")]
    [InlineData("File.WriteAllText(contents: fit, path: {0})", "@\"model\"", "ModelPath")]
    public async Task The_destination_of_an_export_becomes_a_parameter(string write, string path, string name) =>
        await TrackingTest.Rules.VerifyMembersFixAsync<DeclareDestinationFix>(
            $$"""
            [Stage]
            public string Fit() => "model";

            [Stage]
            public void Export(string fit) => {|MLP3001:{{write.Replace("{0}", path, StringComparison.Ordinal)}}|};
            """,
            $$"""
            [Parameter]
            public string {{name}} { get; init; } = {{path}};

            [Stage]
            public string Fit() => "model";

            [Stage]
            public void Export(string fit) => {{write.Replace("{0}", name, StringComparison.Ordinal)}};
            """
        );

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
