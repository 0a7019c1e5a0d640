//# fault: the initializer of a static field
[Stage]
public bool Make() => Holder.Value;

//## Holder.cs
public static class Holder
{
    public static readonly bool Value = {|MLP4012:Type.GetType("Trainer")|} is null;
}

//# fault: a closure
[Stage]
public bool Make()
{
    var calls = 0;
    bool Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4012:Type.GetType("Trainer")|} is null;
    Func<bool> later = Inner;
    return later();
}

//# fault: an operator
[Stage]
public bool Make() => +new Holder();

//## Holder.cs
public sealed class Holder
{
    public static bool operator +(Holder holder) => holder is null ? throw new ArgumentNullException(nameof(holder)) : {|MLP4012:Type.GetType("Trainer")|} is null;
}

//# fault: an iterator
[Stage]
public bool Make() => All().First();

private static IEnumerable<bool> All()
{
    yield return {|MLP4012:Type.GetType("Trainer")|} is null;
}

//# fault: a helper of a helper
[Stage]
public bool Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static bool Make() => Inner.Make(); }

public static class Inner { public static bool Make() => {|MLP4012:Type.GetType("Trainer")|} is null; }

//# fault: a local function
[Stage]
public bool Make()
{
    return Inner();

    bool Inner() => {|MLP4012:Type.GetType("Trainer")|} is null;
}

//# fault: a lambda in a local
[Stage]
public bool Make()
{
    Func<bool> make = () => {|MLP4012:Type.GetType("Trainer")|} is null;
    return make();
}

//# fault: a generic helper runs a lambda
[Stage]
public bool Make() => Runner.Run(() => {|MLP4012:Type.GetType("Trainer")|} is null);

//## Runner.cs
public static class Runner { public static TResult Run<TResult>(Func<TResult> body) => body(); }

//# fault: an element of a tuple
[Stage]
public bool Make()
{
    var (made, _) = ({|MLP4012:Type.GetType("Trainer")|} is null, 1);
    return made;
}

//# clean: a type that the code names
[Stage]
public bool Make() => Activator.CreateInstance(typeof(List<int>)) is not null;

//# clean: the generic form
[Stage]
public int Make() => Activator.CreateInstance<List<int>>().Count;

//# clean: only a name is read
[Stage]
public string Make() => typeof(List<int>).Name + 1.GetType().Name;

//# clean: a delegate
[Stage]
public int Make()
{
    Func<int, int> twice = x => 2 * x;
    return twice.Invoke(4);
}

//# clean: it runs in every run
[Stage, NoCache]
public bool Make() => Type.GetType("Trainer") is null;

//# fault: a method by its name
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => (int){|MLP4012:typeof(Scores).GetMethod("Of")!.Invoke(null, [docs.Count])|}!;

//## Scores.cs
public static class Scores
{
    public static int Of(int count) => count * 2;
}

//# fault: a type by its name
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var scorer = (IScorer){|MLP4012:Activator.CreateInstance({|MLP4012:Type.GetType(docs[0].ReadAllText())|}!)|}!;
    return scorer.Score(docs.Count);
}

//## Scorer.cs
public interface IScorer
{
    int Score(int count);
}

public sealed class Doubler : IScorer
{
    public int Score(int count) => count * 2;
}

//# fault: a dynamic call
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    dynamic scorer = new Doubler();
    return {|MLP4012:scorer.Score(docs.Count)|};
}

//## Doubler.cs
public sealed class Doubler
{
    public int Score(int count) => count * 2;
}

//# fault: native code
//## share Docs.cs
[Stage]
public int Id(FileSet docs) => docs.Count + {|MLP4012:Native.getpid()|};

//## Native.cs
internal static class Native
{
    [System.Runtime.InteropServices.DllImport("libc")]
    internal static extern int getpid();
}

//# clean: types are only named
//## share Docs.cs
[Stage]
public string Describe(FileSet docs) => typeof(House).Name + nameof(House.Area) + docs.Count.ToString(CultureInfo.InvariantCulture);

//# clean: a generic factory
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Make<Doubler>().Score(docs.Count);

private static T Make<T>()
    where T : new() => new();

//## Doubler.cs
public sealed class Doubler
{
    public int Score(int count) => count * 2;
}

//# clean: a delegate is invoked
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Func<int, int> twice = count => count * 2;
    return twice.Invoke(docs.Count);
}

//# fault: a compiled expression
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    System.Linq.Expressions.Expression<Func<int, int>> twice = x => x * 2;
    return {|MLP4012:twice.Compile()|}(docs.Count);
}

