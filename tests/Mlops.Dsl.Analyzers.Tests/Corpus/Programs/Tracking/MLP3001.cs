//# fault: a text is written beside the program
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:File.WriteAllText("count.txt", docs[0].Path)|};
    return docs.Count;
}

//# fault: a helper writes it
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Save(docs.Count);
    return docs.Count;
}

private static void Save(int count) => {|MLP3001:File.WriteAllLines("count.txt", [count.ToString(CultureInfo.InvariantCulture)])|};

//# fault: three calls deep, in other classes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    new Reporter().Report(docs.Count);
    return docs.Count;
}

//## Reporter.cs
public sealed class Reporter
{
    private readonly Sink _sink = new();

    public void Report(int count) => _sink.Put(count);
}

public sealed class Sink
{
    public void Put(int count) => Store(new byte[count]);

    private static void Store(byte[] bytes) => {|MLP3001:File.WriteAllBytes("report.bin", bytes)|};
}

//# fault: a stream writer
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var writer = {|MLP3001:new StreamWriter("count.txt")|};
    writer.Write(docs.Count);
    return docs.Count;
}

//# fault: a file stream for writing
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var stream = {|MLP3001:new FileStream("count.bin", FileMode.Create)|};
    stream.WriteByte((byte)docs.Count);
    return docs.Count;
}

//# fault: appended, asynchronously
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken cancellation)
{
    await {|MLP3001:File.AppendAllTextAsync("log.txt", docs[0].Path, cancellation)|};
    return docs.Count;
}

//# fault: inside a lambda for each file
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    docs.ToList().ForEach(doc => {|MLP3001:File.WriteAllText(doc.Path + ".txt", "seen")|});
    return docs.Count;
}

//# fault: a file is deleted
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:File.Delete("count.txt")|};
    return docs.Count;
}

//# fault: a local function of a local function
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Outer();
    return docs.Count;

    void Outer()
    {
        Inner();

        void Inner() => {|MLP3001:File.Create("count.txt")|}.Dispose();
    }
}

//# fault: copied out of the store
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:File.Copy(docs[0].Location, "copy.xml")|};
    return docs.Count;
}

//# fault: a folder is made
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:Directory.CreateDirectory("output")|};
    return docs.Count;
}

//# fault: by file information
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var file = new FileInfo("count.txt");
    using var stream = {|MLP3001:file.OpenWrite()|};
    stream.WriteByte(1);
    return docs.Count;
}

//# fault: an override in a derived class
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Sink sink = new FileSink();
    sink.Put(docs.Count);
    return docs.Count;
}

//## Sinks.cs
public abstract class Sink
{
    public abstract void Put(int count);
}

public sealed class FileSink : Sink
{
    public override void Put(int count) => {|MLP3001:File.WriteAllText("count.txt", "x")|};
}

//# fault: an extension method of the artifact
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Dumped().Count;

//## Extensions.cs
public static class Extensions
{
    public static FileSet Dumped(this FileSet files)
    {
        foreach (var file in files)
        {
            {|MLP3001:File.WriteAllBytes(file.Path, file.ReadAllBytes())|};
        }

        return files;
    }
}

//# fault: a generic helper of a generic class
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    new Cache<int>().Put("count", docs.Count);
    return docs.Count;
}

//## Cache.cs
public sealed class Cache<T>
    where T : notnull
{
    public void Put(string key, T value) => {|MLP3001:File.WriteAllText(key, value.ToString())|};
}

//# fault: the other part of the class writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Save();
    return docs.Count;
}

//## Saving.cs
public sealed partial class TestPipeline
{
    private void Save() => {|MLP3001:File.WriteAllText("count.txt", "")|};
}

//# fault: the model is saved to a path of the user's
//## share Houses.cs
[Parameter]
public string Output { get; init; } = "model.json";

[Stage]
public PriceModel Fit(TrainSet<House> train)
{
    var model = PriceModel.Fit(train);
    {|MLP3001:File.WriteAllText(Output, System.Text.Json.JsonSerializer.Serialize(model))|};
    return model;
}

[Stage]
public double Error(PriceModel fit, TestSet<House> test) => test.Average(house => Math.Abs(fit.Predict(house) - house.Price));

//# fault: an iterator writes while it is enumerated
//## share Docs.cs
[Stage]
public IReadOnlyList<long> Sizes(FileSet docs) => [.. Each(docs)];

