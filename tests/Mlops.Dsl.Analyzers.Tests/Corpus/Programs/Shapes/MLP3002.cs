//# fault: deconstructed by a method of the user's own
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var (folder, name) = new Place();
    return docs.Count + {|MLP3002:File.ReadAllText(Path.Combine(folder, name))|}.Length;
}

//## Place.cs
public sealed class Place
{
    public void Deconstruct(out string folder, out string name) => (folder, name) = ("data", "a.txt");
}

//# fault: a positional pattern names the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    object place = new Place("data.txt", 3);
    return place is Place(var path, > 1) ? {|MLP3002:File.ReadAllText(path)|}.Length : docs.Count;
}

//## Place.cs
public sealed record Place(string Path, int Size);

//# fault: a setter keeps the path in another field
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var reader = new Reader { Name = "a.txt" };
    return docs.Count + reader.Read();
}

//## Reader.cs
public sealed class Reader
{
    private string _path = "";

    public string Name
    {
        get => _path;
        set => _path = Path.Combine("data", value);
    }

    public int Read() => {|MLP3002:File.ReadAllText(_path)|}.Length;
}

//# clean: an artifact's location goes through a custom delegate and a deconstruction
//## share Docs.cs
private delegate string Locate(FileArtifact file);

[Stage]
public int Count(FileSet docs)
{
    Locate locate = file => file.Location;
    var sum = 0;
    foreach (var (path, _) in docs.Select(doc => new Entry(locate(doc), 1)))
    {
        sum += File.ReadAllText(path).Length;
    }

    return sum;
}

//## Entry.cs
public sealed record Entry(string Place, int Weight);

//# clean: the temporary path in an indexer
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var scratch = new Scratch(context.TemporaryDirectory);
    File.WriteAllText(scratch["a"], "x");
    return File.ReadAllText(scratch["a"]).Length + docs.Count;
}

//## Scratch.cs
public sealed class Scratch(string folder)
{
    public string this[string name] => Path.Combine(folder, name + ".txt");
}
