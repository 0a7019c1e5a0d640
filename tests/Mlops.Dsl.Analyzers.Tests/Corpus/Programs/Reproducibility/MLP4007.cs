//# fault: a property
[Stage]
public double Make() => Made;

private double Made => {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};

//# fault: the constructor of a helper
[Stage]
public double Make() => new Holder().Value;

//## Holder.cs
public sealed class Holder
{
    public Holder() => Value = {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};

    public double Value { get; }
}

//# fault: the initializer of a static field
[Stage]
public double Make() => Holder.Value;

//## Holder.cs
public static class Holder
{
    public static readonly double Value = {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};
}

//# fault: a closure
[Stage]
public double Make()
{
    var calls = 0;
    double Inner() => ++calls > 1 ? throw new InvalidOperationException("called twice") : {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};
    Func<double> later = Inner;
    return later();
}

//# fault: an operator
[Stage]
public double Make() => +new Holder();

//## Holder.cs
public sealed class Holder
{
    public static double operator +(Holder holder) => holder is null ? throw new ArgumentNullException(nameof(holder)) : {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};
}

//# fault: an iterator
[Stage]
public double Make() => All().First();

private static IEnumerable<double> All()
{
    yield return {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};
}

//# fault: a helper of a helper
[Stage]
public double Make() => Outer.Make();

//## Helpers.cs
public static class Outer { public static double Make() => Inner.Make(); }

public static class Inner { public static double Make() => {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|}; }

//# fault: a local function
[Stage]
public double Make()
{
    return Inner();

    double Inner() => {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};
}

//# fault: a lambda in a local
[Stage]
public double Make()
{
    Func<double> make = () => {|MLP4007:new[] { 0.1, 0.2 }.AsParallel().Sum()|};
    return make();
}

//# clean: whole numbers
[Stage]
public long Make() => new[] { 1L, 2L }.AsParallel().Sum();

//# clean: added in order
[Stage]
public double Make()
{
    var parts = new double[9];
    Parallel.For(0, 9, i => parts[i] = Math.Sqrt(i));
    return parts.Sum();
}

//# clean: each for itself
[Stage]
public double[] Make()
{
    var parts = new double[9];
    Parallel.For(0, 9, i =>
    {
        var own = 0.0;
        for (var j = 0; j < i; j++)
        {
            own += Math.Sqrt(j);
        }

        parts[i] = own;
    });
    return parts;
}

//# fault: a parallel sum of doubles
//## share Houses.cs
[Stage]
public double Total(Validated<House> check) => {|MLP4007:check.AsParallel().Select(house => house.Price).Sum()|};

//# fault: a parallel average by selector
//## share Houses.cs
[Stage]
public double Mean(Validated<House> check) => {|MLP4007:check.AsParallel().Average(house => house.Price)|};

//# fault: a loop adds under a lock
//## share Houses.cs
[Stage]
public double Total(Validated<House> check)
{
    var total = 0.0;
    var gate = new Lock();
    Parallel.ForEach(check, house =>
    {
        lock (gate)
        {
            {|MLP4007:total += house.Price|};
        }
    });
    return total;
}

//# clean: a parallel sum of whole numbers
//## share Houses.cs
[Stage]
public long Total(Validated<House> check) => check.AsParallel().Sum(house => (long)house.Price);

//# clean: a sum in order
//## share Houses.cs
[Stage]
public double Total(Validated<House> check) => check.AsParallel().AsOrdered().Select(house => Math.Sqrt(house.Price)).AsSequential().Sum();

//# clean: each iteration has its own sum
//## share Houses.cs
[Stage]
public double[] Totals(Validated<House> check)
{
    var totals = new double[4];
    Parallel.For(0, 4, part =>
    {
        var total = 0.0;
        for (var i = part; i < check.Count; i += 4)
        {
            total += check[i].Price;
        }

        totals[part] = total;
    });
    return totals;
}

//# fault: losses are added in a parallel aggregate
//## share Docs.cs
[Stage]
public double Loss(FileSet docs) => {|MLP4006:docs.AsParallel().Aggregate(0.0, (sum, doc) => sum + Math.Sqrt(doc.Length), (a, b) => a + b, sum => sum)|};

[Stage]
public double Twice(double loss) => loss * 2;

//# fault: thread-local sums are added under a lock
//## share Docs.cs
[Stage]
public double Loss(FileSet docs)
{
    var total = 0.0;
    var gate = new Lock();
    Parallel.For(0, docs.Count, () => 0.0, (i, _, sum) => sum + Math.Sqrt(docs[i].Length), sum =>
    {
        lock (gate)
        {
            {|MLP4007:total|} += sum;
        }
    });
    return total;
}

[Stage]
public double Twice(double loss) => loss * 2;

//# clean: a local sum within each thread
//## share Docs.cs
[Stage]
public double Loss(FileSet docs)
{
    var losses = new double[docs.Count];
    Parallel.For(0, docs.Count, i =>
    {
        var sum = 0.0;
        foreach (var line in docs[i].ReadLines())
        {
            sum += Math.Sqrt(line.Length);
        }

        losses[i] = sum;
    });
    return losses.Sum();
}

[Stage]
public double Twice(double loss) => loss * 2;
