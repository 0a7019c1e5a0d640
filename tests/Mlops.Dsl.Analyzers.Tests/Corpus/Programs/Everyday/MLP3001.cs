//# fault: options object with an output folder, a writer from the services
//## share Docs.cs
[Stage]
public int Export(FileSet docs, [FromServices] ExportOptions options)
{
    var target = Path.Combine(options.Root, "export.csv");
    using var writer = {|MLP3001:File.CreateText(target)|};
    foreach (var doc in docs)
    {
        writer.WriteLine(doc.Path);
    }

    return docs.Count;
}

//## ExportOptions.cs
public sealed class ExportOptions
{
    public string Root { get; set; } = "out";
}

//# fault: a builder collects lines and saves at the end
//## share Docs.cs
[Stage]
public int Summarize(FileSet docs)
{
    new ReportBuilder()
        .WithTitle("docs")
        .WithLines(docs.Select(doc => doc.Path))
        .Save("report.md");
    return docs.Count;
}

//## ReportBuilder.cs
public sealed class ReportBuilder
{
    private readonly List<string> _lines = [];

    public ReportBuilder WithTitle(string title)
    {
        _lines.Insert(0, "# " + title);
        return this;
    }

    public ReportBuilder WithLines(IEnumerable<string> lines)
    {
        _lines.AddRange(lines);
        return this;
    }

    public void Save(string path) => {|MLP3001:File.WriteAllLines(path, _lines)|};
}

//# fault: a channel's consumer writes what the producers hand on
//## share Docs.cs
[Stage]
public async Task<int> Index(FileSet docs, CancellationToken token)
{
    var channel = System.Threading.Channels.Channel.CreateBounded<string>(16);
    var consumer = Consume(channel.Reader, token);
    foreach (var doc in docs)
    {
        await channel.Writer.WriteAsync(doc.ReadAllText(), token);
    }

    channel.Writer.Complete();
    return await consumer;
}

private static async Task<int> Consume(System.Threading.Channels.ChannelReader<string> reader, CancellationToken token)
{
    var count = 0;
    await foreach (var text in reader.ReadAllAsync(token))
    {
        await {|MLP3001:File.AppendAllTextAsync("index.txt", text, token)|};
        count++;
    }

    return count;
}

//# fault: a field-keyword property makes its folder when it is set
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var settings = new Settings { Folder = "checkpoints" };
    return docs.Count + settings.Folder.Length;
}

//## Settings.cs
public sealed class Settings
{
    public string Folder
    {
        get;
        set
        {
            {|MLP3001:Directory.CreateDirectory(value)|};
            field = value;
        }
    } = "";
}

//# fault: a dictionary of exporters by format
//## share Docs.cs
private static readonly Dictionary<string, Action<string, IReadOnlyList<string>>> Exporters = new(StringComparer.Ordinal)
{
    ["text"] = (path, lines) => {|MLP3001:File.WriteAllLines(path, lines)|},
    ["count"] = (_, lines) => Console.WriteLine(lines.Count),
};

[Parameter]
public string Format { get; init; } = "text";

[Stage]
public int Export(FileSet docs)
{
    Exporters[Format]("docs.txt", [.. docs.Select(doc => doc.Path)]);
    return docs.Count;
}

//# fault: a using with a stream of a stream, from the caller's file info
//## share Docs.cs
[Stage]
public long Pack(FileSet docs)
{
    var info = new FileInfo("/var/data/docs.gz");
    using (var file = {|MLP3001:info.OpenWrite()|})
    using (var zip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Fastest))
    {
        foreach (var doc in docs)
        {
            using var input = doc.OpenRead();
            input.CopyTo(zip);
        }
    }

    return docs.Sum(doc => doc.Length);
}

//# fault: a record's init-only path and a with expression
//## share Docs.cs
[Stage]
public int Log(FileSet docs, StageContext context)
{
    var target = new Target(context.TemporaryDirectory, "log.txt");
    var shared = target with { Folder = "/tmp/shared" };
    {|MLP3001:File.WriteAllText(Path.Join(shared.Folder, shared.Name), "x")|};
    return docs.Count;
}

public sealed record Target(string Folder, string Name);

//# fault: an old model is moved away first
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Rotate(PriceModel fit)
{
    const string path = "models/price.json";
    {|MLP3001:File.Move(path, path + ".bak", overwrite: true)|};
    return (int)fit.Slope;
}

//# fault: a cache on disk in a generic base class
//## share Docs.cs
[Stage]
public int Embed(FileSet docs)
{
    var cache = new LengthCache();
    return docs.Sum(doc => cache.Get(doc));
}

//## Caches.cs
public abstract class DiskCache<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];

    protected abstract string FileOf(TKey key);

    protected abstract TValue Compute(TKey key);

    public TValue Get(TKey key)
    {
        if (!_values.TryGetValue(key, out var value))
        {
            value = Compute(key);
            _values[key] = value;
            {|MLP3001:File.WriteAllText(FileOf(key), value?.ToString())|};
        }

        return value;
    }
}

public sealed class LengthCache : DiskCache<FileArtifact, int>
{
    protected override string FileOf(FileArtifact key) => "cache/" + Path.GetFileName(key.Path);

    protected override int Compute(FileArtifact key) => (int)key.Length;
}

//# clean: the path of the temporary folder in an options object and a builder
//## share Docs.cs
[Stage]
public FileArtifact Report(FileSet docs, StageContext context)
{
    var options = new WriterOptions { Folder = context.TemporaryDirectory, FileName = "report.txt" };
    return new ReportWriter(options).Add(docs.Select(doc => doc.Path)).Write();
}

