//# fault: the place of a file on this machine is kept as a name
//## share Docs.cs
[Stage]
public List<Recording> Catalogue(FileSet docs) => docs.Select(doc => doc.Describe()).ToList();

[Stage]
public int Count(List<Recording> catalogue) => catalogue.Count;

//## Recording.cs
public sealed record Recording(string File, long Length);

public static class Recordings
{
    public static Recording Describe(this FileArtifact file) => new({|MLP4009:file.Location|}, file.Length);
}

//# fault: a list of places
//## share Docs.cs
[Stage]
public string[] Places(FileSet docs) => [.. docs.Select(doc => {|MLP4009:doc.Location|})];

[Stage]
public int Count(string[] places) => places.Length;

//# fault: places in a table
//## share Docs.cs
[Stage]
public FileArtifact Table(FileSet docs, StageContext context)
{
    using (var writer = new StreamWriter(context.CreateFile("table.tsv")))
    {
        foreach (var doc in docs)
        {
            writer.WriteLine($"{{|MLP4009:doc.Location|}}\t{doc.Length.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    return context.GetFile("table.tsv");
}

//# clean: the path in the source is kept, and the place only opened and logged
//## share Docs.cs
[Stage]
public List<Recording> Catalogue(FileSet docs, StageContext context)
{
    var recordings = new List<Recording>();
    foreach (var doc in docs)
    {
        context.Logger.LogInformation("reading {Place}", doc.Location);
        using var reader = new Reader(doc.Location);
        recordings.Add(new Recording(doc.Path, Path.GetFileName(doc.Location), reader.Length));
    }

    return recordings;
}

[Stage]
public int Count(List<Recording> catalogue) => catalogue.Count;

//## Recording.cs
public sealed record Recording(string File, string Name, long Length);

public sealed class Reader(string path) : IDisposable
{
    private readonly FileStream _file = File.OpenRead(path);

    public long Length => _file.Length;

    public void Dispose() => _file.Dispose();
}

//# fault: places in a list of tuples
//## share Docs.cs
[Stage]
public List<(string Place, long Length)> Files(FileSet docs) => docs.Select(doc => ({|MLP4009:doc.Location|}, doc.Length)).ToList();

[Stage]
public int Count(List<(string Place, long Length)> files) => files.Count;

//# clean: lines of files that are opened by their places
//## share Docs.cs
[Stage]
public List<(string File, int Lines)> Lines(FileSet docs) => docs.Select(doc => (doc.Path, File.ReadLines(doc.Location).Count())).ToList();

[Stage]
public int Count(List<(string File, int Lines)> lines) => lines.Count;
