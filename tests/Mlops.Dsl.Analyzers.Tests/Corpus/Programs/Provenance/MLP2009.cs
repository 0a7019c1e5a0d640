//# fault: a generic class deals rows out, stratified
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => {|MLP2009:new Splitter<Ring>(0.8, 3).Apply(rings, ring => ring.Complaint)|};

//## Splitter.cs
public sealed class Splitter<T>(double share, int seed)
{
    public (TrainSet<T> Train, TestSet<T> Test) Apply<TKey>(Validated<T> rows, Func<T, TKey> by) => rows.Split(share, seed, by);
}

//# fault: three levels of generic code
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => {|MLP2009:rings.Halves()|};

//## Halves.cs
public static class HalvesExtensions
{
    public static (TrainSet<T> Train, TestSet<T> Test) Halves<T>(this Validated<T> rows) => Share(rows, 0.5);

    private static (TrainSet<T> Train, TestSet<T> Test) Share<T>(Validated<T> rows, double share) => new Dealer<T>().Deal(rows, share);
}

public sealed class Dealer<TRow>
{
    public (TrainSet<TRow> Train, TestSet<TRow> Test) Deal(Validated<TRow> rows, double share)
    {
        var parts = rows.Split(share, 42);
        return parts;
    }
}

//# fault: a generic interface
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings)
{
    ISplitter<Ring> splitter = new RandomSplitter<Ring>();
    return {|MLP2009:splitter.Apply(rings)|};
}

//## Splitter.cs
public interface ISplitter<T>
{
    (TrainSet<T> Train, TestSet<T> Test) Apply(Validated<T> rows);
}

public sealed class RandomSplitter<TRow> : ISplitter<TRow>
{
    public (TrainSet<TRow> Train, TestSet<TRow> Test) Apply(Validated<TRow> rows) => rows.Split(0.8, 1);
}

//# fault: a generic base class
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => {|MLP2009:new RingSplitter().Run(rings)|};

//## Splitter.cs
public abstract class Splitter<T>
{
    protected virtual double Share => 0.8;

    public (TrainSet<T> Train, TestSet<T> Test) Run(Validated<T> rows) => rows.Split(Share, 5);
}

public sealed class RingSplitter : Splitter<Ring>;

//# clean: a generic class keeps groups together
//## share Calls.cs
[Stage]
public (TrainSet<Ring> Train, TestSet<Ring> Test) Split(Validated<Ring> rings) => new Splitter<Ring>(0.8, 3).Apply(rings, ring => ring.Caller);

//## Splitter.cs
public sealed class Splitter<T>(double share, int seed)
{
    public (TrainSet<T> Train, TestSet<T> Test) Apply<TKey>(Validated<T> rows, Func<T, TKey> by)
        where TKey : notnull => rows.SplitByGroup(share, seed, by);

    public (TrainSet<T> Train, TestSet<T> Test) Random(Validated<T> rows) => rows.Split(share, seed);
}
