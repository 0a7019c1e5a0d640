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
