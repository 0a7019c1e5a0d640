//# fault: a lambda in a local
[Source]
public string[] Make()
{
    Func<string[]> make = () => {|MLP4005:Directory.GetFiles("data")|};
    return make();
}

//# fault: a generic helper runs a lambda
[Source]
public string[] Make() => Runner.Run(() => {|MLP4005:Directory.GetFiles("data")|});

//## Runner.cs
public static class Runner { public static TResult Run<TResult>(Func<TResult> body) => body(); }

//# fault: an element of a tuple
[Source]
public string[] Make()
{
    var (made, _) = ({|MLP4005:Directory.GetFiles("data")|}, 1);
    return made;
}

//# fault: a pattern
[Source]
public string[] Make() => {|MLP4005:Directory.GetFiles("data")|} is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# fault: an out parameter
[Source]
public string[] Make()
{
    Fill(out var made);
    return made;
}

private static void Fill(out string[] made) => made = {|MLP4005:Directory.GetFiles("data")|};

//# fault: an async stream
[Source]
public async Task<string[]> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<string[]> Stream()
{
    await Task.Yield();
    yield return {|MLP4005:Directory.GetFiles("data")|};
}

//# fault: an override of a base class
[Source]
public string[] Make()
{
    Maker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public abstract class Maker { public abstract string[] Make(); }

public sealed class OwnMaker : Maker { public override string[] Make() => {|MLP4005:Directory.GetFiles("data")|}; }

//# fault: an implementation of an interface
[Source]
public string[] Make()
{
    IMaker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public interface IMaker { string[] Make(); }

public sealed class OwnMaker : IMaker { public string[] Make() => {|MLP4005:Directory.GetFiles("data")|}; }

//# fault: an extension method
[Source]
public string[] Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static string[] Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4005:Directory.GetFiles("data")|};
}

//# clean: sorted at once
[Source]
public string[] Make() => [.. Directory.EnumerateFiles("data", "*.csv").Order(StringComparer.Ordinal)];

//# clean: sorted later
[Source]
public string[] Make()
{
    var files = Directory.GetFiles("data");
    Array.Sort(files, StringComparer.Ordinal);
    return files;
}

//# clean: only counted
[Source]
public int Make() => Directory.GetFiles("data").Length;

//# fault: files in the order in which the disk has them
//## share Docs.cs
[Stage]
public IReadOnlyList<string> Names(FileSet docs, StageContext context)
{
    Unpack(docs, context.TemporaryDirectory);
    return [.. {|MLP4005:Directory.GetFiles(context.TemporaryDirectory)|}.Select(file => Path.GetFileName(file))];
}

private static void Unpack(FileSet docs, string folder) => System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, folder);

//# fault: an enumeration that a loop reads
//## share Docs.cs
[Stage]
public string Joined(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var text = new System.Text.StringBuilder();
    foreach (var file in {|MLP4005:Directory.EnumerateFiles(context.TemporaryDirectory, "*.txt")|})
    {
        text.Append(Path.GetFileName(file));
    }

    return text.ToString();
}

//# fault: the first of a folder's folders
//## share Docs.cs
[Stage]
public string First(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    return Path.GetFileName({|MLP4005:Directory.GetDirectories(context.TemporaryDirectory)|}.First());
}

//# fault: by directory information
//## share Docs.cs
[Stage]
public List<string> Names(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    return {|MLP4005:new DirectoryInfo(context.TemporaryDirectory).GetFiles()|}.Select(file => file.Name).ToList();
}