//# fault: a generic method by reflection
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var method = typeof(Scores).GetMethod(nameof(Scores.Of))!.MakeGenericMethod(typeof(int));
    return docs.Count + (int){|MLP4012:method.Invoke(null, [1])|}!;
}

//## Scores.cs
public static class Scores
{
    public static int Of<T>(T value) => value is int number ? number : 0;
}

//# clean: the name of a type in a log
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    context.Logger.LogInformation("{Type} {Assembly}", docs.GetType().Name, typeof(TestPipeline).Assembly.GetName().Version);
    return docs.Count;
}

//# fault: a trainer by the name of a parameter
//## share Docs.cs
[Parameter]
public string Trainer { get; init; } = "Linear";

[Stage]
public double Train(FileSet docs)
{
    var type = {|MLP4012:typeof(TestPipeline).Assembly.GetType(Trainer)|} ?? throw new InvalidOperationException("no such trainer");
    return ((ITrainer){|MLP4012:Activator.CreateInstance(type)|}!).Train(docs.Count);
}

public interface ITrainer
{
    double Train(int rows);
}

//# fault: all implementations are found by reflection
//## share Docs.cs
[Stage]
public int Features(FileSet docs)
{
    var total = 0;
    foreach (var method in typeof(FeatureFunctions).GetMethods().Where(method => method.IsStatic))
    {
        total += (int){|MLP4012:method.Invoke(null, [docs.Count])|}!;
    }

    return total;
}

//## FeatureFunctions.cs
public static class FeatureFunctions
{
    public static int Twice(int count) => 2 * count;
}

//# fault: a dynamic sum in a generic helper
//## share Docs.cs
[Stage]
public long Sum(FileSet docs) => Maths.Add(docs[0].Length, 1L);

//## Maths.cs
public static class Maths
{
    public static T Add<T>(T left, T right)
        where T : notnull
    {
        dynamic first = left;
        return {|MLP4012:first + right|};
    }
}

//# clean: generic static abstract factories instead of reflection, and names by nameof
//## share Docs.cs
[Stage]
public string Train(FileSet docs) => Run<LinearTrainer>(docs.Count) + nameof(LinearTrainer) + typeof(LinearTrainer).Name;

private static string Run<T>(int rows)
    where T : ITrainer<T> => T.Create(rows).Name;

//## Trainers.cs
public interface ITrainer<TSelf>
    where TSelf : ITrainer<TSelf>
{
    string Name { get; }

    static abstract TSelf Create(int rows);
}

public sealed record LinearTrainer(string Name) : ITrainer<LinearTrainer>
{
    public static LinearTrainer Create(int rows) => new($"linear {rows}");
}

//# clean: a plug-in table of delegates instead of reflection, typeof and nameof in messages
//## share Docs.cs
[Parameter, AllowedValues("count", "bytes")]
public string Feature { get; init; } = "count";

[Stage]
public double Compute(FileSet docs) => Features.TryGetValue(Feature, out var compute)
    ? compute(docs)
    : throw new NotSupportedException($"{nameof(Feature)} '{Feature}' of {typeof(TestPipeline).FullName} at {DateTime.Now:O} on {Environment.MachineName}");

private static readonly Dictionary<string, Func<FileSet, double>> Features = new(StringComparer.Ordinal)
{
    ["count"] = static docs => docs.Count,
    ["bytes"] = static docs => docs.Sum(static doc => doc.Length),
};

//# fault: properties are read by reflection for a feature vector
//## share Houses.cs
[Stage]
public double[] Vector(TrainSet<House> train)
{
    var columns = typeof(House).GetProperties().Where(property => property.PropertyType == typeof(double)).ToArray();
    return [.. columns.Select(column => (double){|MLP4012:column.GetValue(train[0])|}!)];
}

//# fault: a compiled filter from a text
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var file = System.Linq.Expressions.Expression.Parameter(typeof(FileArtifact));
    var body = System.Linq.Expressions.Expression.GreaterThan(System.Linq.Expressions.Expression.Property(file, "Length"), System.Linq.Expressions.Expression.Constant(10L));
    var filter = {|MLP4012:System.Linq.Expressions.Expression.Lambda<Func<FileArtifact, bool>>(body, file).Compile()|};
    return docs.Count(filter);
}

//# fault: a plug-in from a file, a method by its name
//## share Docs.cs
[Stage]
public double Score(FileSet docs)
{
    var assembly = {|MLP4012:System.Reflection.Assembly.LoadFrom(docs[0].Location)|};
    var score = assembly.GetExportedTypes()[0].GetMethod("Score")!;
    return (double){|MLP4012:score.Invoke(null, [docs.Count])|}!;
}
