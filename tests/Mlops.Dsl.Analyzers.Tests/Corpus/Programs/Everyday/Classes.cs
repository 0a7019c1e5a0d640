//# fault: a pipeline that inherits stages of a generic base class
public abstract class TrainingBase<T>
{
    [{|MLP1010:Stage|}]
    public int Count() => 1;

    public abstract T Make();
}

[Pipeline("test")]
public sealed partial class TestPipeline : TrainingBase<int>
{
    public override int Make() => 3;

    [Stage]
    public int Twice() => 2 * Make();
}

//# clean: a primary constructor with nothing, a static counter that is read-only, an init-only helper property
[Pipeline("test")]
public sealed partial class TestPipeline()
{
    private static readonly double[] Table = [1, 2, 3];

    private readonly Lock _gate = new();

    private string Label { get; init; } = "label";

    private int Size => Table.Length + Label.Length;

    [Stage]
    public int Count()
    {
        lock (_gate)
        {
            return Size;
        }
    }
}

//# clean: fields of other classes, constants, static properties without a setter, partial properties
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Parameter]
    public partial int Rounds { get; init; }

    private static int Size { get; } = 3;

    [Stage]
    public int Count() => Size + Rounds;
}

//## Other.cs
public sealed partial class TestPipeline
{
    private readonly int _rounds = 3;

    public partial int Rounds { get => _rounds; init => _rounds = value; }
}

//# clean: a file-scoped namespace, nested partial types, internal rows, constants of other classes
namespace Company.Ml.Pricing;

internal static partial class Pipelines
{
    internal static partial class Daily
    {
        [Pipeline("daily-prices", Version = "0.1.0")]
        internal sealed partial class PricePipeline
        {
            [Source(Paths.Prices)]
            internal partial FileArtifact Prices();

            [Stage]
            internal Raw<Quote> Parse(FileArtifact prices) => new(prices.ReadLines().Select(line => new Quote(line, line.Length)));

            [Stage]
            internal Validated<Quote> Check(Raw<Quote> parse) => parse.Validate();
        }
    }
}

[Row]
internal sealed partial record Quote([Required] string Symbol, [Range(0, double.MaxValue)] double Price);

internal static class Paths
{
    internal const string Prices = "prices/" + Day + ".csv";
    private const string Day = "2026";
}

//# clean: generic base class with helpers, an interface that the pipeline implements
[Pipeline("test")]
public sealed partial class TestPipeline : Job<int>, IJob
{
    public string Title => nameof(TestPipeline);

    [Stage]
    public int Count() => Make(3) + ((IJob)this).Salt;
}

//## Jobs.cs
public interface IJob
{
    string Title { get; }

    int Salt => 7;
}

public abstract class Job<T>
{
    protected T Make(T value) => value;
}

//# fault: a stage in an interface, a parameter in a struct, a gate in a base class of another file
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## Others.cs
public interface IStages
{
    [{|MLP1010:Stage|}]
    int Count();
}

public struct Options
{
    [{|MLP1010:Parameter|}]
    public int Rounds { get; set; }
}

public abstract class Gates
{
    [{|MLP1010:Gate|}]
    public GateResult Good() => GateResult.Refuse("never");
}

//# fault: a pipeline derives from another
[Pipeline("base")]
public partial class {|MLP1009:BasePipeline|}
{
    [Parameter]
    public int Rounds { get; init; } = 3;

    [Stage]
    public int Count() => Rounds;
}

[Pipeline("test")]
public sealed partial class {|MLP1026:TestPipeline|} : BasePipeline
{
    [Stage]
    public int Twice() => 2 * Rounds;
}

//# fault: a settable property and a mutable field of a primary constructor pipeline, an array is readonly
[Pipeline("test")]
public sealed partial class TestPipeline()
{
    private readonly int[] _counts = new int[3];

    internal static string {|MLP1007:Mode|} { get; set; } = "fast";

    [ThreadStatic]
    private static int {|MLP1007:t_depth|};

    [Stage]
    public int Count() => _counts.Length + Mode.Length + t_depth;
}

//# fault: a ref parameter of a helper gets a parameter's field, a null-coalescing assignment
//## share Docs.cs
[Parameter]
public string? Name { get; set; }

[Stage]
public int Count(FileSet docs)
{
    {|MLP1008:Name|} ??= docs[0].Path;
    return Name.Length;
}
