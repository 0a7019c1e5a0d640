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
public double Loss(FileSet docs) => {|MLP4007:docs.AsParallel().Aggregate(0.0, (sum, doc) => sum + Math.Sqrt(doc.Length), (a, b) => a + b, sum => sum)|};

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

//# fault: a gradient summed by an interlocked loop
//## share Houses.cs
[Stage]
public double Gradient(TrainSet<House> train)
{
    var sum = 0.0;
    Parallel.For(0, train.Count, index =>
    {
        double before, after;
        do
        {
            before = Volatile.Read(ref sum);
            after = before + train[index].Price;
        }
        while ({|MLP4007:Interlocked.CompareExchange(ref sum, after, before)|} != before);
    });
    return sum;
}

//# fault: a parallel loop adds to an element of an array that all share
//## share Houses.cs
[Stage]
public double[] Gradient(TrainSet<House> train)
{
    var gradient = new double[2];
    var gate = new object();
    Parallel.ForEach(train, house =>
    {
        lock (gate)
        {
            {|MLP4007:gradient[0] += house.Area|};
            {|MLP4007:gradient[1] += house.Rooms|};
        }
    });
    return gradient;
}

//# clean: Task.WhenAll keeps the order, sums are in order
//## share Docs.cs
[Stage]
public async Task<double> Mean(FileSet docs)
{
    var means = await Task.WhenAll(docs.Select(async doc =>
    {
        await Task.Yield();
        var sum = 0.0;
        foreach (var line in doc.ReadLines())
        {
            sum += line.Length;
        }

        return sum;
    }));
    return means.Sum() / means.Length;
}

//# clean: a parallel loop writes floats to its own places
//## share Houses.cs
[Stage]
public double Sum(TrainSet<House> train)
{
    var parts = new double[8];
    Parallel.For(0, parts.Length, part =>
    {
        for (var index = part; index < train.Count; index += parts.Length)
        {
            parts[part] += train[index].Price;
        }
    });
    return parts.Sum();
}

//# clean: k-means in parallel with local sums per part, added in order
//## share Houses.cs
[Stage]
public double[] Centre(TrainSet<House> train)
{
    var parts = new (double Area, double Rooms, int Count)[Math.Min(16, train.Count)];
    Parallel.For(0, parts.Length, part =>
    {
        var (area, rooms, count) = (0.0, 0.0, 0);
        for (var index = part; index < train.Count; index += parts.Length)
        {
            area += train[index].Area;
            rooms += train[index].Rooms;
            count++;
        }

        parts[part] = (area, rooms, count);
    });
    var total = parts.Sum(part => part.Count);
    return [parts.Sum(part => part.Area) / total, parts.Sum(part => part.Rooms) / total];
}

//# clean: each node of a tree adds to its own total in a parallel loop, as a property and in a matrix
//## share Houses.cs
[Stage]
public double[][] Score(TrainSet<House> train)
{
    var nodes = train.Select(house => new Node { Weight = house.Area }).ToArray();
    var matrix = new double[nodes.Length][];
    Parallel.ForEach(nodes, node =>
    {
        for (var step = 0; step < 3; step++)
        {
            node.Score += node.Weight / (step + 1);
        }
    });
    Parallel.For(0, nodes.Length, row =>
    {
        matrix[row] = new double[3];
        for (var column = 0; column < 3; column++)
        {
            matrix[row][column] += nodes[row].Score * column;
        }
    });
    return matrix;
}

//## Node.cs
public sealed class Node
{
    public double Weight { get; init; }

    public double Score { get; set; }
}

//# clean: thread-local accumulators, kept per thread and merged as whole numbers
//## share Docs.cs
[Stage]
public long[] Histogram(FileSet docs)
{
    var total = new long[256];
    Parallel.ForEach(docs, () => new long[256], (doc, _, local) =>
    {
        foreach (var value in doc.ReadAllBytes())
        {
            local[value]++;
        }

        return local;
    }, local =>
    {
        lock (total)
        {
            for (var value = 0; value < total.Length; value++)
            {
                total[value] += local[value];
            }
        }
    });
    return total;
}

//# fault: gradients of a batch are added under a lock, feature by feature
//## share Houses.cs
[Stage]
public double[] Gradient(TrainSet<House> train)
{
    var gradient = new double[3];
    var gate = new Lock();
    Parallel.ForEach(train, house =>
    {
        double[] features = [house.Area, house.Rooms, 1];
        lock (gate)
        {
            for (var feature = 0; feature < features.Length; feature++)
            {
                {|MLP4007:gradient[feature] += features[feature] * house.Price|};
            }
        }
    });
    return gradient;
}

//# fault: an object adds up under a lock
//## share Docs.cs
[Stage]
public double Mean(FileSet docs)
{
    var mean = new RunningMean();
    Parallel.ForEach(docs, doc => {|MLP4007:mean.Take(Math.Sqrt(doc.Length))|});
    return mean.Value;
}

//## RunningMean.cs
public sealed class RunningMean
{
    private readonly Lock _lock = new();
    private double _sum;
    private long _count;

    public double Value => _sum / _count;

    public void Take(double value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
        }
    }
}

//# fault: a place is exchanged until nobody came between
//## share Docs.cs
[Stage]
public double Total(FileSet docs)
{
    var total = 0.0;
    Parallel.ForEach(docs, doc => Atomic.Add(ref total, Math.Sqrt(doc.Length)));
    return total;
}

//## Atomic.cs
public static class Atomic
{
    public static void Add(ref double place, double value)
    {
        while (true)
        {
            var seen = Volatile.Read(ref place);
            if ({|MLP4007:Interlocked.CompareExchange(ref place, seen + value, seen)|} == seen)
            {
                return;
            }
        }
    }
}

//# clean: an object counts, and keeps the greatest
//## share Docs.cs
[Stage]
public double Most(FileSet docs)
{
    var most = new Greatest();
    Parallel.ForEach(docs, doc => most.Take(Math.Sqrt(doc.Length)));
    return most.Value / most.Count;
}

//## Greatest.cs
public sealed class Greatest
{
    private double _value;
    private long _count;

    public double Value => _value;

    public long Count => _count;

    public void Take(double value)
    {
        Interlocked.Increment(ref _count);
        double seen;
        do
        {
            seen = Volatile.Read(ref _value);
        }
        while (value > seen && Interlocked.CompareExchange(ref _value, value, seen) != seen);
    }
}
