//# fault: query syntax calls the user's own Select
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var box = from count in new Box(docs.Count) select count + 1;
    return box.Value;
}

//## Box.cs
public sealed record Box(int Value)
{
    public Box Select(Func<int, int> selector)
    {
        {|MLP3001:File.WriteAllText("box.txt", "x")|};
        return new(selector(Value));
    }
}

//# fault: in a finally, in a nested local function
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    try
    {
        return docs.Count;
    }
    finally
    {
        Leave();

        void Leave()
        {
            void Write(string path) => {|MLP3001:File.WriteAllText(path, "x")|};
            Write("left.txt");
        }
    }
}

//# fault: the stage's helper object comes from a factory delegate
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Func<IWriter> create = () => new FileWriter();
    create().Write(docs.Count);
    return docs.Count;
}

//## Writers.cs
public interface IWriter
{
    void Write(int count);
}

public sealed class FileWriter : IWriter
{
    void IWriter.Write(int count) => {|MLP3001:File.WriteAllText("count.txt", "x")|};
}

//# fault: XML and zip
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var report = new System.Xml.Linq.XElement("report", docs.Count);
    {|MLP3001:report.Save("report.xml")|};
    {|MLP3001:System.IO.Compression.ZipFile.CreateFromDirectory(".", "all.zip")|};
    return docs.Count;
}

//# fault: a memory stream is flushed to a file by CopyTo
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var memory = new MemoryStream();
    memory.WriteByte(1);
    using (var file = {|MLP3001:File.Create("dump.bin")|})
    {
        memory.CopyTo(file);
    }

    return docs.Count;
}

//# fault: a process-wide listener writes to a file
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var listener = {|MLP3001:new System.Diagnostics.TextWriterTraceListener("trace.log")|};
    listener.WriteLine("x");
    return docs.Count;
}

//# fault: an aliased class
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:Disk.WriteAllText("count.txt", "x")|};
    return docs.Count;
}

//## Aliases.cs
global using Disk = System.IO.File;

//# fault: using static
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:WriteAllText("count.txt", "x")|};
    return docs.Count;
}

//## Aliases.cs
global using static System.IO.File;

//# clean: a field of a helper holds the temporary folder
//## share Docs.cs
[Stage]
public FileArtifact Count(FileSet docs, StageContext context)
{
    var sink = new Sink(context);
    sink.Write(docs.Count);
    return context.GetFile("count.txt");
}

//## Sink.cs
public sealed class Sink(StageContext context)
{
    public void Write(int count)
    {
        var path = Path.Combine(context.TemporaryDirectory, "count.txt");
        File.WriteAllText(path, $"{count}");
    }
}

//# clean: a writer by any of three overloads on the engine's stream
//## share Docs.cs
[Stage]
public FileArtifact Count(FileSet docs, StageContext context)
{
    using (var stream = context.CreateFile("count.txt"))
    using (var writer = new StreamWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
    {
        writer.Write(docs.Count);
    }

    return context.GetFile("count.txt");
}

//# clean: written to memory alone
//## share Docs.cs
[Stage]
public byte[] Count(FileSet docs)
{
    using var memory = new MemoryStream();
    using (var archive = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
    using (var entry = new StreamWriter(archive.CreateEntry("count.txt").Open()))
    {
        entry.Write(docs.Count);
    }

    return memory.ToArray();
}

[Stage]
public int Size(byte[] count) => count.Length;

//# clean: each loop has a folder of its own in the temporary one
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    foreach (var (index, doc) in docs.Index())
    {
        var folder = Directory.CreateDirectory(Path.Join(context.TemporaryDirectory, $"{index}"));
        var target = new FileInfo(Path.Combine(folder.FullName, "copy.xml"));
        using var stream = target.Create();
        using var from = doc.OpenRead();
        from.CopyTo(stream);
    }

    return docs.Count;
}

//# clean: a lambda is given the folder
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    In(context, folder => File.WriteAllText(Path.Combine(folder, "a"), "x"));
    return docs.Count;
}

private static void In(StageContext context, Action<string> work) => work(context.TemporaryDirectory);

//# clean: Save is the name of a method that saves nothing to disk
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var memory = new Memory();
    memory.Save("count", docs.Count);
    return memory.Load("count");
}

//## Memory.cs
public sealed class Memory
{
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);

    public void Save(string path, int value) => _values[path] = value;

    public int Load(string path) => _values[path];
}

//# clean: the path is chosen among two in the temporary folder
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var path = docs.Count switch
    {
        0 => Path.Combine(context.TemporaryDirectory, "none.txt"),
        1 => Path.Combine(Folder(context), "one.txt"),
        _ => new Uri(Path.Combine(context.TemporaryDirectory, "many.txt")).LocalPath,
    };
    File.WriteAllText(path, "x");
    return docs.Count;
}

private static string Folder(StageContext context) => Directory.CreateDirectory(Path.Combine(context.TemporaryDirectory, "sub")).FullName;

//# clean: the console's writer
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    TextWriter writer = new StringWriter(CultureInfo.InvariantCulture);
    writer.WriteLine(docs.Count);
    context.Logger.LogInformation("{Text}", writer.ToString());
    return docs.Count;
}

//# clean: code that only tests call writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

internal static void Dump(int count) => File.WriteAllText("dump.txt", $"{count}");

//# fault: a generic repository with an interface constraint
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var repository = new Repository<Card, JsonFormat>("cards");
    repository.Save(new Card("a", docs.Count));
    return docs.Count;
}

//## Repository.cs
public sealed record Card(string Name, int Size);

public interface IFormat
{
    string Extension { get; }

    string Write<T>(T value);
}

public sealed class JsonFormat : IFormat
{
    public string Extension => ".json";

    public string Write<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
}

public sealed class Repository<T, TFormat>(string folder)
    where TFormat : IFormat, new()
{
    private readonly TFormat _format = new();

    public void Save(T item) => {|MLP3001:File.WriteAllText(Path.Combine(folder, "item" + _format.Extension), _format.Write(item))|};
}

//# fault: a background writer is awaited
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken cancellationToken)
{
    await Task.WhenAll(docs.Select(async (doc, index) => await {|MLP3001:File.WriteAllTextAsync($"{index}.txt", doc.ReadAllText(), cancellationToken)|}));
    return docs.Count;
}

//# fault: behind a switch on the type of a sink
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    object sink = docs.Count > 3 ? new FileInfo("a.txt") : new MemoryStream();
    switch (sink)
    {
        case FileInfo { Name.Length: > 0 } file:
            using ({|MLP3001:file.CreateText()|})
            {
            }

            break;
        case Stream stream:
            stream.WriteByte(1);
            break;
    }

    return docs.Count;
}

//# fault: an overridden ToString writes, called by interpolation
//## share Docs.cs
[Stage]
public string Count(FileSet docs) => $"{new Loud(docs.Count)}";

[Stage]
public int Size(string count) => count.Length;

//## Loud.cs
public sealed class Loud(int count)
{
    public override string ToString()
    {
        {|MLP3001:File.AppendAllText("loud.txt", "x")|};
        return $"{count}";
    }
}

//# fault: an enumerator of the user's own writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var count = 0;
    foreach (var item in new Steps())
    {
        count += item;
    }

    return count + docs.Count;
}

//## Steps.cs
public sealed class Steps
{
    public Enumerator GetEnumerator() => new();

    public struct Enumerator
    {
        private int _step;

        public int Current => _step;

        public bool MoveNext()
        {
            {|MLP3001:File.AppendAllText("steps.txt", "x")|};
            return ++_step < 3;
        }
    }
}
