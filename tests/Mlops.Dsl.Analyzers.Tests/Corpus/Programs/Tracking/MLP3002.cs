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
