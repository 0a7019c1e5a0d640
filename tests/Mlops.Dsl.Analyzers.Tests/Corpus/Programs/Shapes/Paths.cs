//# clean: the temporary path is in a tuple
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var place = (Path: Path.Combine(context.TemporaryDirectory, "a"), Size: 1);
    File.WriteAllText(place.Path, "x");
    return docs.Count;
}

//# clean: the temporary path is in a record
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var place = new Place(context.TemporaryDirectory);
    File.WriteAllText(place.Folder + "/a", "x");
    return docs.Count;
}

//## Place.cs
public sealed record Place(string Folder);

//# clean: the temporary path comes out of an out parameter
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Locate(context, out var path);
    File.WriteAllText(path, "x");
    return docs.Count;
}

private static void Locate(StageContext context, out string path) => path = Path.Join(context.TemporaryDirectory, "a");

//# clean: a closure captures the temporary path
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var folder = context.TemporaryDirectory;
    Action<string> save = name => File.WriteAllText(Path.Combine(folder, name), "x");
    save("a");
    return docs.Count;
}

//# clean: an extension method of the context makes the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    File.WriteAllText(context.Scratch("a"), "x");
    return docs.Count;
}

//## Extensions.cs
public static class Extensions
{
    public static string Scratch(this StageContext context, string name) => $"{context.TemporaryDirectory}/{name}";
}

//# clean: a base class keeps the folder
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    new Writer(context.TemporaryDirectory).Save();
    return docs.Count;
}

//## Writer.cs
public abstract class InFolder(string folder)
{
    protected string Folder { get; } = folder;
}

public sealed class Writer(string folder) : InFolder(folder)
{
    public void Save() => File.WriteAllText(Path.Combine(Folder, "a"), "x");
}

//# clean: a subfolder of the temporary one
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var sub = Directory.CreateDirectory(Path.Combine(context.TemporaryDirectory, "sub"));
    File.WriteAllText(Path.Combine(sub.FullName, "a"), "x");
    return docs.Count;
}

//# clean: a generic helper passes the path through
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    File.WriteAllText(Same(Path.Combine(context.TemporaryDirectory, "a")), "x");
    return docs.Count;
}

private static T Same<T>(T value) => value;

//# clean: paths in a list
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var paths = docs.Select(doc => Path.Combine(context.TemporaryDirectory, doc.Path)).ToList();
    paths.ForEach(path => File.WriteAllText(path, "x"));
    return docs.Count;
}

//# clean: one of two temporary paths
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var path = docs.Count > 1 ? Path.Combine(context.TemporaryDirectory, "many") : Path.Combine(context.TemporaryDirectory, "one");
    File.WriteAllText(path, "x");
    return docs.Count;
}

//# clean: an async helper writes into the temporary folder
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, StageContext context, CancellationToken cancellation)
{
    await SaveAsync(Path.Combine(context.TemporaryDirectory, "a"), cancellation);
    return docs.Count;
}

private static Task SaveAsync(string path, CancellationToken cancellation) => File.WriteAllTextAsync(path, "x", cancellation);

//# clean: a local function writes into the temporary folder
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Save("a");
    return docs.Count;

    void Save(string name) => File.WriteAllText(Path.Combine(context.TemporaryDirectory, name), "x");
}

//# clean: artifacts' locations in a list
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var locations = docs.Select(doc => doc.Location).ToList();
    var size = locations.Sum(location => File.ReadAllBytes(location).Length);
    return docs.Count;
}

//# clean: an artifact's location in a record
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var entry = new Entry(docs[0].Location, 1);
    var text = File.ReadAllText(entry.Where);
    return docs.Count;
}

//## Entry.cs
public sealed record Entry(string Where, int Number);

//# clean: an artifact's location through a pattern
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var text = docs[0] is { Location: var location } ? File.ReadAllText(location) : "";
    return docs.Count;
}

//# clean: a helper reads what it is given
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Sum(doc => Reader.Lines(doc.Location));

//## Reader.cs
public static class Reader
{
    public static int Lines(string path)
    {
        using var reader = new StreamReader(path);
        var lines = 0;
        while (reader.ReadLine() is not null)
        {
            lines++;
        }

        return lines;
    }
}

//# fault: one of two paths is not temporary
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var path = docs.Count > 1 ? Path.Combine(context.TemporaryDirectory, "many") : "one.txt";
    {|MLP3001:File.WriteAllText(path, "x")|};
    return docs.Count;
}

//# fault: the machine's temporary folder is not the stage's
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:File.WriteAllText(Path.Combine({|MLP4009:Path.GetTempPath()|}, "a"), "x")|};
    return docs.Count;
}

//# fault: the other element of a tuple
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var place = (Temp: context.TemporaryDirectory, Out: "out.txt");
    {|MLP3001:File.WriteAllText(place.Out, "x")|};
    return docs.Count;
}

//# fault: the variable was a temporary path once
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var path = context.TemporaryDirectory;
    context.Logger.LogInformation("{Path}", path);
    path = "out.txt";
    {|MLP3001:File.WriteAllText(path, "x")|};
    return docs.Count;
}

//# fault: the helper is right for one caller and wrong for the other
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    Save(Path.Combine(context.TemporaryDirectory, "a"));
    Save("out.txt");
    return docs.Count;
}

private static void Save(string path) => {|MLP3001:File.WriteAllText(path, "x")|};

//# fault: a field holds a path of the user's
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    new Writer().Save();
    return docs.Count;
}

//## Writer.cs
public sealed class Writer
{
    private readonly string _path = Path.Combine("output", "a.txt");

    public void Save() => {|MLP3001:File.WriteAllText(_path, "x")|};
}

//# fault: a reader of a file beside the artifact
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Sum(doc => Reader.Lines(doc.Path));

//## Reader.cs
public static class Reader
{
    public static int Lines(string path) => {|MLP3002:File.ReadLines(path)|}.Count();
}
