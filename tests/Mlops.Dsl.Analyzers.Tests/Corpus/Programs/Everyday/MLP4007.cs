//# fault: a loss in a field of an accumulator that all share
//## share Houses.cs
[Stage]
public double Loss(TrainSet<House> train)
{
    var loss = new Accumulator();
    Parallel.For(0, train.Count, index =>
    {
        lock (loss)
        {
            {|MLP4007:loss.Total += train[index].Price|};
        }
    });
    return loss.Total;
}

//## Accumulator.cs
public sealed class Accumulator
{
    public double Total { get; set; }
}

//# fault: a weighted mean: two sums under one lock, in fields of the helper
//## share Houses.cs
[Stage]
public double Mean(TrainSet<House> train) => new WeightedMean().Of(train);

//## WeightedMean.cs
public sealed class WeightedMean
{
    private readonly Lock _gate = new();
    private double _sum;
    private double _weight;

    public double Of(IReadOnlyList<House> houses)
    {
        Parallel.ForEach(houses, house =>
        {
            lock (_gate)
            {
                {|MLP4007:_sum += house.Price * house.Area|};
                {|MLP4007:_weight += house.Area|};
            }
        });
        return _sum / _weight;
    }
}