//## ReportWriter.cs
public sealed class WriterOptions
{
    public required string Folder { get; init; }

    public string FileName { get; init; } = "report.md";

    public string FullPath => Path.Combine(Folder, FileName);
}

public sealed class ReportWriter(WriterOptions options)
{
    private readonly List<string> _lines = [];

    public ReportWriter Add(IEnumerable<string> lines)
    {
        _lines.AddRange(lines);
        return this;
    }

    public FileArtifact Write()
    {
        File.WriteAllLines(options.FullPath, _lines);
        return FileArtifact.FromPath(options.FullPath);
    }
}

//# clean: thumbnails in parallel into the temporary folder, by tuples
//## share Docs.cs
[Stage]
public FileArtifact Pack(FileSet docs, StageContext context)
{
    var folder = Directory.CreateDirectory(Path.Combine(context.TemporaryDirectory, "parts"));
    var jobs = docs.Select((doc, index) => (doc.Location, Target: Path.Combine(folder.FullName, $"{index}.txt"))).ToArray();
    Parallel.ForEach(jobs, job =>
    {
        var (source, target) = job;
        File.Copy(source, target);
    });
    var zip = Path.Combine(context.TemporaryDirectory, "parts.zip");
    System.IO.Compression.ZipFile.CreateFromDirectory(folder.FullName, zip);
    return FileArtifact.FromPath(zip);
}

//# clean: a memory cache, a string writer and a request that is only built
//## share Docs.cs
[Stage]
public string Build(FileSet docs)
{
    var lengths = new Dictionary<string, long>(StringComparer.Ordinal);
    using var writer = new StringWriter(CultureInfo.InvariantCulture);
    foreach (var doc in docs)
    {
        if (!lengths.TryAdd(doc.Path, doc.Length))
        {
            continue;
        }

        writer.WriteLine(new UriBuilder("https", "example.org") { Path = doc.Path }.Uri);
    }

    return writer.ToString();
}

//# clean: an export copies the artifact to a parameter's place
//## share Docs.cs
[Parameter]
public string OutputFolder { get; init; } = "out";

[Stage]
public FileArtifact Report(FileSet docs, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("report.txt")))
    {
        writer.WriteLine(docs.Count);
    }

    return context.GetFile("report.txt");
}

[Stage]
public void Export(FileArtifact report)
{
    Directory.CreateDirectory(OutputFolder);
    File.Copy(report.Location, Path.Combine(OutputFolder, Path.GetFileName(report.Path)), overwrite: true);
}

//# clean: a service is given the temporary folder by a method and a property
//## share Docs.cs
[Stage]
public FileArtifact Report(FileSet docs, StageContext context, [FromServices] Renderer renderer)
{
    renderer.Folder = context.TemporaryDirectory;
    var path = renderer.Render(docs.Count, context.TemporaryDirectory);
    return FileArtifact.FromPath(path);
}

//## Renderer.cs
public sealed class Renderer
{
    public string Folder { get; set; } = "";

    public string Render(int count, string folder)
    {
        var path = Path.Combine(folder, "report.txt");
        File.WriteAllText(path, count.ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(Folder, "log.txt"), "done");
        return path;
    }
}

//# fault: a service writes to the folder of its options
//## share Docs.cs
[Stage]
public int Export(FileSet docs, [FromServices] Exporter exporter)
{
    foreach (var doc in docs)
    {
        exporter.Export(doc);
    }

    return docs.Count;
}

//## Exporter.cs
public sealed record ExportOptions
{
    public string Folder { get; init; } = "/var/exports";
}

public sealed class Exporter(ExportOptions options)
{
    public void Export(FileArtifact file) => {|MLP3001:File.Copy(file.Location, Path.Combine(options.Folder, Path.GetFileName(file.Path)))|};
}

//# clean: a memory stream becomes an artifact, JSON by options with a naming policy
//## share Houses.cs
//## share Trained.cs
[Stage]
public FileArtifact Card(PriceModel fit, StageContext context)
{
    var options = new System.Text.Json.JsonSerializerOptions { WriteIndented = true, PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.CamelCase };
    using (var stream = context.CreateFile("card.json"))
    using (var memory = new MemoryStream(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { fit.Slope, fit.Offset, Version = 1 }, options)))
    {
        memory.CopyTo(stream);
    }

    return context.GetFile("card.json");
}

//# clean: an options object with defaults, configured by parameters, gives a path in the temporary folder
//## share Docs.cs
[Parameter, RegularExpression("[a-z]+")]
public string Name { get; init; } = "report";

[Stage]
public FileArtifact Write(FileSet docs, StageContext context)
{
    var options = Configure(o =>
    {
        o.Folder = Path.Combine(context.TemporaryDirectory, "out");
        o.Name = Name + ".txt";
    });
    Directory.CreateDirectory(options.Folder);
    File.WriteAllText(options.Target, docs.Count.ToString(CultureInfo.InvariantCulture));
    return FileArtifact.FromPath(options.Target);
}

private static ReportOptions Configure(Action<ReportOptions> configure)
{
    var options = new ReportOptions();
    configure(options);
    return options;
}

public sealed class ReportOptions
{
    public string Folder { get; set; } = "";

    public string Name { get; set; } = "report.txt";

    public string Target => Path.Combine(Folder, Name);
}
