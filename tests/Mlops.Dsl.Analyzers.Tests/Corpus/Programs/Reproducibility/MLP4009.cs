//# fault: an element of a tuple
[Stage]
public string Make()
{
    var (made, _) = ({|MLP4009:Environment.MachineName|}, 1);
    return made;
}

//# fault: a pattern
[Stage]
public string Make() => {|MLP4009:Environment.MachineName|} is var made && made.Equals(made) ? made : throw new InvalidOperationException("unequal to itself");

//# fault: an out parameter
[Stage]
public string Make()
{
    Fill(out var made);
    return made;
}

private static void Fill(out string made) => made = {|MLP4009:Environment.MachineName|};

//# fault: an async stream
[Stage]
public async Task<string> Make()
{
    await foreach (var made in Stream())
    {
        return made;
    }

    throw new InvalidOperationException("nothing came");
}

private static async IAsyncEnumerable<string> Stream()
{
    await Task.Yield();
    yield return {|MLP4009:Environment.MachineName|};
}

//# fault: an override of a base class
[Stage]
public string Make()
{
    Maker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public abstract class Maker { public abstract string Make(); }

public sealed class OwnMaker : Maker { public override string Make() => {|MLP4009:Environment.MachineName|}; }

//# fault: an implementation of an interface
[Stage]
public string Make()
{
    IMaker maker = new OwnMaker();
    return maker.Make();
}

//## Makers.cs
public interface IMaker { string Make(); }

public sealed class OwnMaker : IMaker { public string Make() => {|MLP4009:Environment.MachineName|}; }

//# fault: an extension method
[Stage]
public string Make() => "seed".Make();

//## Extensions.cs
public static class Extensions
{
    public static string Make(this string seed) => seed.Length > 9 ? throw new ArgumentException("too long", nameof(seed)) : {|MLP4009:Environment.MachineName|};
}

//# fault: another part of the class
[Stage]
public string Make() => Own();

//## Part.cs
public sealed partial class TestPipeline
{
    private string Own() => {|MLP4009:Environment.MachineName|};
}

//# fault: a property
[Stage]
public string Make() => Made;

private string Made => {|MLP4009:Environment.MachineName|};

//# clean: it bounds how much runs at once
[Stage]
public int[] Make()
{
    var squares = new int[9];
    var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / 2) };
    Parallel.For(0, 9, options, i => squares[i] = i * i);
    return squares;
}

//# clean: the machine in a log
[Stage]
public int Make(StageContext context)
{
    Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(context.Logger, "runs on {Machine}", Environment.MachineName);
    return 1;
}

//# clean: a property of another Environment
[Stage]
public string Make() => Weather.Environment.MachineName;

//## Weather.cs
namespace Weather { public static class Environment { public static string MachineName => "barometer"; } }

//# fault: the machine's name in a result
//## share Docs.cs
[Stage]
public string Where(FileSet docs) => {|MLP4009:Environment.MachineName|} + docs[0].Path;

//# fault: the number of processors decides how many parts there are
//## share Docs.cs
[Stage]
public int Parts(FileSet docs) => Math.Min(docs.Count, {|MLP4009:Environment.ProcessorCount|});

//# fault: the user's name, from a helper
//## share Docs.cs
[Stage]
public string Author(FileSet docs) => Machine.User() + docs[0].Path;

//## Machine.cs
internal static class Machine
{
    internal static string User() => {|MLP4009:Environment.UserName|};
}

//# fault: the operating system decides
//## share Docs.cs
[Stage]
public string Separator(FileSet docs) => docs.Count > 1 ? {|MLP4009:Environment.NewLine|} : ",";

//# fault: the current folder
//## share Docs.cs
[Stage]
public string Folder(FileSet docs) => {|MLP4009:Environment.CurrentDirectory|} + docs[0].Path;

//# clean: it only says how many threads may work
//## share Docs.cs
[Stage]
public int[] Lengths(FileSet docs)
{
    var lengths = new int[docs.Count];
    Parallel.For(0, docs.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => lengths[i] = docs[i].ReadAllText().Length);
    return lengths;
}

//# clean: it is logged
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    context.Logger.LogInformation("on {Machine}", Environment.MachineName);
    return docs.Count;
}

//# fault: batch size by memory
//## share Docs.cs
[Stage]
public int Batch(FileSet docs) => (int)({|MLP4009:GC.GetGCMemoryInfo()|}.TotalAvailableMemoryBytes / docs.Count);

[Stage]
public int Twice(int batch) => batch * 2;

//# clean: the number of workers, in a local and options
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var workers = Math.Max(1, Environment.ProcessorCount - 1);
    var lengths = new int[docs.Count];
    Parallel.For(0, docs.Count, new ParallelOptions { MaxDegreeOfParallelism = workers }, i => lengths[i] = docs[i].ReadAllText().Length);
    return lengths.Sum();
}

//# clean: a semaphore
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken cancellationToken)
{
    using var gate = new SemaphoreSlim(Environment.ProcessorCount);
    await gate.WaitAsync(cancellationToken);
    return docs.Count;
}

//# clean: lines are counted by the newline of the machine
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    context.Logger.LogInformation("{Lines}", string.Join(Environment.NewLine, docs.Select(doc => doc.Path)));
    return docs.Count;
}