//# clean: sorted at once
//## share Docs.cs
[Stage]
public IReadOnlyList<string> Names(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    return [.. Directory.GetFiles(context.TemporaryDirectory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}

//# clean: sorted in place, a line later
//## share Docs.cs
[Stage]
public int Lines(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var files = Directory.GetFiles(context.TemporaryDirectory);
    Array.Sort(files, StringComparer.Ordinal);
    return Path.GetFileName(files[0]).Length;
}

//# clean: only counted
//## share Docs.cs
[Stage]
public int Files(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    return Directory.GetFiles(context.TemporaryDirectory).Length;
}

//# fault: labels by folder names, in an index
[Source(Version = nameof(Day))]
public Dictionary<string, int> Labels()
{
    var labels = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (var folder in {|MLP4005:Directory.EnumerateDirectories("images")|})
    {
        labels.Add(Path.GetFileName(folder), labels.Count);
    }

    return labels;
}

private string Day => "2026-01-01";

[Stage]
public int Count(Dictionary<string, int> labels) => labels.Count;

//# clean: sizes are added up
[Source(Version = nameof(Day))]
public long Size()
{
    var sum = 0L;
    foreach (var file in new DirectoryInfo("images").EnumerateFiles())
    {
        sum += file.Length;
    }

    return sum;
}

private string Day => "2026-01-01";

[Stage]
public long Twice(long size) => size * 2;

//# fault: a source of images lists its folder, labels are numbered as they come
[Source(Version = nameof(Day))]
public List<string> Images()
{
    var labels = new Dictionary<string, int>(StringComparer.Ordinal);
    var images = new List<string>();
    foreach (var folder in {|MLP4005:Directory.EnumerateDirectories("images")|})
    {
        var label = labels.Count;
        labels[folder] = label;
        images.Add(folder + "=" + label.ToString(CultureInfo.InvariantCulture));
    }

    return images;
}

private string Day => "2026-05-01";

[Stage]
public int Count(List<string> images) => images.Count;

//# fault: unpacked files are parsed in the disk's order
//## share Docs.cs
[Stage]
public List<string> Unpack(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var lines = new List<string>();
    foreach (var file in {|MLP4005:new DirectoryInfo(context.TemporaryDirectory).GetFiles("*.csv", SearchOption.AllDirectories)|})
    {
        lines.AddRange(File.ReadAllLines(file.FullName));
    }

    return lines;
}

//# clean: files of a folder into a sorted dictionary, a set and a lookup by name
//## share Docs.cs
[Stage]
public int Unpack(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var byName = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (var file in Directory.EnumerateFiles(context.TemporaryDirectory))
    {
        byName[Path.GetFileName(file)] = file;
    }

    return byName.Values.Sum(file => File.ReadAllText(file).Length);
}

//# clean: files are sorted by a comparison, in place
//## share Docs.cs
[Stage]
public List<string> Unpack(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var files = Directory.GetFiles(context.TemporaryDirectory);
    Array.Sort(files, (left, right) => string.CompareOrdinal(left, right));
    return [.. files.Select(file => File.ReadAllText(file))];
}

//# clean: files of a folder by name into a dictionary of texts, checked for pairs
//## share Docs.cs
[Stage]
public int Pairs(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var images = new HashSet<string>(StringComparer.Ordinal);
    var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
    foreach (var file in Directory.EnumerateFiles(context.TemporaryDirectory, "*.png"))
    {
        images.Add(Path.GetFileNameWithoutExtension(file));
        sizes[file] = new FileInfo(file).Length;
    }

    var labels = Directory.EnumerateFiles(context.TemporaryDirectory, "*.txt").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
    return images.Count(labels.Contains) + (int)sizes.Values.Sum();
}

//# clean: a temporary folder is cleaned up file by file
//## share Docs.cs
[Stage]
public int Clean(FileSet docs, StageContext context)
{
    var scratch = Directory.CreateDirectory(Path.Combine(context.TemporaryDirectory, "scratch"));
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, scratch.FullName);
    foreach (var file in scratch.EnumerateFiles("*.tmp", SearchOption.AllDirectories))
    {
        file.Delete();
    }

    var count = scratch.GetFiles().Length;
    scratch.Delete(recursive: true);
    return count;
}

//# fault: the first hundred files of a folder, in an async stream
//## share Docs.cs
[Stage]
public async Task<List<string>> Sample(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var names = new List<string>();
    await foreach (var name in NamesAsync(context.TemporaryDirectory))
    {
        names.Add(name);
    }

    return names;
}

private static async IAsyncEnumerable<string> NamesAsync(string folder)
{
    foreach (var file in {|MLP4005:Directory.EnumerateFiles(folder)|}.Take(100))
    {
        await Task.Yield();
        yield return Path.GetFileName(file);
    }
}

//# fault: class indices by folders, numbered in a dictionary
//## share Docs.cs
[Stage]
public Dictionary<string, int> Classes(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    var classes = new Dictionary<string, int>(StringComparer.Ordinal);
    foreach (var folder in {|MLP4005:new DirectoryInfo(context.TemporaryDirectory).EnumerateDirectories()|})
    {
        classes[folder.Name] = classes.Count;
    }

    return classes;
}

//# clean: folders of the temporary folder are walked by a recursion in order
//## share Docs.cs
[Stage]
public List<string> Walk(FileSet docs, StageContext context)
{
    System.IO.Compression.ZipFile.ExtractToDirectory(docs[0].Location, context.TemporaryDirectory);
    return [.. Files(new DirectoryInfo(context.TemporaryDirectory))];

    static IEnumerable<string> Files(DirectoryInfo folder) => folder.EnumerateFileSystemInfos()
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .SelectMany(entry => entry is DirectoryInfo inner ? Files(inner) : [entry.Name]);
}

//# clean: a set of files, and a sorted set, sort by themselves
[Source("archive.zip")]
public partial FileArtifact Archive();

[Stage]
public FileSet Unpacked(FileArtifact archive, StageContext context)
{
    var folder = context.TemporaryDirectory;
    using (var stream = archive.OpenRead())
    {
        System.IO.Compression.ZipFile.ExtractToDirectory(stream, folder);
    }

    return new FileSet([.. Directory.GetFiles(folder, "*.txt").Select(FileArtifact.FromPath)]);
}

[Stage]
public string[] Names(FileArtifact archive, StageContext context)
{
    using (var stream = archive.OpenRead())
    {
        System.IO.Compression.ZipFile.ExtractToDirectory(stream, context.TemporaryDirectory);
    }

    var names = new SortedSet<string>(Directory.EnumerateFiles(context.TemporaryDirectory).Select(f => Path.GetFileName(f)), StringComparer.Ordinal);
    return [.. names];
}
