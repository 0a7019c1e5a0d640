//# fault: the whole row is sent, with the answer in it
//## Service.cs
[Row]
public sealed partial record Visit([Feature] int Pages, [Label] bool Bought);

[Prediction]
public readonly partial record struct Chance([Probability] float Probability);

[Service("shop")]
public sealed partial class Shop
{
    [{|MLP8003:Predict(typeof(string), "Release")|}]
    public partial ValueTask<Answer<Chance>> Ask(Visit {|MLP8002:visit|}, CancellationToken cancellationToken);
}

//# clean: the view has no label, whatever it is called
//## share Income.cs
//## Service.cs
[Service("income")]
public sealed partial class IncomeService
{
    [Predict(typeof(IncomePipeline), nameof(IncomePipeline.Release))]
    public partial ValueTask<Answer<IncomeScore>> Score(Application label, CancellationToken cancellationToken);
}