//# clean: a log of the machine's memory, and a try that logs
//## share Docs.cs
[Stage]
public int Count(FileSet docs, StageContext context)
{
    try
    {
        var count = docs.Count(doc => doc.Length > 0);
        context.Logger.LogInformation("{Bytes} bytes in use on {Machine}", Environment.WorkingSet, Environment.MachineName);
        return count;
    }
    catch (IOException error)
    {
        context.Logger.LogError(error, "could not read");
        throw;
    }
}

//# fault: shards by processors, in a constructor's default
//## share Docs.cs
[Stage]
public List<int> Shards(FileSet docs) => docs.Select((_, index) => index % new Sharding().Count).ToList();

//## Sharding.cs
public sealed class Sharding
{
    public int Count { get; } = {|MLP4009:Environment.ProcessorCount|};
}

//# fault: the host's name tags rows
//## share Docs.cs
[Stage]
public List<(string Host, string Path)> Tag(FileSet docs) => docs.Select(doc => ({|MLP4009:System.Net.Dns.GetHostName()|}, doc.Path)).ToList();

//# fault: another path on Windows
//## share Docs.cs
[Stage]
public double Tolerance(FileSet docs) => ({|MLP4009:OperatingSystem.IsWindows()|} ? 1e-6 : 1e-9) * docs.Count;

//# fault: vector width decides how it is summed
//## share Houses.cs
[Stage]
public float Sum(TrainSet<House> train)
{
    var values = train.Select(house => (float)house.Price).ToArray();
    var width = {|MLP4009:System.Numerics.Vector<float>.Count|};
    var total = 0f;
    for (var start = 0; start + width <= values.Length; start += width)
    {
        total += System.Numerics.Vector.Sum(new System.Numerics.Vector<float>(values, start));
    }

    return total;
}

//# clean: the number of processors bounds how much runs at once
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs, CancellationToken token)
{
    using var limit = new SemaphoreSlim(Environment.ProcessorCount);
    var counts = await Task.WhenAll(docs.Select(async doc =>
    {
        await limit.WaitAsync(token);
        try
        {
            return (await File.ReadAllTextAsync(doc.Location, token)).Length;
        }
        finally
        {
            limit.Release();
        }
    }));
    return counts.Sum();
}

//# fault: lines end as the machine ends them
//## share Docs.cs
[Stage]
public string Lines(FileSet docs) => string.Join({|MLP4009:Environment.NewLine|}, docs.Select(doc => doc.Path));

//# fault: a worker count in a record that is returned
//## share Docs.cs
[Stage]
public Plan Make(FileSet docs)
{
    var workers = Math.Max(1, {|MLP4009:Environment.ProcessorCount|} - 1);
    return new Plan(workers, docs.Count / workers);
}

public sealed record Plan(int Workers, int Share);

//# clean: a service locator for logging and metrics, a meter and a histogram
//## share Docs.cs
private static readonly System.Diagnostics.Metrics.Meter Meter = new("test");
private static readonly System.Diagnostics.Metrics.Histogram<double> Sizes = Meter.CreateHistogram<double>("sizes");

[Stage]
public int Count(FileSet docs, [FromServices] ILogger<FileSet> logger)
{
    foreach (var doc in docs)
    {
        Sizes.Record(doc.Length);
        logger.LogDebug("{Path} read at {Now} by {User}", doc.Path, DateTime.Now, Environment.UserName);
    }

    return docs.Count;
}

//# fault: memory of the machine sizes batches
//## share Docs.cs
[Stage]
public int Batch(FileSet docs) => (int)({|MLP4009:GC.GetGCMemoryInfo()|}.TotalAvailableMemoryBytes / 1_000_000_000) * docs.Count;

//# fault: lanes are added up one by one
//## share Houses.cs
[Stage]
public double Sum(TrainSet<House> train)
{
    var values = train.Select(house => house.Price).ToArray();
    var lanes = System.Numerics.Vector<double>.Zero;
    var i = 0;
    for (; i <= values.Length - {|MLP4009:System.Numerics.Vector<double>.Count|}; i += System.Numerics.Vector<double>.Count)
    {
        lanes += new System.Numerics.Vector<double>(values, i);
    }

    var sum = 0.0;
    for (var lane = 0; lane < System.Numerics.Vector<double>.Count; lane++)
    {
        sum += lanes[lane];
    }

    return sum;
}

//# clean: each element by itself in vectors of any width, and whole numbers that are added up
//## share Houses.cs
[Stage]
public (float[] Scaled, int Sum) Scale(TrainSet<House> train)
{
    var (values, counts) = (train.Select(house => (float)house.Price).ToArray(), new int[64]);
    var i = 0;
    for (; i <= values.Length - System.Numerics.Vector<float>.Count; i += System.Numerics.Vector<float>.Count)
    {
        (new System.Numerics.Vector<float>(values, i) * 2f).CopyTo(values, i);
    }

    for (; i < values.Length; i++)
    {
        values[i] *= 2f;
    }

    return (values, System.Numerics.Vector.Sum(new System.Numerics.Vector<int>(counts)));
}

//# clean: the platform chooses a name
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    return docs.Count(doc => doc.Path.EndsWith(".xml", comparison));
}
