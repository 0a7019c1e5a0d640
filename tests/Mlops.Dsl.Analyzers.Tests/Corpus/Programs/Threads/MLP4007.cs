//# fault: a parallel fold of numbers with digits
//## share Docs.cs
[Stage]
public double Total(FileSet docs) => {|MLP4007:docs.AsParallel().Aggregate(0.0, (sum, d) => sum + Math.Sqrt(d.Length), (a, b) => a + b, sum => sum)|};

//# fault: accumulators of the compilation's own, which no order helps
//## share Docs.cs
[Stage]
public double Spread(FileSet docs) => {|MLP4007:docs
    .AsParallel()
    .AsOrdered()
    .Select(d => Math.Log(d.Length + 1))
    .Aggregate(() => new Moments(), static (m, x) => m.With(x), static (m, n) => m.Join(n), static m => m.Mean)|};

//## Moments.cs
public sealed record Moments(double Sum = 0, long Count = 0)
{
    public double Mean => Sum / Math.Max(1, Count);

    public Moments With(double x) => new(Sum + x, Count + 1);

    public Moments Join(Moments other) => new(Sum + other.Sum, Count + other.Count);
}

//# fault: a vector is folded
//## share Docs.cs
[Stage]
public double[] Sums(FileSet docs) => {|MLP4007:docs.AsParallel().Select(d => new[] { Math.Sqrt(d.Length), 1.0 }).Aggregate((a, b) => [a[0] + b[0], a[1] + b[1]])|};

//# clean: the largest is the same in any order
//## share Docs.cs
[Stage]
public double Longest(FileSet docs) => docs.AsParallel().Select(d => Math.Sqrt(d.Length)).Aggregate(0.0, Math.Max, Math.Max, static x => x);

//# clean: whole numbers
//## share Docs.cs
[Stage]
public long Total(FileSet docs) => docs.AsParallel().Aggregate(0L, (sum, d) => sum + d.Length, (a, b) => a + b, sum => sum);

//# fault: an object adds to an element by a reference to it
//## share Docs.cs
[Stage]
public double[] Totals(FileSet docs)
{
    var totals = new Totals(10);
    Parallel.ForEach(docs, doc => totals.Add((int)(doc.Length % 10), Math.Sqrt(doc.Length)));
    return totals.ToArray();
}

//## Totals.cs
public sealed class Totals(int count)
{
    private readonly double[] _totals = new double[count];

    public double[] ToArray() => [.. _totals];

    public void Add(int group, double amount)
    {
        ref var total = ref _totals[group];
        var seen = Volatile.Read(ref total);
        while (true)
        {
            var found = Interlocked.CompareExchange({|MLP4007:ref total|}, seen + amount, seen);
            if (found.Equals(seen))
            {
                return;
            }

            seen = found;
        }
    }
}

//# fault: the bits of a sum are exchanged
//## share Docs.cs
[Stage]
public double Total(FileSet docs)
{
    var bits = 0L;
    Parallel.ForEach(docs, doc =>
    {
        long before;
        long after;
        do
        {
            before = Interlocked.Read(ref bits);
            after = BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(before) + Math.Log(doc.Length + 1));
        } while (Interlocked.CompareExchange({|MLP4007:ref bits|}, after, before) != before);
    });
    return BitConverter.Int64BitsToDouble(bits);
}

//# clean: the largest of an element, and whole numbers, by exchanging
//## share Docs.cs
[Stage]
public double[] Longest(FileSet docs)
{
    var longest = new double[10];
    var total = 0L;
    Parallel.ForEach(docs, doc =>
    {
        ref var place = ref longest[(int)(doc.Length % 10)];
        double before;
        do
        {
            before = Volatile.Read(ref place);
        } while (!Interlocked.CompareExchange(ref place, Math.Max(before, Math.Sqrt(doc.Length)), before).Equals(before));

        long seen;
        do
        {
            seen = Interlocked.Read(ref total);
        } while (Interlocked.CompareExchange(ref total, seen + doc.Length, seen) != seen);
    });
    return [.. longest, total];
}