private static IEnumerable<long> Each(FileSet docs)
{
    foreach (var doc in docs)
    {
        {|MLP3001:File.AppendAllText("sizes.txt", doc.Path)|};
        yield return doc.Length;
    }
}

//# clean: through the context
//## share Docs.cs
[Stage]
public FileArtifact Count(FileSet docs, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("count.txt")))
    {
        writer.Write(docs.Count);
    }

    return context.GetFile("count.txt");
}

//# clean: into the temporary folder, for a library that wants a path
//## share Docs.cs
[Stage]
public FileArtifact Count(FileSet docs, StageContext context)
{
    var path = Path.Combine(context.TemporaryDirectory, "count.txt");
    File.WriteAllText(path, docs[0].Path);
    return context.GetFile("count.txt");
}

//# clean: the path of a temporary file goes through a local and a helper
//## share Docs.cs
[Stage]
public FileArtifact Count(FileSet docs, StageContext context)
{
    var folder = context.TemporaryDirectory;
    Save(Path.Combine(folder, "count.txt"), docs.Count);
    return context.GetFile("count.txt");
}

private static void Save(string path, int count) => File.WriteAllText(path, count.ToString(CultureInfo.InvariantCulture));

//# clean: in memory
//## share Docs.cs
[Stage]
public byte[] Bytes(FileSet docs)
{
    using var stream = new MemoryStream();
    using (var writer = new StreamWriter(stream, leaveOpen: true))
    {
        writer.Write(docs.Count);
    }

    return stream.ToArray();
}

//# clean: a method that no stage calls
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

public static void Export(int count) => File.WriteAllText("count.txt", count.ToString(CultureInfo.InvariantCulture));

//# clean: a class of the user's own with the framework's name
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Ledger.File.WriteAllText("count", docs.Count);
    return docs.Count;
}

//## Ledger.cs
namespace Ledger
{
    public static class File
    {
        public static void WriteAllText(string name, int value) => ArgumentOutOfRangeException.ThrowIfNegative(value, name);
    }
}

//# clean: paths are only computed
//## share Docs.cs
[Stage]
public string Name(FileSet docs) => Path.ChangeExtension(Path.GetFileName(docs[0].Path), ".txt");

//# fault: a delegate in a static field writes
//## share Docs.cs
private static readonly Action<string, string> Save = (path, text) => {|MLP3001:File.WriteAllText(path, text)|};

[Stage]
public int Count(FileSet docs)
{
    Save("count.txt", "3");
    return docs.Count;
}

//# fault: the method itself is kept in a static field
//## share Docs.cs
private static readonly Action<string, string> Save = {|MLP3001:File.WriteAllText|};

[Stage]
public int Count(FileSet docs)
{
    Save("count.txt", "3");
    return docs.Count;
}

//# fault: an extension block writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    docs.Count.Save("count.txt");
    return docs.Count;
}

//## Extensions.cs
public static class Extensions
{
    extension(int number)
    {
        public void Save(string path) => {|MLP3001:File.WriteAllText(path, number.ToString(CultureInfo.InvariantCulture))|};
    }
}

//# fault: a property of an extension block is the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:File.WriteAllText(docs.ReportPath, "3")|};
    return docs.Count;
}

//## Extensions.cs
public static class Extensions
{
    extension(FileSet files)
    {
        public string ReportPath => $"report-{files.Count}.txt";
    }
}

//# fault: a property of the pipeline names the folder
//## share Docs.cs
private string Folder => Path.Combine("out", "today");

[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:Directory.CreateDirectory(Folder)|};
    return docs.Count;
}

//# fault: checkpoints by Task.WhenAll over a lambda that writes
//## share Docs.cs
[Stage]
public async Task<int> Checkpoint(FileSet docs, CancellationToken token)
{
    await Task.WhenAll(docs.Select(async (doc, index) =>
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"part-{index}.bin");
        await {|MLP3001:File.WriteAllBytesAsync(name, doc.ReadAllBytes(), token)|};
    }));
    return docs.Count;
}

//# fault: options of a file are kept in a static property
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var stream = {|MLP3001:new FileStream("counts.bin", Options.Append)|};
    stream.WriteByte((byte)docs.Count);
    return docs.Count;
}

//## Options.cs
public static class Options
{
    public static FileStreamOptions Append { get; } = new() { Mode = FileMode.Append, Access = FileAccess.Write };
}
