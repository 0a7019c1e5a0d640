//# fault: a pattern
[Stage]
public Guid Make() => {|MLP4002:Guid.NewGuid()|} is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# fault: an out parameter
[Stage]
public Guid Make()
{
    Fill(out var made);
    return made;
}

private static void Fill(out Guid made) => made = {|MLP4002:Guid.NewGuid()|};

//# fault: an async stream
[Stage]
public async Task<Guid> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<Guid> Stream()
{
    await Task.Yield();
    yield return {|MLP4002:Guid.NewGuid()|};
}

//# fault: an override of a base class
[Stage]
public Guid Make()
{
    Maker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public abstract class Maker { public abstract Guid Make(); }

public sealed class OwnMaker : Maker { public override Guid Make() => {|MLP4002:Guid.NewGuid()|}; }

//# fault: an implementation of an interface
[Stage]
public Guid Make()
{
    IMaker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public interface IMaker { Guid Make(); }

public sealed class OwnMaker : IMaker { public Guid Make() => {|MLP4002:Guid.NewGuid()|}; }

//# fault: an extension method
[Stage]
public Guid Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static Guid Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4002:Guid.NewGuid()|};
}

//# fault: another part of the class
[Stage]
public Guid Make() => Own();

//## Part.cs
public sealed partial class TestPipeline
{
    private Guid Own() => {|MLP4002:Guid.NewGuid()|};
}

//# fault: a property
[Stage]
public Guid Make() => Made;

private Guid Made => {|MLP4002:Guid.NewGuid()|};

//# fault: the constructor of a helper
[Stage]
public Guid Make() => new Holder().Value;

//## Holder.cs
public sealed class Holder
{
    public Holder() => Value = {|MLP4002:Guid.NewGuid()|};

    public Guid Value { get; }
}

//# clean: the name of a temporary file
[Stage]
public int Fit(StageContext context)
{
    using var file = context.CreateFile(Guid.NewGuid() + ".tmp");
    return file.CanWrite ? 1 : 0;
}

//# clean: an identifier in a log
[Stage]
public int Fit(StageContext context)
{
    var attempt = Guid.NewGuid();
    Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(context.Logger, "attempt {Attempt}", attempt);
    return 1;
}

//# clean: an identifier of the content
[Stage]
public Guid Make() => new(System.Security.Cryptography.MD5.HashData("row"u8));

//# fault: an identifier for each row
//## share Docs.cs
[Stage]
public IReadOnlyList<Guid> Ids(FileSet docs) => [.. docs.Select(_ => {|MLP4002:Guid.NewGuid()|})];

//# fault: the identifier of a record
//## share Docs.cs
[Stage]
public Summary Make(FileSet docs) => new({|MLP4002:Guid.NewGuid()|}, docs.Count);

//## Summary.cs
public sealed record Summary(Guid Id, int Count);

//# fault: a version 7 identifier
//## share Docs.cs
[Stage]
public Guid Id(FileSet docs) => docs.Count == 0 ? Guid.Empty : {|MLP4002:Guid.CreateVersion7()|};

//# fault: a helper makes it
//## share Docs.cs
[Stage]
public string Id(FileSet docs) => Names.New("docs") + docs.Count.ToString(CultureInfo.InvariantCulture);

//## Names.cs
public static class Names
{
    public static string New(string prefix) => prefix + {|MLP4002:Guid.NewGuid()|}.ToString("N");
}

//# fault: a random file name becomes an artifact's path
//## share Docs.cs
[Stage]
public FileArtifact Write(FileSet docs, StageContext context)
{
    var name = {|MLP4002:Guid.NewGuid()|} + ".txt";
    using (var stream = context.CreateFile(name))
    {
        stream.WriteByte((byte)docs.Count);
    }

    return context.GetFile(name);
}

//# fault: a tuple's element
//## share Docs.cs
[Stage]
public (int Size, string Key) Describe(FileSet docs) => (docs.Count, {|MLP4002:Guid.NewGuid()|}.ToString());

