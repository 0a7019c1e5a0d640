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

//# fault: an explicit implementation, an abstract-like accessor
[Pipeline("test")]
public sealed partial class TestPipeline : ICounter
{
    [Stage]
    int ICounter.{|MLP1011:Count|}() => 1;
}

public interface ICounter
{
    int Count();
}

//# fault: in, ref readonly and a pointer
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public int Twice({|MLP1012:in int count|}) => 2 * count;

[Stage]
public unsafe int Peek(FileSet docs, {|MLP1012:int* count|}) => docs.Count;

//# fault: dynamic inside a tuple's element
//## share Docs.cs
[Stage]
public {|MLP1012:dynamic Bag|}(FileSet docs) => docs.Count;

//# fault: an async void gate
//## share Docs.cs
[Stage, After(nameof(Count))]
public async void {|MLP1013:Notify|}(FileSet docs, CancellationToken token) => await Task.Delay(docs.Count, token);

[Stage]
public int Count(FileSet docs) => docs.Count;

//# fault: an overload of a stage
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public long {|MLP1014:Count|}(FileSet docs, int count) => docs.Count + count;

//# fault: elements in a task's tuple without names
//## share Docs.cs
[Stage]
public async Task<(int, string Text)> {|MLP1015:Measure|}(FileSet docs)
{
    await Task.Yield();
    return (docs.Count, "");
}

//# fault: a parameter that is a secret, a stage that runs when and unless
//## share Docs.cs
[Parameter, {|MLP1016:Secret|}]
public string Token { get; init; } = "";

[Parameter]
public bool Fast { get; init; }

[Stage, When(nameof(Fast)), {|MLP1016:Unless(nameof(Fast))|}]
public int Count(FileSet docs) => docs.Count + Token.Length;

//# fault: an input from an output and from the services
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count;

[Stage]
public int Twice([From(nameof(Count)), {|MLP1016:FromServices|}] int number) => number;

//# fault: a gate of a task of a bool
//## share Docs.cs
[Gate]
public async {|MLP1017:Task<bool> Enough|}(FileSet docs)
{
    await Task.Yield();
    return docs.Count > 3;
}

//# fault: a publication name with two hyphens, and an empty one
//## share Houses.cs
//## share Trained.cs
[Publish({|MLP1018:"price--model"|}), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish({|MLP1018:""|}), When(nameof(Accurate))]
public PriceModel Again(PriceModel fit) => fit;

//# fault: two publications by one constant
//## share Houses.cs
//## share Trained.cs
private const string Name = "price";

