//# fault: a static abstract member writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Write<TextSink>(docs.Count);
    return docs.Count;
}

private static void Write<T>(int count)
    where T : ISink => T.Write(count);

//## Sinks.cs
public interface ISink
{
    static abstract void Write(int count);
}

public sealed class TextSink : ISink
{
    public static void Write(int count) => {|MLP3001:File.AppendAllText("log.txt", $"{count}\n")|};
}

//# fault: a default member of an interface writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    ISink sink = new NullSink();
    sink.Write(docs.Count);
    return docs.Count;
}

//## Sinks.cs
public interface ISink
{
    void Write(int count) => {|MLP3001:File.WriteAllText("count.txt", $"{count}")|};
}

public sealed class NullSink : ISink;

//# fault: a primary constructor's parameter is the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    new Sink("out").Write(docs.Count);
    return docs.Count;
}

//## Sink.cs
public sealed class Sink(string folder)
{
    private readonly string _file = Path.Combine(folder, "count.txt");

    public void Write(int count) => {|MLP3001:File.WriteAllText(_file, $"{count}")|};
}

//# fault: the disposal writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var journal = new Journal();
    journal.Add(docs.Count);
    return docs.Count;
}

//## Journal.cs
public sealed class Journal : IDisposable
{
    private readonly List<int> _counts = [];

    public void Add(int count) => _counts.Add(count);

    public void Dispose() => {|MLP3001:File.WriteAllLines("journal.txt", _counts.Select(count => $"{count}"))|};
}

//# fault: a base class that writes, a generic one
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    new CountWriter().Save(docs.Count);
    return docs.Count;
}

//## Writers.cs
public abstract class Writer<T>
{
    protected abstract string Name { get; }

    public void Save(T value)
    {
        using var writer = {|MLP3001:new StreamWriter(Name + ".txt")|};
        writer.Write(value);
    }
}

public sealed class CountWriter : Writer<int>
{
    protected override string Name => "count";
}

//# fault: an async stream writes as it goes
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs)
{
    var sum = 0;
    await foreach (var length in Lengths(docs))
    {
        sum += length;
    }

    return sum;
}

private static async IAsyncEnumerable<int> Lengths(FileSet docs)
{
    foreach (var doc in docs)
    {
        var text = doc.ReadAllText();
        await {|MLP3001:File.WriteAllTextAsync(doc.Path + ".bak", text)|};
        yield return text.Length;
    }
}

//# fault: an event handler writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var counter = new Counter();
    counter.Done += (_, _) => {|MLP3001:File.WriteAllText("done", "yes")|};
    return counter.Run(docs.Count);
}

//## Counter.cs
public sealed class Counter
{
    public event EventHandler? Done;

    public int Run(int count)
    {
        Done?.Invoke(this, EventArgs.Empty);
        return count;
    }
}

//# fault: a comparer writes, called by a sort
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Order(new Chatty()).Count();

//## Chatty.cs
public sealed class Chatty : IComparer<FileArtifact>
{
    public int Compare(FileArtifact? x, FileArtifact? y)
    {
        {|MLP3001:File.AppendAllText("compared.txt", ".")|};
        return (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
    }
}

//# fault: parallel loop, one file each
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Parallel.ForEach(docs, (doc, _) => {|MLP3001:File.WriteAllBytes(Path.GetFileName(doc.Path), doc.ReadAllBytes())|});
    return docs.Count;
}

//# fault: SafeFileHandle and random access
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var handle = {|MLP3001:File.OpenHandle("weights.bin", FileMode.Create, FileAccess.Write)|};
    RandomAccess.Write(handle, new byte[] { 1, 2 }, 0);
    return docs.Count;
}

//# fault: options say that it is written
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
    using var stream = {|MLP3001:new FileStream("weights.bin", options)|};
    stream.WriteByte(1);
    return docs.Count;
}

//# fault: StreamWriter with options
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var writer = {|MLP3001:new StreamWriter("a.csv", new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write })|};
    writer.WriteLine("a,b");
    return docs.Count;
}

//# fault: the temporary folder of the machine is not the stage's
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var path = Path.Combine({|MLP4009:Path.GetTempPath()|}, "model.bin");
    {|MLP3001:File.WriteAllBytes(path, [1, 2, 3])|};
    return docs.Count;
}

//# fault: the path escapes from the temporary folder by a choice
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var folder = docs.Count > 3 ? context.TemporaryDirectory : "out";
    {|MLP3001:File.WriteAllText(Path.Combine(folder, "a.txt"), "x")|};
    return docs.Count;
}

//# fault: a switch expression and a tuple lead to the path
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var (path, text) = docs.Count switch
    {
        0 => ("none.txt", ""),
        var n => ($"some-{n}.txt", "x"),
    };
    {|MLP3001:File.WriteAllText(path, text)|};
    return docs.Count;
}

//# fault: an image is saved by its bytes in a helper behind a delegate parameter
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Each(docs, doc => {|MLP3001:File.WriteAllBytes("thumb-" + doc.Path, Shrink(doc.ReadAllBytes()))|});
    return docs.Count;
}

private static void Each(FileSet docs, Action<FileArtifact> action)
{
    foreach (var doc in docs)
    {
        action(doc);
    }
}

private static byte[] Shrink(byte[] pixels) => pixels[..(pixels.Length / 2)];

//# fault: a constructor of a struct writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => new Stamp(docs.Count).Count;

//## Stamp.cs
public readonly struct Stamp
{
    public Stamp(int count)
    {
        Count = count;
        {|MLP3001:File.WriteAllText("stamp", "x")|};
    }

    public int Count { get; }
}

//# fault: a setter writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var state = new State { Count = docs.Count };
    return state.Count;
}

//## State.cs
public sealed class State
{
    public int Count
    {
        get;
        set
        {
            field = value;
            {|MLP3001:File.WriteAllText("state.txt", "x")|};
        }
    }
}

//# fault: an indexer writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var store = new Store();
    store["count"] = "3";
    return docs.Count;
}

//## Store.cs
public sealed class Store
{
    public string this[string key]
    {
        set => {|MLP3001:File.WriteAllText(key + ".txt", value)|};
    }
}

//# fault: an implicit conversion writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Saved saved = docs.Count;
    return saved.Count;
}

//## Saved.cs
public sealed record Saved(int Count)
{
    public static implicit operator Saved(int count)
    {
        {|MLP3001:File.WriteAllText("saved.txt", "x")|};
        return new(count);
    }
}

//# fault: an interpolated string handler writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Journal.Note($"files: {docs.Count}");
    return docs.Count;
}

//## Journal.cs
[System.Runtime.CompilerServices.InterpolatedStringHandler]
public ref struct NoteHandler(int literalLength, int formattedCount)
{
    private readonly System.Text.StringBuilder _text = new(literalLength + formattedCount);

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted<T>(T value) => {|MLP3001:File.AppendAllText("notes.txt", $"{value}")|};

    public override string ToString() => _text.ToString();
}

public static class Journal
{
    public static void Note(NoteHandler note) => _ = note.ToString();
}

//# fault: a collection expression's builder writes
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Bag bag = [1, 2, docs.Count];
    return bag.Count();
}

//## Bag.cs
[System.Runtime.CompilerServices.CollectionBuilder(typeof(BagBuilder), "Create")]
public sealed class Bag(int[] items) : IEnumerable<int>
{
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)items).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class BagBuilder
{
    public static Bag Create(ReadOnlySpan<int> items)
    {
        {|MLP3001:File.WriteAllText("bag.txt", "x")|};
        return new(items.ToArray());
    }
}
