//# fault: a location and a body
[Source("docs/*.xml")]
public FileSet {|MLP1051:Docs|}() => throw new NotSupportedException();

[Stage]
public int Count(FileSet docs) => docs.Count;

//# fault: a source of nothing that can be read
[Source("docs/*.xml")]
public partial {|MLP1052:string Docs|}();

[Stage]
public int Count(string docs) => docs.Length;

//# fault: a placeholder that is not closed
[Source({|MLP1053:"{Folder/*.xml"|})]
public partial FileSet Docs();

[Parameter]
public string Folder { get; init; } = "docs";

[Stage]
public int Count(FileSet docs) => docs.Count + Folder.Length;

//# fault: a digest of too few digits
[Source("https://example.org/houses.csv", Sha256 = {|MLP1056:"abc123"|})]
public partial FileArtifact Houses();

[Stage]
public int Count(FileArtifact houses) => houses.ReadLines().Count();

//# fault: a source that takes an output
//## share Docs.cs
[Source("other/*.xml")]
public partial FileSet Other(int {|MLP1058:count|});

[Stage]
public int Count(FileSet docs, FileSet other) => docs.Count + other.Count;

//# clean: two placeholders and a brace
[Source("{Folder}/{Language}/*.{{xml}}")]
public partial FileSet Docs();

[Parameter]
public string Folder { get; init; } = "docs";

[Parameter]
public string Language { get; init; } = "en";

[Stage]
public int Count(FileSet docs) => docs.Count + Folder.Length + Language.Length;

//# fault: a partial source without a location, and one with an implementation of its own
[{|MLP1051:Source|}]
public partial FileSet Docs();

[Source("more/*.xml")]
public FileSet {|MLP1051:More|}() => new([]);

[Stage]
public int Count([From(nameof(Docs))] FileSet docs, [From(nameof(More))] FileSet more) => docs.Count + more.Count;

//# fault: a task of files, a file for a glob, a source of nothing
[Source("docs/*.xml")]
public partial {|MLP1052:FileArtifact Docs|}();

[Source(Version = nameof(Day))]
public void {|MLP1052:Warm|}()
{
}

private string Day => "1";

[Stage]
public int Count(FileArtifact docs) => (int)docs.Length;

//# fault: an FTP address, an empty location, an empty placeholder
[Source({|MLP1053:"ftp://example.org/a.csv"|})]
public partial FileArtifact First();

[Source({|MLP1053:""|})]
public partial FileSet Second();

[Source({|MLP1053:"data/{}/x.csv"|})]
public partial FileArtifact Third();

[Stage]
public int Count(FileArtifact first, FileSet second, FileArtifact third) => second.Count + (int)first.Length + (int)third.Length;

//# fault: a placeholder that is a secret
[Secret]
public string Token { get; init; } = "";

[Source({|MLP1054:"data/{Token}.csv"|})]
public partial FileArtifact Data();

[Stage]
public int Count(FileArtifact data) => (int)data.Length + Token.Length;

//# fault: a host in a parameter, no digest
[Parameter]
public string Day { get; init; } = "2026-01-01";

[Source({|MLP1055:"http://data.example.org/{Day}.csv"|})]
public partial FileArtifact Data();

[Stage]
public int Count(FileArtifact data) => (int)data.Length;

//# fault: a digest with a letter too many, of a local file
[Source("data.csv", Sha256 = {|MLP1056:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0g"|})]
public partial FileArtifact Data();

[Stage]
public int Count(FileArtifact data) => (int)data.Length;

//# fault: a version that takes an input, one that is gone
[Source(Version = {|MLP1057:nameof(Revision)|})]
public int[] Read() => [1, 2];

[Source(Version = {|MLP1057:"Revison"|})]
public int[] More() => [1, 2];

private static string Revision(int shard) => $"{shard}";

[Stage]
public int Count(int[] read, int[] more) => read.Length + more.Length;

//# fault: a source with a body that takes an output
//## share Docs.cs
[Source]
public List<string> Lines(FileSet {|MLP1058:docs|}) => [.. docs.SelectMany(doc => doc.ReadLines())];

[Stage]
public int Count(List<string> lines) => lines.Count;

//# clean: sources of every kind
[Source("https://example.org/a.csv", Sha256 = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08", Licence = "CC0")]
public partial FileArtifact Remote();

[Source(@"C:\data\*.csv")]
public partial FileSet Windows();

[Source("data/{Day}/part-?.csv")]
public partial FileSet Daily();

[Parameter]
public DateOnly Day { get; init; } = new(2026, 1, 1);

[Source(Version = nameof(RevisionAsync))]
public async Task<int[]> Own([FromServices] HttpClient client, CancellationToken token) => [(await client.GetStringAsync("https://example.org", token)).Length];

private async ValueTask<string> RevisionAsync()
{
    await Task.Yield();
    return "3";
}

[Stage]
public int Count(FileArtifact remote, FileSet windows, FileSet daily, int[] own) => windows.Count + daily.Count + own.Length + (int)remote.Length;

//# fault: a source's placeholder is of a type without a text, and one is escaped half
[Parameter]
public string[] Days { get; init; } = ["a"];

[Source({|MLP1054:"data/{Days.Length}.csv"|})]
public partial FileArtifact Data();

[Source({|MLP1053:"data/}.csv"|})]
public partial FileArtifact More();

[Stage]
public int Count(FileArtifact data, FileArtifact more) => (int)(data.Length + more.Length) + Days.Length;
