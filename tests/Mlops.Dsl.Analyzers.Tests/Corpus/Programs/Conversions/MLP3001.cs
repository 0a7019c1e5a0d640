//# fault: an implicit conversion opens a file
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Report report = "out/report.txt";
    report.Add("x");
    return docs.Count;
}

//## Report.cs
public sealed class Report(StreamWriter writer)
{
    public void Add(string line) => writer.WriteLine(line);

    public static implicit operator Report(string path) => {|MLP3001:new(new StreamWriter(path))|};
}

//# fault: a constructor that takes the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var report = new Report("out/report.txt");
    report.Add("x");
    return docs.Count;
}

//## Report.cs
public sealed class Report
{
    private readonly StreamWriter _writer;

    public Report(string path)
    {
        _writer = {|MLP3001:new StreamWriter(path)|};
    }

    public void Add(string line) => _writer.WriteLine(line);
}

//# fault: a primary constructor that takes the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var report = new Report("out/report.txt");
    report.Add("x");
    return docs.Count;
}

//## Report.cs
public sealed class Report(string path)
{
    public void Add(string line) => {|MLP3001:File.AppendAllText(path, line)|};
}

//# fault: a file handle
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var handle = {|MLP3001:File.OpenHandle("codes.bin", FileMode.Create, FileAccess.Write)|};
    RandomAccess.Write(handle, new byte[16], 0);
    return docs.Count;
}

//# fault: options of a file stream
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var stream = {|MLP3001:new FileStream("out/x.bin", new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write })|};
    stream.WriteByte(1);
    return docs.Count;
}

//# fault: a local function makes the options
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var options = Options();
    using var stream = {|MLP3001:new FileStream("out/x.bin", options)|};
    stream.WriteByte(1);
    return docs.Count;

    static FileStreamOptions Options() => new() { Mode = FileMode.Create, Access = FileAccess.Write };
}

//# fault: a field holds the options
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var stream = {|MLP3001:File.Open("out/x.bin", Opened.Write)|};
    stream.WriteByte(1);
    return docs.Count;
}

//## Opened.cs
public static class Opened
{
    public static readonly FileStreamOptions Write = new() { Mode = FileMode.Create, Access = FileAccess.Write };
}

//# fault: a writer with options
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var writer = {|MLP3001:new StreamWriter("out/x.txt", System.Text.Encoding.UTF8, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write })|};
    writer.WriteLine("x");
    return docs.Count;
}

//## Usings.cs
global using System.Text;

//# fault: a mapped file is created
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var map = {|MLP3001:MemoryMappedFile.CreateFromFile("out/x.bin", FileMode.CreateNew, null, 1024)|};
    using var view = map.CreateViewAccessor();
    view.Write(0, 3);
    return docs.Count;
}

//## Usings.cs
global using System.IO.MemoryMappedFiles;

//# fault: an archive is unpacked
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    {|MLP3001:ZipFile.ExtractToDirectory(docs[0].Location, "unpacked")|};
    return docs.Count;
}

//## Usings.cs
global using System.IO.Compression;

//# clean: a conversion opens a file in the folder of the run
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Report report = Path.Combine(context.TemporaryDirectory, "report.txt");
    report.Add("x");
    return docs.Count;
}

//## Report.cs
public sealed class Report(StreamWriter writer)
{
    public void Add(string line) => writer.WriteLine(line);

    public static implicit operator Report(string path) => new(new StreamWriter(path));
}

//# clean: a constructor takes a path in the folder of the run
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var report = new Report(Path.Combine(context.TemporaryDirectory, "report.txt"));
    report.Add("x");
    return docs.Count;
}

//## Report.cs
public sealed class Report
{
    private readonly StreamWriter _writer;

    public Report(string path)
    {
        _writer = new StreamWriter(path);
    }

    public void Add(string line) => _writer.WriteLine(line);
}

//# clean: options for a file in the folder of the run
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var stream = new FileStream(Path.Combine(context.TemporaryDirectory, "x.bin"), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write });
    stream.WriteByte(1);
    return docs.Count;
}

//# clean: an archive in the folder of the run
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    ZipFile.CreateFromDirectory(context.TemporaryDirectory, Path.Combine(context.TemporaryDirectory, "all.zip"));
    return docs.Count;
}

//## Usings.cs
global using System.IO.Compression;

//# clean: a map of memory
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    using var map = MemoryMappedFile.CreateNew(null, 1024);
    return docs.Count;
}

//## Usings.cs
global using System.IO.MemoryMappedFiles;
