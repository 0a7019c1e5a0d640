//# fault: a file beside the program
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + {|MLP3002:File.ReadAllLines("stopwords.txt")|}.Length;

//# fault: a file whose path is a parameter
//## share Docs.cs
[Parameter]
public string StopWords { get; init; } = "stopwords.txt";

[Stage]
public int Count(FileSet docs) => docs.Count + {|MLP3002:File.ReadLines(StopWords)|}.Count();

//# fault: a reader in a helper
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Words.Load().Count;

//## Words.cs
public static class Words
{
    public static List<string> Load()
    {
        using var reader = {|MLP3002:new StreamReader("stopwords.txt")|};
        return [.. reader.ReadToEnd().Split('\n')];
    }
}

//# fault: a static field's initializer reads
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count(doc => !Words.All.Contains(doc.Path));

//## Words.cs
public static class Words
{
    public static readonly HashSet<string> All = [.. {|MLP3002:File.ReadAllLines("stopwords.txt")|}];
}

//# fault: a file stream for reading
//## share Docs.cs
[Stage]
public long Size(FileSet docs)
{
    using var stream = {|MLP3002:File.OpenRead("weights.bin")|};
    return stream.Length + docs.Count;
}

//# fault: whether a file exists
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => {|MLP3002:File.Exists("skip.flag")|} ? 0 : docs.Count;

//# fault: asynchronously, in a task of a task
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken cancellation)
{
    var texts = await Task.WhenAll(docs.Select(async doc => await {|MLP3002:File.ReadAllTextAsync(doc.Path + ".labels", cancellation)|}));
    return texts.Length;
}

//# fault: a gate reads the old model's score
//## share Houses.cs
//## share Trained.cs
[Gate]
public GateResult Better(double error)
{
    var old = double.Parse({|MLP3002:File.ReadAllText("best.txt")|}, CultureInfo.InvariantCulture);
    return GateResult.AtMost(error, old);
}

[Publish("price"), When(nameof(Better)), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: an XML document from a path
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + {|MLP3002:System.Xml.Linq.XDocument.Load("settings.xml")|}.Descendants().Count();

//# clean: the artifact's own content
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Sum(doc => doc.ReadLines().Count());

//# clean: a library opens the artifact by its location
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Sum(doc => File.ReadAllLines(doc.Location).Length);

//# clean: an XML document from an artifact
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Sum(doc => System.Xml.Linq.XDocument.Load(doc.Location).Descendants().Count());

//# clean: a source may read what it likes
[Source]
public IReadOnlyList<string> Words() => File.ReadAllLines("words.txt");

[Stage]
public int Count(IReadOnlyList<string> words) => words.Count;

//# clean: an embedded resource is part of the program
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var stream = typeof(House).Assembly.GetManifestResourceStream("stopwords.txt");
    return docs.Count + (int)(stream?.Length ?? 0);
}

//# clean: what the stage wrote into its temporary folder
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    return File.ReadAllLines(Path.Combine(context.TemporaryDirectory, "list.txt")).Length;
}

//# clean: a parameter's default is looked up when the run starts
//## share Docs.cs
[Parameter]
public string Folder { get; init; } = File.Exists("local.txt") ? "local" : "remote";

[Stage]
public int Count(FileSet docs) => docs.Count + Folder.Length;

//# clean: text is read from text
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var reader = new StringReader(docs[0].ReadAllText());
    return reader.ReadLine()?.Length ?? 0;
}

//# fault: a static field's initializer reads a word list
//## share Docs.cs
private static readonly HashSet<string> StopWords = [.. {|MLP3002:File.ReadAllLines("stopwords.txt")|}];

[Stage]
public int Count(FileSet docs) => docs.Sum(doc => doc.ReadAllText().Split(' ').Count(word => !StopWords.Contains(word)));

//# fault: a lazily read vocabulary of a helper class
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Vocabulary.Words.Count;

//## Vocabulary.cs
public static class Vocabulary
{
    private static readonly Lazy<IReadOnlyList<string>> All = new(() => {|MLP3002:File.ReadAllLines("words.txt")|});

    public static IReadOnlyList<string> Words => All.Value;
}

//# fault: a file beside the program is deserialized
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var stream = {|MLP3002:File.OpenRead(Path.Combine(AppContext.BaseDirectory, "weights.json"))|};
    return docs.Count * System.Text.Json.JsonSerializer.Deserialize<int>(stream);
}

//# fault: the neighbours of an artifact
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Sum(doc => {|MLP3002:File.ReadAllLines(Path.ChangeExtension(doc.Location, ".labels"))|}.Length);

//# fault: the folder of an artifact is listed
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.SelectMany(doc => {|MLP3002:Directory.EnumerateFiles(Path.GetDirectoryName(doc.Location)!, "*.txt")|}).Order(StringComparer.Ordinal).Count();

//# fault: File.Exists decides
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => {|MLP3002:File.Exists("override.txt")|} ? 0 : docs.Count;

//# fault: an async stream of lines
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken cancellationToken)
{
    var count = docs.Count;
    await foreach (var line in {|MLP3002:File.ReadLinesAsync("extra.txt", cancellationToken)|})
    {
        count += line.Length;
    }

    return count;
}

//# fault: the parameter's path goes through a record and a generic helper
//## share Docs.cs
[Parameter]
public string Vocabulary { get; init; } = "vocabulary.txt";

