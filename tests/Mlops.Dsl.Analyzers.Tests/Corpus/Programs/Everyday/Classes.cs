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
