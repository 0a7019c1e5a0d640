//# fault: an awaiter of the user's own writes
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    await new Later();
    return docs.Count;
}

//## Later.cs
public readonly struct Later
{
    public Awaiter GetAwaiter() => new();

    public readonly struct Awaiter : System.Runtime.CompilerServices.INotifyCompletion
    {
        public bool IsCompleted => true;

        public void OnCompleted(Action continuation) => continuation();

        public void GetResult() => {|MLP3001:File.WriteAllText("later.txt", "x")|};
    }
}

//# fault: a deconstruction of the user's own writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var (a, b) = new Pair(docs.Count);
    return a + b;
}

//## Pair.cs
public sealed class Pair(int count)
{
    public void Deconstruct(out int first, out int second)
    {
        (first, second) = (count, count);
        {|MLP3001:File.WriteAllText("pair.txt", "x")|};
    }
}

//# fault: an explicit interface event accessor writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    INotifier notifier = new Notifier();
    notifier.Changed += (_, _) => { };
    return docs.Count;
}

//## Notifier.cs
public interface INotifier
{
    event EventHandler Changed;
}

public sealed class Notifier : INotifier
{
    event EventHandler INotifier.Changed
    {
        add => {|MLP3001:File.AppendAllText("changed.txt", "x")|};
        remove { }
    }
}

//# fault: the equality of a record is overridden, and a set calls it
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Select(doc => new Key(doc.Path)).ToHashSet().Count;

//## Key.cs
public sealed record Key(string Path)
{
    public bool Equals(Key? other)
    {
        {|MLP3001:File.AppendAllText("equals.txt", "x")|};
        return other?.Path == Path;
    }

    public override int GetHashCode() => Path.Length;
}

//# fault: a lambda with a default parameter is the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var save = (string text, string path = "default.txt") => {|MLP3001:File.WriteAllText(path, text)|};
    save("x");
    return docs.Count;
}

//# fault: an optional parameter of a helper is the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Save("x");
    return docs.Count;
}

private static void Save(string text, string path = "default.txt") => {|MLP3001:File.WriteAllText(path, text)|};

//# fault: a params span of paths
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Touch("a", "b");
    return docs.Count;
}

private static void Touch(params ReadOnlySpan<string> paths)
{
    foreach (var path in paths)
    {
        {|MLP3001:File.WriteAllText(path, "x")|};
    }
}

//# known miss: a function pointer
//## share Docs.cs
[Stage]
public unsafe int Count(FileSet docs)
{
    delegate*<string, void> write = &Write;
    write("a.txt");
    return docs.Count;
}

private static void Write(string path) => {|MLP3001:File.WriteAllText(path, "x")|};

//# fault: an inline array of paths, in a struct's constructor
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var places = new[] { new Place("a"), new Place("b") };
    foreach (var (name, _) in places)
    {
        {|MLP3001:File.WriteAllText(name, "x")|};
    }

    return docs.Count;
}

//## Place.cs
public readonly record struct Place(string Name, int Size = 0);

//# fault: the model is exported by a class of another file with a static path
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit)
{
    Exporter.Export(fit);
    return fit;
}

//## Exporter.cs
public static class Exporter
{
    private static readonly string Target = {|MLP3005:Environment.ExpandEnvironmentVariables("models")|} + Path.DirectorySeparatorChar + "model.json";

    public static void Export<T>(T model) => {|MLP3001:File.WriteAllBytes(Target, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(model))|};
}

//# clean: into the temporary folder by a builder of text
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var path = new System.Text.StringBuilder(context.TemporaryDirectory).Append('/').Append("a.txt").ToString();
    File.WriteAllText(path, "x");
    return docs.Count;
}

//# clean: a queue of temporary paths
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var paths = new Queue<string>();
    for (var i = 0; i < 3; i++)
    {
        paths.Enqueue(Path.Combine(context.TemporaryDirectory, $"{i}.txt"));
    }

    while (paths.TryDequeue(out var path))
    {
        File.WriteAllText(path, "x");
    }

    return docs.Count;
}

//# clean: a static helper is given the folder by an interface
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Dump(new Scratch(context));
    return docs.Count;
}

private static void Dump(IPlaces places) => File.WriteAllText(places.Of("a.txt"), "x");

//## Places.cs
public interface IPlaces
{
    string Of(string name);
}

public sealed class Scratch(StageContext context) : IPlaces
{
    public string Of(string name) => Path.Combine(context.TemporaryDirectory, name);
}

//# clean: a file stream that the engine made is handed through a base class
//## share Docs.cs
[Stage]
public FileArtifact Count(FileSet docs, StageContext context)
{
    using (var writer = new CountWriter(context.CreateFile("count.csv")))
    {
        writer.Write(docs.Count);
    }

    return context.GetFile("count.csv");
}

//## Writers.cs
public abstract class TableWriter(Stream stream) : IDisposable
{
    protected StreamWriter Writer { get; } = new(stream);

    public void Dispose()
    {
        Writer.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class CountWriter(Stream stream) : TableWriter(stream)
{
    public void Write(int count) => Writer.WriteLine(count);
}

//# clean: a tuple out of a local function holds the temporary path
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var (path, text) = Plan();
    File.WriteAllText(path, text);
    return docs.Count;

    (string Path, string Text) Plan() => (Path.Combine(context.TemporaryDirectory, "a"), "default.txt");
}

//# clean: a source of the user's own caches a download in its temporary folder
[Source(Version = nameof(Day))]
public async Task<FileArtifact> Table([FromServices] HttpClient client, StageContext context)
{
    var bytes = await client.GetByteArrayAsync("https://example.com/table.csv");
    await using (var file = context.CreateFile("table.csv"))
    {
        await file.WriteAsync(bytes);
    }

    return context.GetFile("table.csv");
}

private string Day => "2026-01-01";

[Stage]
public long Size(FileArtifact table) => table.Length;

//# fault: an options action sets a folder beside the program
//## share Docs.cs
[Stage]
public int Write(FileSet docs)
{
    var sink = Sink.Create(options => options.Folder = "out");
    sink.Write(docs.Count);
    return docs.Count;
}

//## Sink.cs
public sealed class SinkOptions
{
    public string? Folder { get; set; }
}

public sealed class Sink
{
    private readonly SinkOptions _options = new();

    public static Sink Create(Action<SinkOptions> configure)
    {
        var sink = new Sink();
        configure(sink._options);
        return sink;
    }

    public void Write(int count) => {|MLP3001:File.WriteAllText(Path.Combine(_options.Folder!, "count.txt"), $"{count}")|};
}

//# fault: a log file by a trace listener in a property's getter
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + Journal.Lines;

//## Journal.cs
public static class Journal
{
    public static int Lines
    {
        get
        {
            using var stream = {|MLP3001:File.Open("journal.log", FileMode.Append, FileAccess.Write)|};
            stream.WriteByte(10);
            return 1;
        }
    }
}
