//# fault: a stop word list read by a lazily set field
//## share Docs.cs
[Stage]
public int Words(FileSet docs) => docs.Sum(doc => doc.ReadAllText().Split(' ').Count(word => !Vocabulary.StopWords.Contains(word)));

//## Vocabulary.cs
public static class Vocabulary
{
    private static HashSet<string>? _stopWords;

    public static HashSet<string> StopWords => _stopWords ??= Load();

    private static HashSet<string> Load()
    {
        using var reader = {|MLP3002:File.OpenText("stopwords.txt")|};
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            words.Add(line);
        }

        return words;
    }
}

//# fault: TryLoad with an out parameter and a pattern
//## share Docs.cs
[Stage]
public int Weigh(FileSet docs) => Lexicon.TryLoad("lexicon.tsv", out var lexicon) && lexicon is { Count: > 10 } ? lexicon.Count : docs.Count;

//## Lexicon.cs
public static class Lexicon
{
    public static bool TryLoad(string path, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Dictionary<string, int>? lexicon)
    {
        try
        {
            lexicon = {|MLP3002:File.ReadLines(path)|}
                .Select(line => line.Split('\t'))
                .ToDictionary(cells => cells[0], cells => int.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
            return true;
        }
        catch (IOException)
        {
            lexicon = null;
            return false;
        }
    }
}

//# fault: configuration from a JSON file in an options class
//## share Docs.cs
[Stage]
public int Train(FileSet docs)
{
    var options = TrainerOptions.FromFile("trainer.json");
    return options.Epochs * docs.Count;
}

//## TrainerOptions.cs
public sealed record TrainerOptions(int Epochs, double Rate)
{
    public static TrainerOptions FromFile(string path)
    {
        using var stream = {|MLP3002:new FileStream(path, FileMode.Open)|};
        return System.Text.Json.JsonSerializer.Deserialize<TrainerOptions>(stream) ?? new(10, 0.1);
    }
}

//# fault: images beside the table
//## share Docs.cs
[Stage]
public long Pixels(FileSet docs)
{
    var total = 0L;
    foreach (var line in docs[0].ReadLines().Skip(1))
    {
        if (line.Split(',') is [var file, _, ..])
        {
            using var image = {|MLP3002:File.OpenRead(Path.Combine("images", file))|};
            total += image.Length;
        }
    }

    return total;
}

//# fault: the newest file of a folder, in query syntax
//## share Docs.cs
[Stage]
public string Newest(FileSet docs)
{
    var newest = (from file in {|MLP3002:new DirectoryInfo("incoming").EnumerateFiles("*.csv")|}
                  orderby file.Length descending, file.FullName.Length
                  select file.Name).FirstOrDefault();
    return newest ?? docs[0].Path;
}

//# clean: an artifact is read line by line through a reader and a pattern
//## share Docs.cs
[Stage]
public List<string> Titles(FileSet docs)
{
    var titles = new List<string>();
    foreach (var doc in docs)
    {
        using var reader = doc is { Length: > 0, Location: var path } ? new StreamReader(path) : StreamReader.Null;
        if (reader.ReadLine() is ['#', ' ', .. var title])
        {
            titles.Add(title);
        }
    }

    return titles;
}

//# clean: a source of the user's own downloads, unpacks and reads
[Source(Version = nameof(Release))]
public async Task<List<string>> Download([FromServices] HttpClient client, StageContext context, CancellationToken token)
{
    var file = Path.Combine(context.TemporaryDirectory, "data.zip");
    await using (var target = File.Create(file))
    await using (var body = await client.GetStreamAsync("https://data.example.org/2026.zip", token))
    {
        await body.CopyToAsync(target, token);
    }

    System.IO.Compression.ZipFile.ExtractToDirectory(file, context.TemporaryDirectory);
    return [.. File.ReadLines(Path.Combine(context.TemporaryDirectory, "data.csv"))];
}

private string Release => "2026";

[Stage]
public int Count(List<string> download) => download.Count;

//# clean: embedded JSON and a parsed literal
//## share Docs.cs
[Stage]
public int Limit(FileSet docs)
{
    using var document = System.Text.Json.JsonDocument.Parse("""{ "limit": 7 }""");
    using var stream = typeof(TestPipeline).Assembly.GetManifestResourceStream("labels.txt");
    using var reader = stream is null ? TextReader.Null : new StreamReader(stream);
    return document.RootElement.GetProperty("limit").GetInt32() + reader.ReadToEnd().Length + docs.Count;
}

//# fault: a static abstract table of paths, a generic reader
//## share Docs.cs
[Stage]
public int Words(FileSet docs) => Lists.Load<StopWords>().Length + docs.Count;

//## Lists.cs
public interface IWordList
{
    static abstract string Path { get; }
}

public readonly struct StopWords : IWordList
{
    public static string Path => "stop.txt";
}

public static class Lists
{
    public static string[] Load<T>()
        where T : IWordList => {|MLP3002:File.ReadAllLines(T.Path)|};
}

//# fault: an interpolated handler of the user's own reads a template
//## share Docs.cs
[Stage]
public string Render(FileSet docs) => Template.Of("card.html").Fill(docs.Count);

//## Template.cs
public sealed class Template
{
    private readonly Lazy<string> _text;

    private Template(string path) => _text = new Lazy<string>(() => {|MLP3002:File.ReadAllText(path)|});

    public static Template Of(string path) => new(path);

    public string Fill(int count) => _text.Value.Replace("{n}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

//# clean: an image decoder with spans, pools and unsafe code, no file but the artifacts
//## share Docs.cs
[Stage]
public unsafe long Pixels(FileSet docs)
{
    long sum = 0;
    foreach (var doc in docs)
    {
        using var stream = doc.OpenRead();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
            {
                fixed (byte* start = buffer)
                {
                    for (var i = 0; i < read; i++)
                    {
                        sum += start[i];
                    }
                }
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    return sum;
}

//# fault: a state machine whose transitions are methods in a dictionary
//## share Docs.cs
[Stage]
public int Run(FileSet docs) => new Machine().Run(docs.Count);

//## Machine.cs
public sealed class Machine
{
    private readonly Dictionary<string, Func<int, string>> _steps;

    public Machine() => _steps = new(StringComparer.Ordinal) { { "start", Start }, { "load", Load } };

    public int Run(int count)
    {
        var state = "start";
        while (_steps.TryGetValue(state, out var step))
        {
            state = step(count);
        }

        return count;
    }

    private static string Start(int count) => count > 0 ? "load" : "end";

    private static string Load(int count) => {|MLP3002:File.Exists("state.txt")|} ? "end" : "stop";
}
