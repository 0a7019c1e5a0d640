//# fault: the class is not partial
[Pipeline("test")]
public sealed class {|MLP1001:TestPipeline|}
{
    [Stage]
    public int Count() => 1;
}

//# fault: the class around it is not partial
public static class {|MLP1001:Pipelines|}
{
    [Pipeline("test")]
    public sealed partial class TestPipeline
    {
        [Stage]
        public int Count() => 1;
    }
}

//# fault: a record is a value, not a program
[Pipeline("test")]
public sealed partial record {|MLP1002:TestPipeline|}
{
    [Stage]
    public int Count() => 1;
}

//# fault: a generic pipeline has no one definition
[Pipeline("test")]
public sealed partial class {|MLP1002:TestPipeline|}<T>
    where T : notnull
{
    [Stage]
    public int Count() => typeof(T).Name.Length;
}

//# fault: hidden in another class
public static partial class Pipelines
{
    [Pipeline("test")]
    private sealed partial class {|MLP1002:TestPipeline|}
    {
        [Stage]
        public int Count() => 1;
    }
}

//# fault: a base for others
[Pipeline("test")]
public abstract partial class {|MLP1002:TestPipeline|}
{
    [Stage]
    public int Count() => 1;
}

//# fault: a service comes by the constructor
[Pipeline("test")]
public sealed partial class {|MLP1003:TestPipeline|}(HttpClient client)
{
    [Stage]
    public int Count() => client.DefaultRequestHeaders.Count();
}

//# fault: a required property that no run can set
[Pipeline("test")]
public sealed partial class TestPipeline
{
    public required string {|MLP1003:Name|} { get; init; }

    [Stage]
    public int Count() => Name.Length;
}

//# fault: the constructor is not to be called
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Obsolete("Use the factory.", error: true)]
    public {|MLP1003:TestPipeline|}()
    {
    }

    [Stage]
    public int Count() => 1;
}

//# fault: a name with capitals and spaces
[{|MLP1004:Pipeline("House Prices")|}]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//# fault: a version of two numbers
[Pipeline("test", Version = {|MLP1005:"1.0"|})]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//# fault: a property that remembers
[Pipeline("test")]
public sealed partial class TestPipeline
{
    private List<int> {|MLP1007:Seen|} { get; set; } = [];

    [Stage]
    public int Count()
    {
        Seen = [.. Seen, 1];
        return Seen.Count;
    }
}

//# fault: it may be derived from
[Pipeline("test")]
public partial class {|MLP1009:TestPipeline|}
{
    [Stage]
    public int Count() => 1;
}

//# fault: a stage in a helper class
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => Helper.Twice(1);
}

public static class Helper
{
    [{|MLP1010:Stage|}]
    public static int Twice(int number) => number * 2;
}

//# fault: a policy of a method that is no stage
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => Twice(1);

    [{|MLP1025:Retry(3)|}]
    private static int Twice(int number) => number * 2;
}

//# fault: stages of a base class are not inherited
public class Common
{
    [{|MLP1010:Stage|}]
    public int Shared() => 1;
}

[Pipeline("test")]
public sealed partial class TestPipeline : Common
{
    [Stage]
    public int Count() => 1;
}

//# clean: nested in partial classes, and in two files
public static partial class Pipelines
{
    [Pipeline("test", Version = "1.0.0-beta.2")]
    internal sealed partial class TestPipeline
    {
        [Stage]
        public int Count() => 1;
    }
}

//## More.cs
public static partial class Pipelines
{
    internal sealed partial class TestPipeline
    {
        [Stage]
        public int Twice(int count) => count * 2;
    }
}

//# clean: a base class with helpers, and a constructor of its own
public abstract class Common
{
    protected static int Twice(int number) => number * 2;
}

[Pipeline("test")]
public sealed partial class TestPipeline : Common
{
    private readonly int _start;

    public TestPipeline() => _start = 3;

    [Stage]
    public int Count() => Twice(_start);
}