//# clean: a scratch file
//## share Docs.cs
[Stage]
public long Size(FileSet docs, StageContext context)
{
    using var stream = context.CreateFile(Guid.NewGuid() + ".tmp");
    foreach (var doc in docs)
    {
        using var source = doc.OpenRead();
        source.CopyTo(stream);
    }

    return stream.Length;
}

//# clean: a correlation identifier for the log
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    context.Logger.LogInformation("request {Id}", Guid.NewGuid());
    return docs.Count;
}

//# clean: an identifier from the input
//## share Docs.cs
[Stage]
public Guid Id(FileSet docs) => new(docs[0].ReadAllBytes().AsSpan(0, 16));

//# clean: parsed and empty identifiers
//## share Docs.cs
[Stage]
public IReadOnlyList<Guid> Ids(FileSet docs) => [Guid.Empty, .. docs[0].ReadLines().Select(Guid.Parse)];

//# fault: keys of rows in an iterator
//## share Docs.cs
[Stage]
public string[] Keys(FileSet docs) => [.. Make(docs)];

[Stage]
public int Count(string[] keys) => keys.Length;

private static IEnumerable<string> Make(FileSet docs)
{
    foreach (var doc in docs)
    {
        yield return doc.Path + {|MLP4002:Guid.CreateVersion7()|};
    }
}

//# clean: the name of a temporary file, through an interpolation
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var path = Path.Combine(context.TemporaryDirectory, $"{Guid.NewGuid():N}.txt");
    File.WriteAllText(path, "x");
    return docs.Count;
}

//# clean: the name of a temporary file, in a local
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    var name = Guid.NewGuid().ToString("N") + ".txt";
    var path = Path.Combine(context.TemporaryDirectory, name);
    File.WriteAllText(path, "x");
    return docs.Count;
}

//# fault: keys of orders by a version 7 identifier, in a collection expression
//## share Docs.cs
[Stage]
public List<Order> Orders(FileSet docs) => [.. from doc in docs from line in doc.ReadLines() select new Order({|MLP4002:Guid.CreateVersion7()|}, line)];

public sealed record Order(Guid Id, string Text);

//# fault: a default of an init property
//## share Docs.cs
[Stage]
public List<Event> Events(FileSet docs) => docs.Select(doc => new Event { Text = doc.Path }).ToList();

//## Event.cs
public sealed record Event
{
    public string Id { get; init; } = {|MLP4002:Guid.NewGuid()|}.ToString("N");

    public required string Text { get; init; }
}

//# fault: a temporary name ends in the result
//## share Docs.cs
[Stage]
public List<string> Names(FileSet docs) => docs.Select(_ => Path.ChangeExtension({|MLP4002:Path.GetRandomFileName()|}, ".txt")).ToList();

//# clean: an identifier derived from content
//## share Docs.cs
[Stage]
public List<Guid> Ids(FileSet docs) => docs.Select(doc => new Guid(System.Security.Cryptography.SHA256.HashData(doc.ReadAllBytes()).AsSpan(0, 16))).ToList();

//# clean: a temporary name for a scratch file
//## share Docs.cs
[Stage]
public int Scratch(FileSet docs, StageContext context)
{
    var scratch = Path.Combine(context.TemporaryDirectory, Path.GetRandomFileName());
    File.WriteAllBytes(scratch, docs[0].ReadAllBytes());
    return File.ReadLines(scratch).Count();
}

//# clean: correlation ids in logs and scopes, a run id as a tag of an activity
//## share Docs.cs
private static readonly System.Diagnostics.ActivitySource Source = new("test");

[Stage]
public int Count(FileSet docs, StageContext context)
{
    var correlation = Guid.NewGuid();
    using var scope = context.Logger.BeginScope("{Correlation}", correlation);
    using var activity = Source.StartActivity("count");
    activity?.SetTag("correlation", correlation);
    return docs.Count;
}

//# fault: identifiers in a struct's constructor, by target-typed new
//## share Docs.cs
[Stage]
public List<Key> Keys(FileSet docs) => docs.Select(doc => new Key(doc.Path)).ToList();

public readonly record struct Key
{
    public Key(string text) => (Id, Text) = ({|MLP4002:Guid.NewGuid()|}, text);

    public Guid Id { get; init; }

    public string Text { get; init; }
}
