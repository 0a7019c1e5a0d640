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

//# fault: a parameter's name is misspelt and its type is nobody's
//## share Houses.cs
[Stage]
public double Mean(IReadOnlyDictionary<string, double> {|MLP1031:prices|}) => prices.Values.Average();

//# fault: only a publication has that type
//## share Houses.cs
//## share Trained.cs
[Publish("card"), When(nameof(Accurate))]
public ModelCard Card(PriceModel fit) => new(fit.Slope);

[Stage]
public int Length(ModelCard {|MLP1031:modelCard|}) => (int)modelCard.Slope;

public sealed record ModelCard(double Slope);

//# fault: train and test convert to the same interface
//## share Houses.cs
[Stage]
public int Rows(IReadOnlyList<House> {|MLP1032:houses|}) => houses.Count;

//# fault: the name of an element, the type of another
//## share Houses.cs
[Stage]
public int Rows(TrainSet<House> {|MLP1033:test|}) => test.Count;

//# fault: From names an element in another case, After a property, When a misspelt gate
//## share Houses.cs
//## share Trained.cs
[Stage, After({|MLP1034:"Acurate"|})]
public int Rows([From({|MLP1034:"tests"|})] TestSet<House> held) => held.Count;

//# fault: three stages in a ring, through a condition
//## share Docs.cs
[Stage, When(nameof(Enough))]
public int {|MLP1035:Count|}(FileSet docs) => docs.Count;

[Stage]
public int Twice(int count) => 2 * count;

[Gate]
public GateResult Enough(int twice) => GateResult.AtLeast(twice, 3);

//# fault: a stage after itself
//## share Docs.cs
[Stage, After(nameof(Count))]
public int {|MLP1035:Count|}(FileSet docs) => docs.Count;

//# fault: a nested type and a property with generated names
[Pipeline("test")]
public sealed partial class TestPipeline
{
    public sealed record {|MLP1036:RunResult|}(int Value);

    public Task<int> {|MLP1036:RunAsync|}() => Task.FromResult(1);

    [Stage]
    public int Count() => new RunResult(1).Value;
}

//# fault: a loop over a set
//## share Docs.cs
[Stage]
public HashSet<string> Names(FileSet docs) => [.. docs.Select(doc => doc.Path)];

[Stage, ForEach({|MLP1037:nameof(Names)|})]
public int Length(string name) => name.Length;

//# fault: what a loop made is taken as one
//## share Houses.cs
[Stage]
public IReadOnlyList<Fold<House>> Folds(TrainSet<House> train) => train.Folds(5, seed: 1);

[Stage, ForEach(nameof(Folds))]
public PriceModel FoldModel(Fold<House> fold) => PriceModel.Fit(fold.Train);

[Stage]
public double Slope(PriceModel {|MLP1038:foldModel|}) => foldModel.Slope;

//# fault: a condition that is text, and one that is a parameter of a number
//## share Docs.cs
[Parameter]
public int Level { get; init; } = 1;

[Stage]
public string Mode(FileSet docs) => docs.Count > 3 ? "yes" : "no";

[Stage, When({|MLP1039:nameof(Mode)|})]
public int Count(FileSet docs) => docs.Count;

[Stage, Unless({|MLP1039:nameof(Level)|})]
public int Twice(FileSet docs) => docs.Count * 2;

//# fault: a loop's stage takes the whole list
//## share Docs.cs
[Stage]
public int[] Sizes(FileSet docs) => [.. docs.Select(doc => (int)doc.Length)];

[Stage, {|MLP1040:ForEach(nameof(Sizes))|}]
public double Share(FileSet docs, StageContext context) => (context.ElementIndex ?? 0) / (double)docs.Count;

//# clean: wired by name over type, by nullable, by base type, with defaults and services
//## share Houses.cs
//## share Trained.cs
[Stage]
public int Rows(IReadOnlyList<House> train, [FromServices] ILoggerFactory loggers, double scale = 1.5) => (int)(train.Count * scale) + (loggers is IDisposable ? 0 : 1);

//# clean: a loop in a loop's result, and conditions on gates, bools, parameters and elements
//## share Docs.cs
[Parameter]
public bool Fast { get; init; }

[Stage]
public (List<string> Names, bool Many) Scan(FileSet docs) => ([.. docs.Select(doc => doc.Path)], docs.Count > 10);

[Stage, ForEach("Names"), When("Many"), Unless(nameof(Fast))]
public int Length(string name) => name.Length;

[Stage, After(nameof(Show))]
public int Longest(IReadOnlyList<int>? length) => length is { Count: > 0 } ? length.Max() : 0;

[Stage]
public void Show(StageContext context) => context.ReportProgress(0.5);

//# clean: a stage that takes nothing, one that returns nothing, tuples of one name, nullable elements
//## share Docs.cs
[Stage]
public (int Count, string? Name) Scan(FileSet docs) => (docs.Count, docs.Count > 0 ? docs[0].Path : null);

[Stage]
public async Task Log(int count, string? name, StageContext context)
{
    await Task.Yield();
    context.LogMetric("count", count);
    context.Logger.LogInformation("{Name}", name);
}

[Stage, After(nameof(Log)), NoCache]
public ValueTask<DateTimeOffset> Finished(StageContext context) => ValueTask.FromResult(context.Clock.GetUtcNow());

//# clean: a loop with an index, a source in a loop, conditions by an element's name in another case
[Source("docs/*.xml")]
public partial FileSet Docs();

[Stage, ForEach(nameof(Docs))]
public (int Length, bool Big) Measure(FileArtifact doc, StageContext context) => ((int)doc.Length, doc.Length > (context.ElementIndex ?? 0));

[Stage]
public int Longest(IReadOnlyList<int> length) => length.Max();

[Stage]
public int Flagged(IReadOnlyList<bool> big, [From("BIG")] IReadOnlyList<bool> flags) => big.Count(one => one) + flags.Count;

//# fault: a parameter that is bound to a nullable output
//## share Docs.cs
[Stage]
public string? Name(FileSet docs) => docs.Count > 0 ? docs[0].Path : null;

[Stage]
public int Length(string {|MLP1033:name|}) => name.Length;

//# fault: a condition on a stage of a loop, a gate that is not there any more
//## share Docs.cs
[Stage]
public string[] Names(FileSet docs) => [.. docs.Select(doc => doc.Path)];

[Stage, ForEach(nameof(Names))]
public bool Long(string name) => name.Length > 10;

[Stage, When({|MLP1039:nameof(Long)|})]
public int Count(FileSet docs) => docs.Count;

[Stage, Unless({|MLP1034:"TooLong"|})]
public int Other(FileSet docs) => docs.Count;