[Stage]
public int Count(FileSet docs) => docs.Count + Read(new Options<string>(Vocabulary), static options => options.Value);

private static int Read<T>(T options, Func<T, string> path) => {|MLP3002:File.ReadAllText(path(options))|}.Length;

//## Options.cs
public sealed record Options<T>(T Value);

//# fault: a property pattern names the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    object settings = new Settings("lexicon.txt");
    return settings is Settings { Lexicon: { Length: > 0 } path } ? {|MLP3002:File.ReadAllText(path)|}.Length : docs.Count;
}

//## Settings.cs
public sealed record Settings(string Lexicon);

//# fault: the text of an artifact names another file
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.SelectMany(doc => doc.ReadLines()).Sum(line => {|MLP3002:File.ReadAllBytes(line)|}.Length);

//# fault: an embedded database file is opened as a stream
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var reader = {|MLP3002:new StreamReader(new FileInfo("names.csv").FullName)|};
    return docs.Count + (reader.ReadLine()?.Length ?? 0);
}

//# fault: a helper by reference
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var path = "";
    Locate(ref path);
    return docs.Count + {|MLP3002:File.ReadAllText(path)|}.Length;
}

private static void Locate(ref string path) => path = "lexicon.txt";

//# fault: method group in a query
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + new[] { "a.txt", "b.txt" }.Select({|MLP3002:File.ReadAllText|}).Sum(text => text.Length);

//# fault: memory-mapped
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var map = {|MLP3002:System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile("embeddings.bin")|};
    using var view = map.CreateViewAccessor();
    return docs.Count + view.ReadInt32(0);
}

//# fault: a generic base class of parsers
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + new CsvParser("rates.csv").Parse().Count;

//## Parsers.cs
public abstract class Parser<T>(string path)
{
    public List<T> Parse() => [.. {|MLP3002:File.ReadLines(path)|}.Select(Line)];

    protected abstract T Line(string line);
}

public sealed class CsvParser(string path) : Parser<string[]>(path)
{
    protected override string[] Line(string line) => line.Split(',');
}

//# clean: an artifact's location goes through a record and a lambda
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Select(doc => new Entry(doc.Path, doc.Location)).Sum(entry => File.ReadAllBytes(entry.Place).Length);

//## Entry.cs
public sealed record Entry(string Name, string Place);

//# clean: a helper class is given artifacts
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var index = new Index(docs);
    return index.Size("a.xml");
}

//## Index.cs
public sealed class Index(FileSet files)
{
    public int Size(string name)
    {
        if (files.Find(name) is not { } file)
        {
            return 0;
        }

        using var stream = new FileStream(file.Location, FileMode.Open, FileAccess.Read);
        return (int)stream.Length;
    }
}

//# clean: written to the temporary folder, then read again
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var path = Path.Combine(context.TemporaryDirectory, "sorted.txt");
    File.WriteAllLines(path, docs.Select(doc => doc.Path));
    return Measure(path);
}

private static int Measure(string path)
{
    using var reader = new StreamReader(path);
    return reader.ReadToEnd().Length;
}

//# clean: extracted, and listed in order
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var folder = Directory.CreateDirectory(Path.Combine(context.TemporaryDirectory, "all"));
    foreach (var doc in docs)
    {
        System.IO.Compression.ZipFile.ExtractToDirectory(doc.Location, folder.FullName);
    }

    return folder.EnumerateFiles("*.txt", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal).Sum(file => File.ReadAllText(file.FullName).Length);
}

//# clean: paths that are only text
//## share Docs.cs
[Stage]
public string[] Names(FileSet docs) => [.. docs.Select(doc => Path.GetFileNameWithoutExtension(doc.Path)).Order(StringComparer.Ordinal)];

[Stage]
public int Count(string[] names) => names.Length;

//# clean: a resource of the assembly
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var stream = typeof(TestPipeline).Assembly.GetManifestResourceStream("stopwords.txt")!;
    using var reader = new StreamReader(stream);
    return docs.Count + reader.ReadToEnd().Length;
}

//# clean: a source of the user's own reads what it likes
[Source]
public string Lexicon()
{
    var path = Path.Combine("data", "lexicon.txt");
    return Load(path);
}

private static string Load(string path) => File.ReadAllText(path);

[Stage]
public int Count(string lexicon) => lexicon.Length;

//# fault: a path goes through a custom delegate
//## share Docs.cs
private delegate string Locate(string name);

[Stage]
public int Count(FileSet docs)
{
    Locate locate = name => Path.Combine("data", name);
    return docs.Count + {|MLP3002:File.ReadAllText(locate("a.txt"))|}.Length;
}

//# fault: a list of readers
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var readers = new List<Func<string, string>> { path => {|MLP3002:File.ReadAllText(path)|}, path => path };
    return docs.Count + readers.Sum(read => read("a.txt").Length);
}

//# fault: what a foreign file is like decides
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var flag = new FileInfo("fast.flag");
    return {|MLP3002:flag.Exists|} ? docs.Count / 10 : docs.Count + (int)Math.Min(9, {|MLP3002:new DirectoryInfo("lexicon").LastWriteTimeUtc|}.Day);
}

//# clean: what a file of a source is like
//## share Docs.cs
[Stage]
public long Count(FileSet docs) => docs.Sum(doc => new FileInfo(doc.Location).Length);
