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