[Publish(Name), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[Publish({|MLP1019:Name|}), When(nameof(Accurate))]
public Task<PriceModel> Again(PriceModel fit) => Task.FromResult(fit);

//# fault: a publication of a task and of a pair
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public Task {|MLP1020:Release|}(PriceModel fit) => Task.Delay((int)fit.Slope);

[Publish("pair"), When(nameof(Accurate))]
public (PriceModel Model, double Offset) {|MLP1020:Pair|}(PriceModel fit) => (fit, fit.Offset);

//# fault: a stage is passed on as a method group, and called by this
//## share Docs.cs
[Stage]
public int Length(FileSet docs) => docs.Count;

[Stage]
public int Total(FileSet docs) => new[] { docs }.Sum({|MLP1021:Length|}) + {|MLP1021:this.Length(docs)|};

//# fault: a stage calls another through a helper of the class
//## share Docs.cs
[Stage]
public int Length(FileSet docs) => docs.Count;

[Stage]
public int Total(FileSet docs) => Twice(docs);

private int Twice(FileSet docs) => 2 * {|MLP1021:Length(docs)|};

//# fault: a record with a logger in it, a task in a list, an enumerable of an iterator
//## share Docs.cs
[Stage]
public {|MLP1022:Trained Fit|}(FileSet docs, StageContext context) => new(docs.Count, context.Logger);

[Stage]
public {|MLP1022:List<Task<int>> Start|}(FileSet docs) => [Task.FromResult(docs.Count)];

public sealed record Trained(int Count, ILogger Logger);

//# fault: a codec without a public constructor
//## share Docs.cs
[Stage]
public {|MLP1022:Vocabulary Build|}(FileSet docs) => new(docs.Count);

[{|MLP1023:ArtifactCodec(typeof(VocabularyCodec))|}]
public sealed class Vocabulary(int size)
{
    public int Size => size;
}

public sealed class VocabularyCodec(string schema) : Mlops.Dsl.Serialization.Codec<Vocabulary>
{
    public override string Schema => schema;

    public override bool IsImmutable => true;

    public override void Write(Mlops.Dsl.Serialization.ArtifactWriter writer, Vocabulary value) => ArgumentNullException.ThrowIfNull(value);

    public override Vocabulary Read(Mlops.Dsl.Serialization.ArtifactReader reader) => new(1);
}

//# fault: a codec of another type
//## share Docs.cs
[Stage]
public {|MLP1022:Vocabulary Build|}(FileSet docs) => new(docs.Count);

[{|MLP1023:ArtifactCodec(typeof(NumberCodec))|}]
public sealed class Vocabulary(int size)
{
    public int Size => size;
}

public sealed class NumberCodec : Mlops.Dsl.Serialization.Codec<int>
{
    public override string Schema => "number";

    public override bool IsImmutable => true;

    public override void Write(Mlops.Dsl.Serialization.ArtifactWriter writer, int value) => ArgumentNullException.ThrowIfNull(writer);

    public override int Read(Mlops.Dsl.Serialization.ArtifactReader reader) => 1;
}

//# fault: a timeout on a gate and an effect that hear nothing of it
//## share Docs.cs
[Stage, {|MLP1024:Timeout("00:01:00")|}]
public async Task Wait(FileSet docs, StageContext context) => await Task.Delay(docs.Count);

//# fault: policies on a property's helper, a condition on a helper, a loop on a local method
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Helper(docs) + Guarded(docs);

[{|MLP1025:NoCache|}, {|MLP1025:Timeout("00:01:00")|}]
private static int Helper(FileSet docs) => docs.Count;

[{|MLP1025:When("Fast")|}]
private static int Guarded(FileSet docs) => docs.Count;

//# fault: no time, minus time, and ten hours as days
//## share Docs.cs
[Stage, Timeout({|MLP1071:"00:00:00"|})]
public int First(FileSet docs, CancellationToken token) => docs.Count;

[Stage, Timeout({|MLP1071:"-00:01:00"|})]
public int Second(FileSet docs, CancellationToken token) => docs.Count;

[Stage, Timeout({|MLP1071:"36:00:00"|})]
public int Third(FileSet docs, CancellationToken token) => docs.Count;

//# fault: a malformed delay, a shrinking one, too many attempts
//## share Docs.cs
[Stage, Retry(3, Delay = {|MLP1072:"5s"|})]
public int First(FileSet docs) => docs.Count;

[Stage, Retry(3, {|MLP1072:Backoff = 0.5|})]
public int Second(FileSet docs) => docs.Count;

[Stage, Retry({|MLP1072:1000|})]
public int Third(FileSet docs) => docs.Count;

//# fault: not a number of processors, a negative card
//## share Docs.cs
[Stage, Resources({|MLP1073:Cpu = double.NaN|})]
public int First(FileSet docs) => docs.Count;

[Stage, Resources({|MLP1073:Gpu = -1|}, MemoryMiB = 10)]
public int Second(FileSet docs) => docs.Count;

//# clean: named constants in every attribute, nested generics of containers
[Pipeline(Names.Churn, Version = Names.Version, Owner = "team")]
public sealed partial class ChurnPipeline
{
    public const string Folder = "data";

    [Parameter, Range(Names.Least, 2 * Names.Least)]
    public int Rounds { get; init; } = Names.Least + 1;

    [Source(Folder + "/*.csv")]
    public partial FileSet Files();

    [Stage, Timeout(Names.Limit), Retry(Names.Least, Delay = "00:00:05")]
    public Dictionary<string, (int Count, double? Mean)[]> Count(FileSet files, CancellationToken token) => new(StringComparer.Ordinal) { ["a"] = [(Rounds, null)] };
}

public static class Names
{
    public const string Churn = "churn"; // Pipeline("
    public const string Version = "2.0.1-rc.1+build.7";
    public const string Limit = "1.00:00:00";
    public const int Least = 3;
}