//# clean: a required parameter
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Parameter]
    public required int Rounds { get; init; }

    [Stage]
    public int Count() => Rounds;
}

//# fault: two pipelines with one name in two namespaces and files
namespace Churn
{
    [{|MLP1006:Pipeline("test")|}]
    public sealed partial class WeeklyPipeline
    {
        [Stage]
        public int Count() => 1;
    }
}

//## Other.cs
namespace Billing
{
    [Pipeline("test")]
    public sealed partial class MonthlyPipeline
    {
        [Stage]
        public int Count() => 1;
    }
}

//# fault: a record struct around it is not partial
public readonly record struct {|MLP1001:Jobs|}(int Id)
{
    [Pipeline("test")]
    public sealed partial class TestPipeline
    {
        [Stage]
        public int Count() => 1;
    }
}

//# fault: a file-local pipeline
[Pipeline("test")]
file sealed partial class {|MLP1002:TestPipeline|}
{
    [Stage]
    public int Count() => 1;
}

//# fault: open, with a protected constructor that its own part may call
[Pipeline("test")]
public partial class {|MLP1009:TestPipeline|}
{
    protected TestPipeline()
    {
    }

    [Stage]
    public int Count() => 1;
}

//# fault: a required field of a base class
public abstract class Job
{
    public required string Name;
}

[Pipeline("test")]
public sealed partial class {|MLP1003:TestPipeline|} : Job
{
    [Stage]
    public int Count() => Name.Length;
}

//# fault: a name by a constant with an underscore
[{|MLP1004:Pipeline(Names.Churn)|}]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

public static class Names
{
    public const string Churn = "churn_model"; // Pipeline("
}

//# fault: a version with a leading zero
[Pipeline("test", Version = {|MLP1005:"1.02.0"|})]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//# fault: a field, a field-keyword property and an event in another part
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

//## State.cs
public sealed partial class TestPipeline
{
    private static int {|MLP1007:s_runs|};

    private int {|MLP1007:_rows|};

    public string {|MLP1007:Mode|} { get; set => field = value.Trim(); } = "fast";

    public event Action? {|MLP1007:Finished|};

    private void Done() => Finished?.Invoke();

    private int Next() => _rows++ + s_runs++;
}

//# fault: a constructor parameter is caught as state
[Pipeline("test")]
public sealed partial class TestPipeline(int start)
{
    private int {|MLP1007:_start|} = start;

    [Stage]
    public int Count() => _start;

    public TestPipeline()
        : this(1)
    {
    }
}

//# fault: a stage sets a parameter in a lambda and by ref
//## share Docs.cs
[Parameter]
public int Rounds { get; set; } = 3;

[Parameter]
public double Rate { get; set; } = 0.1;

[Stage]
public int Count(FileSet docs)
{
    docs.ToList().ForEach(_ => {|MLP1008:Rounds++|});
    ({|MLP1008:Rate|}, var rest) = (0.5, docs.Count);
    return rest + Rounds + (int)Rate;
}

//# fault: a helper of the class changes the parameter for a stage
//## share Docs.cs
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    Clamp();
    return docs.Count * Rounds;
}

private void Clamp() => {|MLP1008:Rounds = Math.Clamp(Rounds, 1, 10)|};

//# fault: a parameter, a secret and a source in an options record
[Pipeline("test")]
public sealed partial class TestPipeline
{
    [Stage]
    public int Count() => 1;
}

public sealed record TrainOptions
{
    [{|MLP1010:Parameter|}]
    public int Epochs { get; init; } = 10;

    [{|MLP1010:Secret|}]
    public string Token { get; init; } = "";
}

//# clean: a parameter of a set accessor that tests set, local copies and with-like changes
//## share Docs.cs
[Parameter]
public int Rounds { get; set; } = 3;

[Stage]
public int Count(FileSet docs)
{
    var (rounds, other) = (Rounds, new TestPipeline { Rounds = 5 });
    rounds = Math.Max(rounds, other.Rounds);
    return docs.Count * rounds;
}
