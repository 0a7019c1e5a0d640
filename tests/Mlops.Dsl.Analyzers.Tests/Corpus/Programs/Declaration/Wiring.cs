//# fault: nothing has the parameter's name or type
//## share Docs.cs
[Stage]
public int Count(FileSet docs, string {|MLP1031:language|}) => docs.Count + language.Length;

//# fault: two outputs have the parameter's type
//## share Docs.cs
[Stage]
public int Lines(FileSet docs) => docs.Sum(doc => doc.ReadLines().Count());

[Stage]
public int Files(FileSet docs) => docs.Count;

[Stage]
public double Half(int {|MLP1032:number|}) => number / 2.0;

//# fault: the output of that name has another type
//## share Docs.cs
[Stage]
public int Lines(FileSet docs) => docs.Sum(doc => doc.ReadLines().Count());

[Stage]
public int Length(string {|MLP1033:lines|}) => lines.Length;

//# fault: a name in an attribute is mistyped
//## share Docs.cs
[Stage]
public int Lines(FileSet docs) => docs.Sum(doc => doc.ReadLines().Count());

[Stage]
public int Twice([From({|MLP1034:"Line"|})] int number) => number * 2;

//# fault: two stages wait for each other, one through a tuple
[Stage]
public (int Left, int Right) {|MLP1035:Both|}(int total) => (total, total + 1);

[Stage]
public int Total(int left, int right) => left + right;

//# fault: a condition that is a number
//## share Docs.cs
[Stage]
public int Lines(FileSet docs) => docs.Sum(doc => doc.ReadLines().Count());

[Stage, When({|MLP1039:nameof(Lines)|})]
public int Twice(int lines) => lines * 2;

//# fault: a loop over what is no list
//## share Docs.cs
[Stage]
public int Lines(FileSet docs) => docs.Sum(doc => doc.ReadLines().Count());

[Stage, ForEach({|MLP1037:nameof(Lines)|})]
public int Twice(int line) => line * 2;

//# fault: a gate that answers yes or no
//## share Docs.cs
[Gate]
public {|MLP1017:bool Enough|}(FileSet docs) => docs.Count > 3;

//# fault: a stage that nobody can wait for
//## share Docs.cs
[Stage]
public async void {|MLP1013:Warm|}(FileSet docs) => await Task.Delay(docs.Count);

//# fault: a timeout in another notation
//## share Docs.cs
[Stage, Timeout({|MLP1071:"10 minutes"|})]
public int Count(FileSet docs, CancellationToken cancellation) => cancellation.IsCancellationRequested ? 0 : docs.Count;

//# fault: a timeout that the stage cannot hear of
//## share Docs.cs
[Stage, {|MLP1024:Timeout("00:10:00")|}]
public int Count(FileSet docs) => docs.Sum(doc => doc.ReadLines().Count());

//# fault: one attempt is no retry
//## share Docs.cs
[Stage, Retry({|MLP1072:1|})]
public int Count(FileSet docs) => docs.Count;

//# fault: less than no memory
//## share Docs.cs
[Stage, Resources({|MLP1073:MemoryMiB = -1|})]
public int Count(FileSet docs) => docs.Count;

//# fault: a placeholder that is no parameter
[Parameter]
public string Folder { get; init; } = "docs";

[Source({|MLP1054:"{Foldr}/*.xml"|})]
public partial FileSet Docs();

[Stage]
public int Count(FileSet docs) => docs.Count + Folder.Length;

//# fault: a download without a digest
[Source({|MLP1055:"https://example.org/houses.csv"|})]
public partial FileArtifact Houses();

[Stage]
public int Count(FileArtifact houses) => houses.ReadLines().Count();

//# fault: the default is out of its own range
//## share Docs.cs
[Parameter, Range(1, 10)]
public int Rounds { get; init; } = {|MLP1063:0|};

[Stage]
public int Count(FileSet docs) => docs.Count * Rounds;

//# fault: a secret's default in the source code
//## share Docs.cs
[Secret]
public string Token { get; init; } = {|MLP1068:"s3cr3t"|};

[Stage]
public int Count(FileSet docs) => docs.Count + Token.Length;

//# fault: a field that remembers
//## share Docs.cs
private int {|MLP1007:_calls|};

[Stage]
public int Count(FileSet docs)
{
    _calls++;
    return docs.Count + _calls;
}

//# fault: a stage calls another as a method
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public int Twice(FileSet docs) => {|MLP1021:Count(docs)|} * 2;

//# fault: an artifact that cannot be stored
//## share Docs.cs
[Stage]
public {|MLP1022:Stream Open|}(FileSet docs) => docs[0].OpenRead();

//# clean: bound by name, by element, by type and by attribute
//## share Docs.cs
[Stage]
public (int Lines, long Bytes) Measure(FileSet docs) => (docs.Sum(doc => doc.ReadLines().Count()), docs.Sum(doc => doc.Length));

[Stage]
public double PerLine(int lines, [From("bytes")] long size) => size / (double)lines;

[Stage]
public string Text(double mean, StageContext context) => mean.ToString(CultureInfo.InvariantCulture) + context.Stage;

//# clean: a parameter without an output keeps its default
//## share Docs.cs
[Stage]
public int Count(FileSet docs, string pattern = "*") => docs.Count(doc => doc.Path.Contains(pattern, StringComparison.Ordinal));

//# clean: a loop and what collects it
//## share Docs.cs
[Stage]
public IReadOnlyList<string> Paths(FileSet docs) => [.. docs.Select(doc => doc.Path)];

[Stage, ForEach(nameof(Paths))]
public int Length(string path) => path.Length;

[Stage]
public int Longest(IReadOnlyList<int> length) => length.Max();

//# clean: read-only fields and constants are no state
//## share Docs.cs
private const int Limit = 10;
private static readonly string[] Endings = [".xml", ".txt"];

[Stage]
public int Count(FileSet docs) => docs.Count(doc => doc.Length < Limit && Endings.Contains(Path.GetExtension(doc.Path), StringComparer.Ordinal));
