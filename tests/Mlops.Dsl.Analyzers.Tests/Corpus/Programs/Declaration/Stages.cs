//# fault: a stage for all pipelines
[Stage]
public static int {|MLP1011:Count|}() => 1;

//# fault: a stage of whatever type
[Stage]
public string {|MLP1011:Name|}<T>() => typeof(T).Name;

//# fault: calls of it are left out of a release
[Stage, System.Diagnostics.Conditional("DEBUG")]
public void {|MLP1011:Dump|}(StageContext context) => context.LogMetric("dumped", 1);

//# fault: a declaration that nobody completed
[Stage]
partial void {|MLP1011:Prepare|}();

[Stage]
public int Count() => 1;

//# fault: a result by the back door
//## share Docs.cs
[Stage]
public bool TryCount(FileSet docs, {|MLP1012:out int count|})
{
    count = docs.Count;
    return count > 0;
}

//# fault: a span lives on the stack
//## share Docs.cs
[Stage]
public {|MLP1012:ReadOnlySpan<char> First|}(FileSet docs) => docs[0].Path.AsSpan();

//# fault: an element and a stage of one name
//## share Docs.cs
[Stage]
public int Lines(FileSet docs) => docs.Count;

[Stage]
public (int Lines, long Bytes) {|MLP1014:Measure|}(FileSet docs) => (docs.Count, docs.Sum(doc => doc.Length));

//# fault: names that differ in case alone
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public int {|MLP1014:COUNT|}(FileSet docs) => docs.Count;

//# fault: elements without names
//## share Docs.cs
[Stage]
public (int, long) {|MLP1015:Measure|}(FileSet docs) => (docs.Count, docs.Sum(doc => doc.Length));

//# fault: a stage that is a gate, too
[Stage, {|MLP1016:Gate|}]
public GateResult Good() => GateResult.Refuse("never");

//# fault: what is published under a name with a slash
//## share Houses.cs
//## share Trained.cs
[Publish({|MLP1018:"models/Price"|}), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//# fault: two publications under one name
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish({|MLP1019:"price"|}), When(nameof(Accurate))]
public PriceModel Again(PriceModel fit) => fit;

//# fault: a publication of nothing
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public void {|MLP1020:Release|}(PriceModel fit, StageContext context) => context.LogMetric("slope", fit.Slope);

//# fault: a stage is called from a lambda of another
//## share Docs.cs
[Stage]
public int Length(FileSet docs) => docs.Count;

[Stage]
public int Total(FileSet docs) => new[] { docs }.Sum(all => {|MLP1021:Length(all)|});

//# fault: a type whose state nobody can read
//## share Docs.cs
[Stage]
public {|MLP1022:Counter Make|}(FileSet docs) => new(docs.Count);

//## Counter.cs
public sealed class Counter(int start)
{
    private int _count = start;

    public int Next() => ++_count;
}

//# fault: a list of delegates
//## share Docs.cs
[Stage]
public {|MLP1022:List<Func<string, int>> Steps|}(FileSet docs) => [text => text.Length + docs.Count];

//# fault: a member that is generated, too
[Stage]
public int {|MLP1036:Definition|}() => 1;

//# clean: private, internal, async and of one line
//## share Docs.cs
[Stage]
private int Count(FileSet docs) => docs.Count;

[Stage]
internal async Task<(int Twice, string Text)> Compute(int count, CancellationToken cancellation)
{
    await Task.Delay(count, cancellation);
    return (count * 2, count.ToString(CultureInfo.InvariantCulture));
}

[Stage]
protected string Join(int twice, string text) => text + twice;

//# clean: an element called as its stage, and keywords as names
//## share Docs.cs
[Stage]
public (int Measure, long @long) Measure(FileSet docs) => (docs.Count, docs.Sum(doc => doc.Length));

[Stage]
public long @checked(int measure, long @long) => measure + @long;

//# clean: helpers overload what stages are called
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Count(docs, 1);

private static int Count(FileSet docs, int least) => docs.Count(doc => doc.Length >= least);

//# clean: nested generics of records, tuples and enumerations can be stored
//## share Docs.cs
public sealed record Node<T>(T Value, Node<T>? Next);

[Stage]
public Dictionary<DayOfWeek, Node<(string Name, int? Count)>[]> Days(FileSet docs) => new() { [DayOfWeek.Monday] = [new((docs[0].Path, null), null)] };
