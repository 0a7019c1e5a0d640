//# clean: helpers with the names and attributes' looks of stages
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Enumerable.Range(0, docs.Count).Select(Twice).Sum() + new Inner().Count(docs) + Local();

private int Twice(int number) => number * 2;

private int Local()
{
    return Count() + 1;

    static int Count() => 3;
}

private sealed class Inner
{
    public int Count(FileSet docs) => docs.Count;
}

//# clean: a published name and a stage that share theirs, generics and nullable results
//## share Houses.cs
//## share Trained.cs
[Publish("price-v2", Purpose = "pricing"), When(nameof(Accurate))]
public async ValueTask<PriceModel> Release(PriceModel fit, CancellationToken token)
{
    await Task.Delay(1, token);
    return fit;
}

[Stage]
public PriceModel? Maybe(PriceModel fit) => fit.Slope > 0 ? fit : null;

[Stage]
public double Slope(PriceModel? maybe) => maybe?.Slope ?? 0;

//# clean: stage methods are called by a test class and by another class of the project
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

//## Tests.cs
public sealed class Tests
{
    public int Counts() => new TestPipeline().Count(new FileSet([]));
}

//# clean: attributes by full name, alias, suffix and in separate lists
[global::Mlops.Dsl.Pipeline("test")]
public sealed partial class TestPipeline
{
    [ParameterAttribute()]
    [Range(minimum: 1, maximum: 9)]
    public int Rounds { get; init; } = 3;

    [Mlops.Dsl.SourceAttribute(location: "docs/*.xml")]
    public partial FileSet Docs();

    [St]
    [TimeoutAttribute(limit: "00:01:00")]
    public int Count(FileSet docs, CancellationToken token) => docs.Count * Rounds;
}

//## Usings.cs
global using St = Mlops.Dsl.StageAttribute;

//# clean: a partial stage: declared with its attribute in one file, written in another
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Source("docs/*.xml")]
    public partial FileSet Docs();

    [Stage]
    public partial int Count(FileSet docs);

    [Stage]
    public int Twice(int count) => 2 * count;
}

//## Stages.cs
public sealed partial class TestPipeline
{
    public partial int Count(FileSet docs) => docs.Count;
}

//# clean: private helpers called like stages of another pipeline, and delegates to helpers
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => new[] { 1, 2 }.Select(Twice).Sum() + OtherPipeline.Help(3);

    private static int Twice(int number) => 2 * number;
}

//## Other.cs
[Pipeline("other")]
public sealed partial class OtherPipeline
{
    [Stage]
    public int Twice() => Help(2);

    public static int Help(int number) => number;
}

//# fault: an element that is called as another stage, in two tuples
//## share Docs.cs
[Stage]
public (int Count, string First) Scan(FileSet docs) => (docs.Count, docs[0].Path);

[Stage]
public (long Size, int first) {|MLP1014:Measure|}(FileSet docs) => (docs.Sum(doc => doc.Length), 1);

//# fault: a stage that takes the result of a skipped one's task, and a span by scoped
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public int Sum({|MLP1012:scoped ReadOnlySpan<int> count|}) => count.Length;

//# fault: an out parameter of an async-like helper, ref return
//## share Docs.cs
private readonly int[] _values = [1];

[Stage]
public ref int {|MLP1012:First|}(FileSet docs) => ref _values[docs.Count];

//# fault: a timeout on a loop's stage, a retry with a negative delay, a policy on a source's version
//## share Docs.cs
[Stage]
public string[] Names(FileSet docs) => [.. docs.Select(doc => doc.Path)];

[Stage, ForEach(nameof(Names)), {|MLP1024:Timeout("00:01:00")|}, Retry(2, Delay = {|MLP1072:"-00:00:01"|})]
public int Length(string name) => name.Length;

//# fault: a stage is called by a property, by a base call and in a constructor
[Pipeline("test")]
public sealed partial class TestPipeline
{
    private readonly int _start;

    public TestPipeline() => _start = {|MLP1021:Count()|};

    private int Double => 2 * {|MLP1021:Count()|};

    [Stage]
    public int Count() => 1;

    [Stage]
    public int Twice() => Double + _start;
}

//# fault: what is published is a stream, a lazy value, an anonymous object as object
//## share Houses.cs
//## share Trained.cs
[Publish("lazy"), When(nameof(Accurate))]
public {|MLP1022:Lazy<PriceModel> Later|}(PriceModel fit) => new(() => fit);

[Stage]
public {|MLP1022:object Anything|}(PriceModel fit) => new { fit.Slope };

[Stage]
public {|MLP1022:IAsyncEnumerable<double> Stream|}(PriceModel fit) => AsyncEnumerable.Empty<double>();
